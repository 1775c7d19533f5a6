// Which places lie in each other, however they are written.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { targetsOverlap } from './overlapping-targets.ts';

const OVERLAPPING = [
  ['file:site', 'file:site'],
  ['file:site', 'file:./site/'],
  ['file:site', 'file:site/state'],
  ['file:site/a/../state', 'file:site'],
  ['file:/', 'file:/srv/state'],
  ['s3://seau', 's3://seau/state'],
  ['s3://seau/site', 's3://seau/site/'],
  ['s3://seau/site', 's3://seau/site/state?region=eu-west-3'],
  ['ssh://a@hote/srv/site', 'ssh://b@HOTE/srv/site/state'],
] as const;

const APART = [
  ['file:site', 'file:site.state'],
  ['file:site', 'file:autre'],
  ['s3://seau/site', 's3://seau/site.state'],
  ['s3://seau/site', 's3://autre/site'],
  ['s3://seau/site', 'file:seau/site'],
  ['ssh://a@hote/srv/site', 'ssh://a@hote/srv/site.state'],
  ['ssh://a@hote/srv/site', 'ssh://a@autre/srv/site'],
  ['rien', 'rien'],
] as const;

for (const [a, b] of OVERLAPPING)
  it(`« ${a} » and « ${b} » lie in each other`, () => {
    assert.equal(targetsOverlap(a, b), true);
    assert.equal(targetsOverlap(b, a), true);
  });

for (const [a, b] of APART)
  it(`« ${a} » and « ${b} » are apart`, () => {
    assert.equal(targetsOverlap(a, b), false);
    assert.equal(targetsOverlap(b, a), false);
  });

it('a link is the folder to which it leads', () => {
  const dir = mkdtempSync(join(tmpdir(), 'quotidien-test-'));
  try {
    mkdirSync(join(dir, 'site'));
    symlinkSync(join(dir, 'site'), join(dir, 'link'));
    assert.equal(targetsOverlap(`file:${dir}/link/state`, `file:${dir}/site`), true);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
