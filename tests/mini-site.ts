// A whole portal in a few lines, in a temporary folder: write a file, build, look at what a reader would get.
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { outputPath, urlOf } from '../src/address/addresses.ts';
import { type BuildOutcome, buildSite } from '../src/engine/build.ts';
import type { BuildOptions } from '../src/engine/build-options.ts';
import { type ContentCheck, checkContent } from '../src/engine/check-content.ts';
import { THEME_DIR } from '../src/engine/rendering/templates.ts';
import type { BuildReport } from '../src/engine/report/report.ts';
import { formatProblems } from '../src/problem/format-problems.ts';
import { quickestFolder } from './quickest-folder.ts';
import { shareAssets, shareImages } from './shared-folders.ts';
import { soakOrder } from './soak/how-many.ts';
import { listsOf, type Tree, treeOf } from './tree.ts';

/** Three sections, three topics, two dossiers of which one runs, and few enough of everything that lists overflow. */
const DEFAULT_FILES: Readonly<Record<string, string>> = {
  '_data/site.yaml': `name: Le Petit Portail
description: Un portail pour essayer.
baseUrl: https://portail.example
timeZone: Asia/Shanghai
furnitureArticles: 3
graceDays: 0
`,
  '_data/sections.yaml': `- { slug: chine, name: Chine }
- { slug: monde, name: Monde }
- { slug: sport, name: Sport }
`,
  '_data/topics.yaml': `- { slug: commerce, name: Commerce }
- { slug: energie, name: Énergie }
- { slug: ukraine, name: Ukraine }
`,
  '_data/dossiers.yaml': `- { slug: sommet, title: Le sommet, standfirst: Deux jours de rencontres., running: true }
- { slug: mondial, title: Le Mondial, standfirst: Un mois de football., running: false }
`,
};

/** The afternoon at which mini-sites are built when nothing else is said. */
export const AFTERNOON = '2014-05-20T15:30:00+08:00';

export type BuildChanges = Partial<
  Pick<
    BuildOptions,
    | 'workers'
    | 'keepGoing'
    | 'allowRemovals'
    | 'full'
    | 'images'
    | 'stylePage'
    | 'audience'
    | 'eleventyConfig'
    | 'verify'
    | 'swap'
    | 'cacheDir'
    | 'onProgress'
    | 'source'
    | 'snapshots'
  >
> & {
  /** ISO 8601 with an offset; null: the build is given no instant. */
  readonly now?: string | null;
};

export interface MiniSite extends Disposable {
  /** The folder that holds `content`, `_data`, `_site` and `.cache`. */
  readonly dir: string;
  /** Paths are below `dir`: `content/articles/port.md`. */
  write(path: string, data: string | Uint8Array): void;
  read(path: string): string;
  holds(path: string): boolean;
  edit(path: string, change: (text: string) => string): void;
  remove(path: string): void;
  rename(from: string, to: string): void;
  /** `name` is `topics.yaml`. */
  editData(name: string, text: string): void;
  /** `name` is below the theme folder, `partials/card.njk`; a file that is not there is made from an empty text. */
  editTheme(name: string, change: (text: string) => string): void;
  build(changes?: BuildChanges): Promise<BuildOutcome>;
  /** What a build here is told. */
  options(changes?: BuildChanges): BuildOptions;
  /** What `npm run check` finds. */
  checked(changes?: BuildChanges): Promise<ContentCheck>;
  /** A build that may not fail. */
  built(changes?: BuildChanges): Promise<BuildReport>;
  /** What a clean build of the present files gives: into another output folder, with another memory. */
  cleanBuild(changes?: BuildChanges): Promise<CleanBuild>;
  tree(): Tree;
  /** The text of the page at an address: `/chine/`. */
  page(url: string): string;
  has(url: string): boolean;
  /** Does `act` and gives the addresses whose files were written meanwhile, even with the same bytes, in order. */
  writtenBy(act: () => Promise<unknown>): Promise<readonly string[]>;
}

export interface CleanBuild {
  readonly outcome: BuildOutcome;
  readonly tree: Tree;
  /** What it says that it holds. */
  readonly lists: Tree;
}

/**
 * A site of the default data and `files`; it is removed at the end of the block that declares it with `using`. With
 * `ownImages` it makes all its images itself, where others share what any test has made.
 */
