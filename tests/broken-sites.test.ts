import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { after, before, describe, it, test } from 'node:test';
import { buildSite } from '../src/engine/build.ts';
import type { BuildOptions } from '../src/engine/build-options.ts';
import { checkContent } from '../src/engine/check-content.ts';
import { THEME_DIR } from '../src/engine/rendering/templates.ts';
import type { Problem } from '../src/problem/problem.ts';
import { RULES, type Rule } from '../src/problem/rule.ts';
import type { BrokenSite } from './broken-sites/broken-site.ts';
import { madeCases } from './broken-sites/made-cases.ts';
import { madeMediaCases } from './broken-sites/made-media-cases.ts';
import { styleMistake } from './broken-sites/message-style.ts';
import { parseCases } from './broken-sites/parse-cases.ts';
import { applyChanges, layGoodSite, readGoodFile, snapshot } from './broken-sites/site-on-disk.ts';
import { quickestFolder } from './quickest-folder.ts';
import { shareAssets } from './shared-folders.ts';

const FOLDER = join(import.meta.dirname, 'broken-sites');
const ROOT = resolve(import.meta.dirname, '..');

/**
 * Rules that no site can break, because no schema leaves them to be broken (they are there for schemas to come), or
 * because the system makes no such file. Mistakes in the theme are no editor's: `src/engine/assets/assets.test.ts`, `theme-mistakes.test.ts` and `owner.test.ts` make them.
 */
const WITHOUT_CASE: readonly Rule[] = [
  'invalid-value',
  'too-short',
  'client-script',
  'style-sheet',
  'template',
  'own-code',
  'card-colour',
  'address-twice',
  // Warnings (`links.test.ts`).
  'link-gone',
  'link-moved',
  // The same (`misplaced.test.ts`).
  'misplaced-file',
  'misnamed-data',
  // The same (`furniture-modes.test.ts`).
  'unfit-furniture-mode',
  'security-expires',
  'link-withdrawn',
  // One of what stands elsewhere (`snapshots.test.ts`).
  'snapshot-passed-over',
  // Another (`lost-addresses.test.ts`).
  'address-lost',
  // It takes a site of many articles (`removals.test.ts`).
  'articles-lost',
  ...(process.platform === 'linux' ? [] : ['unreadable-name' as const]),
];

const areas: readonly (readonly [area: string, cases: readonly BrokenSite[]])[] = [
  ...readdirSync(FOLDER)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(
      name =>
        [name.slice(0, -4), parseCases(readFileSync(join(FOLDER, name), 'utf8'), readGoodFile)] as const,
    ),
  ['made', madeCases],
  ['made media', madeMediaCases],
];
const allCases = areas.flatMap(([, cases]) => cases);

/** Holds the broken site, the good site that was built before, and a second output for `--keep-going`. */
const root = mkdtempSync(join(realpathSync(quickestFolder()), 'quotidien-broken-'));
after(() => rmSync(root, { recursive: true, force: true }));

const options: BuildOptions = {
  contentDir: join(root, 'content'),
  dataDir: join(root, '_data'),
  outputDir: join(root, '_site'),
  cacheDir: join(root, '.cache'),
  now: null,
  wallClock: Date.UTC(2014, 4, 20, 8),
  workers: 1,
  full: false,
  keepGoing: false,
  themeDir: THEME_DIR,
  onProgress: () => {},
};
const keptOptions: BuildOptions = {
  ...options,
  outputDir: join(root, '_kept'),
  cacheDir: join(root, '.kept-cache'),
  keepGoing: true,
};
/** A build may remember what it read; all else is watched. */
const MEMORIES = ['.cache', '.kept-cache'];

