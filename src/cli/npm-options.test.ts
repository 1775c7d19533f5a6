// `npm run build --full`, as npm hands it to scripts: in variables, and not in words.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { optionsThatNpmTook } from './npm-options.ts';

const EMPTY = mkdtempSync(join(tmpdir(), 'quotidien-npm-'));
after(() => rmSync(EMPTY, { recursive: true }));

function run(command: string, words: readonly string[], variables: NodeJS.ProcessEnv) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, `${command}.ts`), ...words],
    { cwd: EMPTY, encoding: 'utf8', env: { PATH: process.env.PATH, ...variables } },
  );
  return { status, stdout, stderr };
}

/** Per command: what npm leaves of options typed without the two dashes, and what is then shown. */
const CASES = [
  ['build', [], { npm_config_full: 'true' }, 'l’option «\u00a0--full\u00a0»', 'npm run build -- --full'],
  [
    'build',
    [],
    { npm_config_keep_going: 'true', npm_config_swap: 'true', npm_config_json: 'true' },
    'les options «\u00a0--keep-going\u00a0», «\u00a0--json\u00a0» et «\u00a0--swap\u00a0»',
    'npm run build -- --keep-going --json --swap',
  ],
  [
    'build',
    ['/chine/'],
    { npm_config_explain: 'true' },
    'l’option «\u00a0--explain\u00a0»',
    'npm run build -- --explain …',
  ],
  [
    'check',
    [],
    { npm_config_content: 'x' },
    'l’option «\u00a0--content\u00a0»',
    'npm run check -- --content=x',
  ],
  [
    'check',
    [],
    { npm_config_content: 'a b' },
    'l’option «\u00a0--content\u00a0»',
    'npm run check -- --content="a b"',
  ],
  ['dev', ['9000'], { npm_config_port: 'true' }, 'l’option «\u00a0--port\u00a0»', 'npm run dev -- --port …'],
  [
    'new',
    ['Titre'],
    { npm_config_section: 'chine' },
    'l’option «\u00a0--section\u00a0»',
    'npm run new -- --section=chine',
  ],
  [
    'move',
    ['content/articles/port.md'],
    { npm_config_dry_run: 'true', npm_config_slug: 'quai' },
    'les options «\u00a0--slug\u00a0» et «\u00a0--dry-run\u00a0»',
    'npm run move -- --slug=quai --dry-run',
  ],
  [
    'clean',
    [],
    { npm_config_output: 'public' },
    'l’option «\u00a0--output\u00a0»',
    'npm run clean -- --output=public',
  ],
] as const;

describe('an option that npm took for its own', () => {
  for (const [command, words, variables, named, shown] of CASES)
    it(`is named, with what to type, and nothing is done: ${shown}`, () => {
      assert.deepEqual(run(command, words, variables), {
        status: 2,
        stdout: '',
        stderr: `npm a gardé pour lui ${named}\u00a0: les options vont après deux tirets, comme dans «\u00a0${shown}\u00a0».\nnpm run ${command} -- --help donne toutes les options.\n`,
      });
      assert.deepEqual(readdirSync(EMPTY), []);
    });

  it('is none of those that people set for npm alone', () => {
    const options = {
      cache: { type: 'string' },
      only: { type: 'string' },
      quiet: { type: 'boolean' },
      full: { type: 'boolean' },
    } as const;
    for (const name of ['cache', 'only', 'quiet', 'loglevel', 'registry', 'omit'])
      assert.deepEqual(optionsThatNpmTook(options, { [`npm_config_${name}`]: 'true' }), [], name);
  });

  it('is none that was taken back', () => {
    for (const value of ['', 'false', undefined])
      assert.deepEqual(optionsThatNpmTook({ full: { type: 'boolean' } }, { npm_config_full: value }), []);
  });

  it('is named by the developers’ commands, too, before they begin', () => {
    const cases = [
      ['tests/soak/soak.ts', 'minutes', '--minutes=7'],
      ['tests/audit/audit.ts', 'pages', '--pages=7'],
      ['bench/bench.ts', 'articles', '--articles=7'],
      ['bench/photographs.ts', 'photographs', '--photographs=7'],
    ] as const;
    for (const [program, option, shown] of cases) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(import.meta.dirname, '../..', program)],
        { encoding: 'utf8', env: { ...process.env, [`npm_config_${option}`]: '7' }, timeout: 60_000 },
      );
      assert.notEqual(status, 0, program);
      assert.equal(stdout, '', program);
      assert.ok(stderr.includes(`npm kept ${shown} for itself: options go behind two dashes`), stderr);
    }
  });
});
