// The documentation against the project: a command, an option or a link that is named is there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { describe, test } from 'node:test';

const ROOT = join(import.meta.dirname, '..');
const COMMANDS = [
  'build',
  'check',
  'clean',
  'dev',
  'history',
  'host',
  'most-read',
  'move',
  'new',
  'participation',
  'proof',
  'publish',
  'purge',
  'refresh',
  'votes',
  'weather',
];

const pages = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.md'))
    .map(name => join('docs', name)),
];
const textOf = (page: string): string => readFileSync(join(ROOT, page), 'utf8');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Readonly<Record<string, string>> };

/** The page without its examples of code, in which an editor's link may lead anywhere. */
const proseOf = (page: string): string =>
  textOf(page)
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`\n]*`/g, '');

/** The anchors that code hosts give to a page's headings. */
function anchorsOf(page: string): ReadonlySet<string> {
  const headings = [
    ...textOf(page)
      .replace(/^```[\s\S]*?^```$/gm, '')
      .matchAll(/^#+ (.+)$/gm),
  ];
  return new Set(
    headings.map(([, words]) =>
      words!
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );
}

function run(command: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, `src/cli/${command}.ts`), ...args],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
}

/** Per option that a command's help names, whether a value follows it. */
function optionsInHelp(command: string): ReadonlyMap<string, boolean> {
  const { stdout } = run(command, ['--help']);
  return new Map(
    [...stdout.matchAll(/^ {2}(--[a-z-]+)( [A-Z]+)?/gm)].map(([, name, value]) => [
      name!,
      value !== undefined,
    ]),
  );
}

for (const page of pages) {
  describe(page, () => {
    test('names only commands that exist', () => {
      for (const [, name] of textOf(page).matchAll(/\bnpm run ([\w:-]+)/g)) {
        assert.ok(name! in scripts, `npm run ${name}`);
      }
    });

    test('links only to files and headings that exist', () => {
      for (const [, target = ''] of proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? page : join(dirname(page), path);
        assert.ok(existsSync(resolve(ROOT, file)), target);
        if (anchor !== undefined) assert.ok(anchorsOf(file).has(decodeURI(anchor)), target);
      }
    });

    test('names only options that a command has', () => {
      for (const [, command, words] of textOf(page).matchAll(/\bnpm run (\w+) -- ([^\n`|]*)/g)) {
        if (!COMMANDS.includes(command!)) continue;
        const known = optionsInHelp(command!);
        for (const [option] of words!.matchAll(/--[a-z-]+/g))
          assert.ok(known.has(option), `${command} ${option}`);
      }
    });
  });
}

for (const command of COMMANDS) {
  describe(`npm run ${command}`, () => {
    const options = optionsInHelp(command);

    test('understands every option of its help', () => {
      assert.ok(options.has('--help'));
      const args = [...options].flatMap(([name, takesValue]) => (takesValue ? [name, '1'] : [name]));
      assert.deepEqual(run(command, args), {
        status: 0,
        stdout: run(command, ['--help']).stdout,
        stderr: '',
      });
    });

    test('has all its options in the table of the README, and no other', () => {
      const row = textOf('README.md')
        .split('\n')
        .find(line => line.startsWith(`| \`npm run ${command}`));
      assert.ok(row, `the README has no row for ${command}`);
      // Of a row that says so the options are those that three commands share, and its own.
      const shares = /those that three commands share/.test(row);
      const text =
        row + (shares ? textOf('README.md').match(/^`build`, `dev` and `check` share .*$/m)![0] : '');
      const named = new Set([...text.matchAll(/--[a-z-]+/g)].map(([name]) => name));
      assert.deepEqual([...named, '--help'].sort(), [...options.keys()].sort());
    });
  });
}

test('CI runs the very test command that the README gives', () => {
  const [command] = /^npm ci && npm test$/m.exec(textOf('README.md')) ?? [];
  assert.ok(command, 'the README gives no test command');
  assert.ok(textOf('.ci/run').split('\n').includes(command));
});

test('the guide shows problems in the very words in which editors meet them', () => {
  const content = mkdtempSync(join(tmpdir(), 'quotidien-guide-'));
  const write = (name: string, title: string, date: string, section: string, more = ''): void =>
    writeFileSync(
      join(content, 'articles', name),
      `---\ntitle: ${title}\nsource: Quotidien\ndate: ${date}\nsection: ${section}\n${more}---\n\nTexte.\n`,
    );
  try {
    mkdirSync(join(content, 'articles'));
    // The photographs that the data name.
    cpSync(join(ROOT, 'content/media'), join(content, 'media'), { recursive: true });
    write('marche.md', 'Le marché rouvre', '2014-05-20T13:43', 'economi');
    write('prix-du-riz.md', 'Chine : le riz plus cher au Sud', '20.05.2014 13h43', 'chine');
    write('quai-nord.md', 'Un quai au nord', '31.04.2014 9h05', 'chine');
    write('port.md', 'Le port', '2014-05-20', 'chine', 'image:\n  src: Quai.jpg\n  alt: Trois navires\n');
    writeFileSync(join(content, 'articles', 'quai.jpg'), '');
    const { stdout } = run('check', ['--content', content, '--json']);
    const { problems } = JSON.parse(stdout) as {
      problems: readonly { file: string; line: number; column: number; message: string }[];
    };
    assert.equal(problems.length, 4);
    for (const { file, line, column, message } of problems) {
      const place = `${basename(file)}:${line}:${column}\n  ${message} [`;
      assert.ok(textOf('docs/guide-redaction.md').includes(place), place);
    }
  } finally {
    rmSync(content, { recursive: true });
  }
});
