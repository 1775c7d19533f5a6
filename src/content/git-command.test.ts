import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { it } from 'node:test';
import { gitIn, withoutSecrets } from './git-command.ts';

it('what git says is told without names and passwords in addresses', () => {
  const cases = [
    [
      "unable to access 'https://lin:jeton@forge.example/depot.git/': 403",
      "unable to access 'https://forge.example/depot.git/': 403",
    ],
    [
      'https://x-token@forge.example/a and http://a:b@c/d?private=1',
      'https://forge.example/a and http://c/d',
    ],
    ['https://lin:mot@de@passe@forge.example/', 'https://forge.example/'],
    [
      'git@forge.example: Permission denied (publickey).',
      'git@forge.example: Permission denied (publickey).',
    ],
  ] as const;
  for (const [said, told] of cases) assert.equal(withoutSecrets(said), told);
});

it('a command of git that fails is no exception, and says why', () => {
  const { ok, output, said } = gitIn(tmpdir())(['rev-parse', '--verify', 'HEAD'], {});
  assert.deepEqual([ok, output.length], [false, 0]);
  assert.match(said, /not a git repository/);
});
