// What a developer reads of a soak: how many cases passed, which property failed, and with which seed it fails again.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { howMany } from './how-many.ts';
import { soak } from './rounds.ts';
import { runProperties } from './run-properties.ts';

const ROOT = join(import.meta.dirname, '../..');

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'quotidien-soak-'));
after(() => rmSync(folder, { recursive: true }));

/** A test file with the property that all of these numbers are below 1,000. */
function testFile(name: string, numbers: string, parameters = '{}'): string {
  const path = join(folder, `${name}.test.ts`);
  writeFileSync(
    path,
    `import { it } from 'node:test';
import fc from '${import.meta.resolve('fast-check')}';
it('numbers are small', () => fc.assert(fc.property(${numbers}, number => number < 1000), ${parameters}));
`,
  );
  return path;
}

const MINUTE = 60_000;

describe('a soak of one round', () => {
  it('gives each property more cases than the tests do, and says how many passed', async () => {
    const file = testFile('sound', 'fc.nat(999)');
    let printed = '';
    const cases = await soak({ files: [file], minutes: null, seed: 5 }, text => {
      printed += text;
    });
    assert.deepEqual(cases, { passed: 1000, failed: 0 });
    assert.match(printed, /sound\.test\.ts: 1000 cases of 1 property passed, seed 5, /);
  });

  it('names the property that fails, the case, and the command that repeats it', async () => {
    const file = testFile('unsound', 'fc.nat()');
    let printed = '';
    const { failed } = await soak({ files: [file], minutes: null, seed: 5 }, text => {
      printed += text;
    });
    assert.equal(failed, 1);
    assert.match(printed, /^Failed: numbers are small$/m);
    assert.match(printed, /Counterexample: \[1000\]/);
    assert.ok(printed.endsWith(`To repeat it: npm run soak -- --only ${file} --seed 5\n`), printed);
  });
});

describe('a property', () => {
  it('has the same cases again with the same seed', async () => {
    const file = testFile('repeated', 'fc.nat()', '{ endOnFailure: true }');
    const counterexample = async (): Promise<string | undefined> => {
      const { output } = await runProperties(file, { seed: 7, time: 5 * MINUTE });
      return /Counterexample: .*/.exec(output)?.[0];
    };
    const first = await counterexample();
    assert.ok(first !== undefined);
    assert.equal(await counterexample(), first);
  });

  it('has passed so far when the time is over', async () => {
    const file = testFile('endless', 'fc.nat(999)', '{ numRuns: 1e12 }');
    const { passed, properties } = await runProperties(file, { seed: 5, time: 2_000 });
    assert.ok(passed);
    assert.equal(properties.length, 1);
  });

  it('fails nothing when the time is over before its first case', async () => {
    const file = testFile('late', 'fc.nat()');
    const { passed, properties } = await runProperties(file, { seed: 5, time: 0 });
    assert.ok(passed);
    assert.deepEqual(properties, [{ property: 'numbers are small', cases: 0, failed: false }]);
  });

  it('has few cases outside of a soak', () => {
    assert.deepEqual(howMany('dates'), { numRuns: 500 });
  });
});

describe('npm run soak', () => {
  const run = (...typed: readonly string[]) =>
    spawnSync(process.execPath, ['tests/soak/soak.ts', ...typed], { cwd: ROOT, encoding: 'utf8' });

  it('ends with how many cases passed and failed', () => {
    const { status, stdout } = run('--only', 'src/pages/shown', '--seed', '3');
    assert.match(stdout, /^src\/pages\/shown\.test\.ts: 1000 cases of 1 property passed, seed 3, /);
    assert.match(stdout, /\n1000 passed, 0 failed\n$/);
    assert.equal(status, 0);
  });

  for (const typed of [
    ['--minutes', 'ten'],
    ['--seed', '2147483648'],
    ['--only', 'nowhere'],
    ['--rounds', '2'],
  ])
    it(`explains itself when it is called with ${typed.join(' ')}`, () => {
      const { status, stderr } = run(...typed);
      assert.equal(status, 2);
      assert.match(stderr, /npm run soak -- \[options\]/);
    });
});
