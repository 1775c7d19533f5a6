import assert from 'node:assert/strict';
import { it } from 'node:test';
import { placeName } from './overlapping-targets.ts';
import { parentTargets } from './parent-targets.ts';

it('a place lies in the places above it', () => {
  for (const [text, above] of [
    ['s3://seau/a/b?region=x', ['s3://seau/a?region=x', 's3://seau?region=x']],
    ['s3://seau', []],
    ['ssh://moi@hote:22/srv/www/site', ['ssh://moi@hote:22/srv/www', 'ssh://moi@hote:22/srv']],
    ['ssh://hote/~/www/site', ['ssh://hote/~/www']],
    ['file:/nulle/part', ['file:/nulle', 'file:/']],
    ['nulle part', []],
  ] as const)
    assert.deepEqual(parentTargets(text), above, text);
});

it('a place has one name, however it is typed', () => {
  for (const [text, name] of [
    ['s3://seau/a/b?region=x', 's3://seau/a/b'],
    ['s3://seau/a/b/', 's3://seau/a/b'],
    ['ssh://moi@Hote:2222/srv/site/', 'ssh://hote/srv/site'],
    ['file:/nulle/../nulle/part/', 'file:/nulle/part'],
    ['file:///nulle/part', 'file:/nulle/part'],
  ] as const)
    assert.equal(placeName(text), name, text);
});