/** The address of each article of the good site. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'content/articles/port.md': 'chine/2014/05/20/port.html',
  'content/articles/2014/foire.md': 'chine/2014/05/19/foire.html',
  'content/articles/2014/match.md': 'sport/2014/05/18/match.html',
  'content/pages/a-propos.md': 'a-propos/index.html',
  'content/pages/contact.md': 'contact/index.html',
};

before(async () => {
  layGoodSite(root);
  for (const each of [options, keptOptions]) {
    await shareAssets(each.cacheDir);
    const built = await buildSite(each);
    assert.deepEqual(built.problems, [], 'the good site is good');
    for (const address of Object.values(ADDRESSES))
      assert.ok(existsSync(join(each.outputDir, address)), address);
  }
});

for (const [area, cases] of areas) {
  describe(area, () => {
    for (const broken of cases) {
      test(broken.title, async () => {
        layGoodSite(root);
        applyChanges(root, broken.changes);
        const untouched = snapshot(root, MEMORIES);

        const checked = await checkContent(options);
        assertProblems(checked.problems, broken);
        const built = await buildSite(options);
        assert.equal(built.ok, false, 'the build should stop');
        assert.deepEqual(built.problems, checked.problems, 'a build names what a check names');
        assert.deepEqual(snapshot(root, MEMORIES), untouched, 'nothing on disk may change');

        if (isFirstOfItsKind(broken)) await assertRestIsPublished(broken, checked.problems);
      });
    }
  });
}

const kindsSeen = new Set<string>();

/** Publishing the rest takes its time, and depends on which files break which rules, not on how. */
function isFirstOfItsKind({ problems }: BrokenSite): boolean {
  const kind = problems.map(({ file, rule }) => `${file} ${rule}`).join('\n');
  if (kindsSeen.has(kind)) return false;
  kindsSeen.add(kind);
  return true;
}

/** The problem as the cases write it: its file below `root`. */
function fileBelowRoot({ file }: Problem, workingFolder = process.cwd()): string {
  return relative(root, resolve(workingFolder, file)).replaceAll('\\', '/');
}

/** `workingFolder`: where the files of `problems` are named from. */
function assertProblems(problems: readonly Problem[], broken: BrokenSite, workingFolder?: string): void {
  const place = (file: string, { line, column, rule }: Pick<Problem, 'line' | 'column' | 'rule'>) =>
    `${file}:${line}:${column} ${rule}`;
  const shown = problems.map(({ message }) => message).join('\n');
  assert.deepEqual(
    problems.map(problem => place(fileBelowRoot(problem, workingFolder), problem)),
    broken.problems.map(problem => place(problem.file, problem)),
    shown,
  );
  for (const [index, { message }] of problems.entries()) {
    const { words } = broken.problems[index]!;
    const plain = message.replace(/[\u00a0\u202f]/g, ' ');
    assert.ok(plain.includes(words.replace(/[\u00a0\u202f]/g, ' ')), `« ${words} » is not in « ${message} »`);
    assert.equal(styleMistake(message), null, message);
  }
}

async function assertRestIsPublished(broken: BrokenSite, problems: readonly Problem[]): Promise<void> {
  layGoodSite(root);
  assert.deepEqual((await buildSite(keptOptions)).problems, []);
  applyChanges(root, broken.changes);
  const outside = snapshot(root, [...MEMORIES, '_kept']);
  const published = snapshot(root, MEMORIES);
  const built = await buildSite(keptOptions);
  assert.deepEqual(snapshot(root, [...MEMORIES, '_kept']), outside, 'nothing is written but the site');
  assert.deepEqual(
    built.problems.map(({ staysOnline, ...problem }) => problem),
    problems,
  );
  const faulty = new Set(problems.map(problem => fileBelowRoot(problem)));
  /** A picture that data name can be left out of it. */
  const isDataGood = problems.every(
    problem =>
      problem.rule === 'missing-media' ||
      /^content\/(?:articles\/|(?:comments|media|pages)\b)/.test(fileBelowRoot(problem)),
  );
  /** A folder that is at fault takes its files with it. */
  const isFaulty = (file: string): boolean =>
    faulty.has(file) || [...faulty].some(folder => file.startsWith(`${folder}/`));
  const lost = new Set(
    problems.filter(({ rule }) => rule === 'unknown-section').map(problem => fileBelowRoot(problem)),
  );
  /** An article that was published before a fault got into it stays as it was, unless its section is gone. */
  const staysOnline = (file: string): boolean =>
    file.startsWith('content/articles/') &&
    faulty.has(file) &&
    (!lost.has(file) || broken.changes.every(({ path }) => !path.startsWith('_data/')));
  const isArticleLeft = Object.keys(ADDRESSES).some(
    file => file.startsWith('content/articles/') && (!isFaulty(file) || staysOnline(file)),
  );
  if (!isDataGood || !isArticleLeft) {
    assert.equal(built.ok, false, 'without its data or any article no site is published');
    assert.deepEqual(snapshot(root, MEMORIES), published);
    return;
  }
  assert.equal(built.ok, true);
  const changed = new Set(broken.changes.map(({ path }) => path));
  for (const [file, address] of Object.entries(ADDRESSES)) {
    // What a case put in a good file's place, without a fault, may have another address.
    if (changed.has(file) && !isFaulty(file)) continue;
    // Its address is there, as that of the other file.
    if (problems.some(problem => problem.rule === 'same-address' && fileBelowRoot(problem) === file))
      continue;
    const isThere = existsSync(join(keptOptions.outputDir, address));
    assert.equal(isThere, !isFaulty(file) || staysOnline(file), `${address} of ${file}`);
  }
}