export function miniSite(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  { ownImages = false } = {},
): MiniSite {
  // The soak builds on the disk, which gives the inode of a removed file to another.
  const dir = mkdtempSync(join(soakOrder() === null ? quickestFolder() : tmpdir(), 'quotidien-test-'));
  const at = (path: string): string => join(dir, path);
  const output = at('_site');
  let themeDir = THEME_DIR;

  const optionsOf = (outputDir: string, cacheDir: string, changes: BuildChanges): BuildOptions => {
    const { now = AFTERNOON, ...others } = changes;
    return {
      contentDir: at('content'),
      dataDir: at('_data'),
      outputDir,
      cacheDir,
      now: now === null ? null : Date.parse(now),
      wallClock: Date.now(),
      workers: 2,
      full: false,
      keepGoing: false,
      themeDir,
      onProgress: () => {},
      ...others,
    };
  };
  const run = async (outputDir: string, cacheDir: string, changes: BuildChanges): Promise<BuildOutcome> => {
    await shareAssets(cacheDir);
    if (!ownImages) await shareImages(cacheDir);
    return buildSite(optionsOf(outputDir, cacheDir, changes));
  };

  const site: MiniSite = {
    dir,
    write(path, data) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), data);
    },
    read: path => readFileSync(at(path), 'utf8'),
    holds: path => existsSync(at(path)),
    edit: (path, change) => site.write(path, change(site.read(path))),
    remove: path => rmSync(at(path), { recursive: true }),
    rename(from, to) {
      mkdirSync(dirname(at(to)), { recursive: true });
      renameSync(at(from), at(to));
    },
    editData: (name, text) => site.write(`_data/${name}`, text),
    editTheme(name, change) {
      if (themeDir === THEME_DIR) {
        themeDir = at('theme');
        for (const part of [
          'archive',
          'client',
          'eleventy',
          'furniture',
          'layouts',
          'partials',
          'static',
          'styles',
        ])
          cpSync(join(THEME_DIR, part), join(themeDir, part), { recursive: true });
      }
      const path = `theme/${name}`;
      site.write(path, change(site.holds(path) ? site.read(path) : ''));
    },
    build: (changes = {}) => run(output, changes.cacheDir ?? at('.cache'), changes),
    options: (changes = {}) => optionsOf(output, at('.cache'), changes),
    checked: (changes = {}) => checkContent(optionsOf(output, at('.cache'), changes)),
    built: async (changes = {}) => reportOf(await site.build(changes)),
    async cleanBuild(changes = {}) {
      const other = mkdtempSync(join(quickestFolder(), 'quotidien-clean-'));
      try {
        const outcome = await run(join(other, '_site'), join(other, '.cache'), changes);
        return { outcome, tree: treeOf(join(other, '_site')), lists: listsOf(join(other, '_site')) };
      } finally {
        rmSync(other, { recursive: true });
      }
    },
    tree: () => treeOf(output),
    page: url => readFileSync(join(output, outputPath(url)), 'utf8'),
    has: url => site.tree().has(outputPath(url)),
    async writtenBy(act) {
      for (const path of site.tree().keys()) utimesSync(join(output, path), LONG_AGO, LONG_AGO);
      await act();
      return [...site.tree().keys()]
        .filter(path => statSync(join(output, path)).mtimeMs !== LONG_AGO.getTime())
        .map(urlOf)
        .sort();
    },
    [Symbol.dispose]: () => rmSync(dir, { recursive: true, force: true }),
  };
  for (const [path, text] of Object.entries({ ...DEFAULT_FILES, ...files })) site.write(path, text);
  mkdirSync(at('content/articles'), { recursive: true });
  return site;
}

const LONG_AGO = new Date('2001-01-01T00:00:00Z');

/** The report of a build that did not fail. */
export function reportOf(outcome: BuildOutcome): BuildReport {
  assert.ok(outcome.ok, outcome.ok ? '' : formatProblems(outcome.problems));
  return outcome.report;
}

/** The text of an article's file: `fields` over a title, a source, a date of that afternoon and the section Chine. */
export function article(fields: Readonly<Record<string, unknown>> = {}, body = 'Le texte.'): string {
  const all = {
    title: 'Le port rouvre',
    source: 'Xinhua',
    date: '2014-05-20T13:43',
    section: 'chine',
    ...fields,
  };
  // JSON is YAML, so every value can be written as JSON.
  const lines = Object.entries(all)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n\n${body}\n`;
}