describe('the commands', () => {
  /** One of each kind of file; what each case says was seen above, and each command takes half a second to start. */
  const sample = ['fields', 'data-lists', 'comments', 'made media'].map(
    wanted => areas.find(([area]) => area === wanted)![1][0]!,
  );
  for (const broken of sample) {
    test(`say in French, with status 1: ${broken.title}`, () => {
      layGoodSite(root);
      applyChanges(root, broken.changes);
      const untouched = snapshot(root, MEMORIES);
      const check = run('check', '--json');
      assert.equal(check.status, 1, check.stderr);
      assert.equal(check.stderr, '');
      assertProblems(JSON.parse(check.stdout).problems, broken, root);
      const build = run('build', '--output', '_site', '--cache', '.cache');
      assert.equal(build.status, 1, build.stderr);
      for (const { file, line, column, rule } of broken.problems) {
        assert.ok(build.stderr.includes(`${file}:${line}:${column}\n`), build.stderr);
        assert.ok(build.stderr.includes(`[${rule}]`), build.stderr);
      }
      assert.match(build.stderr, /le site n’a pas été touché\.\n$/);
      assert.doesNotMatch(build.stdout + build.stderr, /\n\s+at |Error\b|node:/);
      assert.deepEqual(snapshot(root, MEMORIES), untouched, 'nothing on disk may change');
    });
  }

  function run(command: 'build' | 'check', ...more: readonly string[]) {
    const script = join(ROOT, 'src/cli', `${command}.ts`);
    return spawnSync(process.execPath, [script, ...more], { cwd: root, encoding: 'utf8' });
  }
});

describe('every rule', () => {
  it('has a broken site that shows it', () => {
    const shown = new Set(allCases.flatMap(({ problems }) => problems.map(({ rule }) => rule)));
    assert.deepEqual(
      RULES.filter(rule => !shown.has(rule) && !WITHOUT_CASE.includes(rule)),
      [],
    );
  });

  it('is named by the code that finds it broken', () => {
    const sources = globSync('src/**/*.ts', { cwd: ROOT })
      .filter(file => !file.endsWith('.test.ts') && basename(file) !== 'rule.ts')
      .map(file => readFileSync(join(ROOT, file), 'utf8'))
      .join('\n');
    assert.deepEqual(
      RULES.filter(rule => !sources.includes(`'${rule}'`)),
      [],
    );
  });

  it('is named in schemas by « breaks », which no misspelt rule gets past', () => {
    const wrong = globSync('src/**/*.ts', { cwd: ROOT }).filter(
      file =>
        !file.endsWith('.test.ts') &&
        /\bparams:(?! breaks\(| \{ \[constants\.ZSTD_)/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    assert.deepEqual(wrong, []);
  });
});

test('every case has a title of its own and something to say', () => {
  const titles = areas.flatMap(([area, cases]) => cases.map(({ title }) => `${area}: ${title}`));
  assert.equal(new Set(titles).size, titles.length);
  for (const { title, problems } of allCases) assert.ok(problems.length > 0, title);
});
