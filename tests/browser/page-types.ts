// The repository's content, with variations, becomes the built demonstration on disk and the address of a page of each registered type.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  archiveUrl,
  articleAddress,
  cityUrl,
  editorialUrl,
  outputPath,
  sectionMonthUrl,
  sectionUrl,
} from '../../src/address/addresses.ts';
import { type BuildOutcome, beginPlainBuild } from '../../src/engine/build.ts';
import type { BuildOptions } from '../../src/engine/build-options.ts';
import { THEME_DIR } from '../../src/engine/rendering/templates.ts';
import { renderWithEleventy } from '../../src/engine/stages/render-fixed-pages.ts';
import type { DerivedFiles } from '../../src/pages/derived-files.ts';
import type { PageContext } from '../../src/pages/page-type.ts';
import { allPages, PAGE_TYPES as REGISTERED } from '../../src/pages/registry.ts';
import { formatProblems } from '../../src/problem/format-problems.ts';
import type { Problem } from '../../src/problem/problem.ts';
import { quickestFolder } from '../quickest-folder.ts';
import { shareAssets, shareImages } from '../shared-folders.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A built page: its address and its text. */
interface BuiltPage {
  readonly url: string;
  html(): string;
}

type Choice = (page: BuiltPage) => boolean;

/**
 * The pages that tests open of a page type, each with its name in the tests and the condition that finds it. Of a type that is
 * missing here, such as a new one, tests open the page with the first address, under the name of the type.
 */
const OPENED = {
  home: { 'home page': first },
  section: { section: at(sectionUrl('chine')), 'section of photographs': at(sectionUrl('photos')) },
  'section-month': { 'month of a section': at(sectionMonthUrl('chine', '2014-05')) },
  article: {
    'fresh article': ({ url }) => articleAddress(url)?.slug === 'chine-suspend-groupe-travail-cybersecurite',
    'old article': ({ html }) => !html().includes('<aside class="furniture"'),
    gallery: withPiece('<ol class="gallery">'),
    'article with a film': withPiece('<video'),
    'article with a map': withPiece('class="locator"'),
  },
  dossiers: { 'list of dossiers': first },
  'dossier-period': { 'day of a dossier': withPiece('<section class="chronology">') },
  year: { year: at(archiveUrl('2014')) },
  month: { month: at(archiveUrl('2014-05')) },
  day: { day: at(archiveUrl('2014-05-20')) },
  editorial: { 'editorial page': at(editorialUrl('a-propos')) },
  'not-found': { 'page not found': first },
  city: { 'weather of a city': at(cityUrl('beijing')) },
  'most-read': { 'most read': first },
  style: { 'style guide': first },
} satisfies Readonly<Record<string, Readonly<Record<string, Choice>>>>;

/** The page types with a template of which tests open no page. */
const UNSEEN: ReadonlySet<string> = new Set([
  // Pieces, which client code or a server puts into other pages.
  'today',
  'newest',
  'furniture-part',
  // Browsers leave it at once.
  'redirect',
  // Programs read them, not people.
  'feed',
  'rss',
  'sitemap',
  'sitemap-index',
  'news-sitemap',
  // Only the newsroom has it: `drafts.test.ts` opens it.
  'absent',
  // Only a portal whose readers are answered has it: `participation.test.ts` opens it.
  'thanks',
]);

/** The page types that this file names. */
export const NAMED_TYPES: readonly string[] = [...Object.keys(OPENED), ...UNSEEN];

/** The name that tests give to a page that they open. */
export type PageType = { [Type in keyof typeof OPENED]: keyof (typeof OPENED)[Type] }[keyof typeof OPENED];

function choicesOf(type: string): Readonly<Record<string, Choice>> {
  return Object.hasOwn(OPENED, type) ? OPENED[type as keyof typeof OPENED] : { [type]: first };
}

/** The registered type of each of these pages, and the condition that finds it among the pages of that type. */
const CHOICES: ReadonlyMap<PageType, { readonly type: string; readonly choice: Choice }> = new Map(
  REGISTERED.filter(({ renderer, name }) => renderer !== 'json' && !UNSEEN.has(name)).flatMap(
    ({ name: type }) =>
      Object.entries(choicesOf(type)).map(([name, choice]) => [name as PageType, { type, choice }] as const),
  ),
);

/** All of them, in the order of the registry. */
export const PAGE_TYPES: readonly PageType[] = [...CHOICES.keys()];

function first(): boolean {
  return true;
}

function at(address: string): Choice {
  return ({ url }) => url === address;
}

function withPiece(piece: string): Choice {
  return ({ html }) => html().includes(piece);
}

/** Changes to the demonstration. */
export interface Variation {
  /** Changes the text of `_data/site.yaml`. */
  readonly site?: (yaml: string) => string;
  /** The texts of more articles, by file name. */
  readonly articles?: Readonly<Record<string, string>>;
  /** More files, such as photographs, by path below the content folder: `media/quai.jpg`. */
  readonly files?: Readonly<Record<string, Buffer>>;
  /** The instant of the edition, in ISO 8601 with an offset, if not the demonstration's. */
  readonly now?: string;
}

/** The demonstration with a service for comments and votes, so that pages show the forms. */
export const WITH_PARTICIPATION: Variation = {
  site: yaml => `${yaml}\nparticipation: https://participation.example\n`,
};

/** The same in a folder of its host. */
export const IN_FOLDER: Variation = {
  site: yaml =>
    `${yaml.replace('https://quotidien.example', 'https://quotidien.example/journal')}\nparticipation: https://participation.example\n`,
};

/** The demonstration's edition, with a service for votes, but with client code that follows the reader's clock. */
export const WITH_RUNNING_CLOCK: Variation = {
  site: yaml => `${yaml.replace(/^clock:.*$/m, '')}\nparticipation: https://participation.example\n`,
  now: '2014-05-20T15:30:00+08:00',
};

export interface Demonstration extends Disposable {
  readonly outputDir: string;
  readonly contentDir: string;
  /** What every image is made of that the pages name. */
  readonly files: DerivedFiles;
  /** Throws when the demonstration has no page of the type. */
  addressOf(type: PageType): string;
}

/**
 * Builds the demonstration into a temporary folder; disposing of it removes the folder. Images are left to be made
 * `when-asked` (`files` says of what): all of them together take a minute.
 */
export async function buildDemonstration(
  { site, articles = {}, files = {}, now }: Variation = {},
  images: 'now' | 'when-asked' = 'when-asked',
): Promise<Demonstration> {
  const folder = mkdtempSync(join(quickestFolder(), 'quotidien-browser-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const dataDir = join(folder, 'data');
    const contentDir = join(folder, 'content');
    cpSync(join(ROOT, '_data'), dataDir, { recursive: true });
    cpSync(join(ROOT, 'content'), contentDir, { recursive: true });
    for (const [name, text] of Object.entries(articles))
      writeFileSync(join(contentDir, 'articles', name), text);
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(contentDir, path)), { recursive: true });
      writeFileSync(join(contentDir, path), bytes);
    }
    const file = join(dataDir, 'site.yaml');
    // A dossier of the demonstration would fit on one page.
    const yaml = `${readFileSync(file, 'utf8')}\ndossierLength: 2\n`;
    writeFileSync(file, site?.(yaml) ?? yaml);
    const outputDir = join(folder, 'site');
    await shareAssets(join(folder, 'cache'));
    await shareImages(join(folder, 'cache'));
    const { outcome, context } = await buildKnowing({
      contentDir,
      dataDir,
      outputDir,
      cacheDir: join(folder, 'cache'),
      now: now === undefined ? null : Date.parse(now),
      wallClock: 0,
      images,
      workers: 1,
      full: false,
      keepGoing: false,
      themeDir: THEME_DIR,
      stylePage: true,
      onProgress: () => {},
    });
    assert.ok(outcome.ok, problemsOf(outcome.problems));
    const pages = pagesByType(context, outputDir);
    return {
      outputDir,
      contentDir,
      files: outcome.files,
      addressOf(name) {
        const { type, choice } = CHOICES.get(name)!;
        const found = pages.get(type)?.find(choice);
        assert.ok(found, `the demonstration has no page « ${name} », of the type « ${type} »`);
        return found.url;
      },
      [Symbol.dispose]: remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Does what `buildSite` does, and also returns what the pages were listed from. */
async function buildKnowing(
  options: BuildOptions,
): Promise<{ readonly outcome: BuildOutcome; readonly context: PageContext }> {
  const begun = await beginPlainBuild(options);
  if (!begun.ok) throw new Error(problemsOf(begun.problems));
  try {
    const outcome = await begun.finish(await renderWithEleventy(begun.known));
    return { outcome, context: begun.known.context };
  } finally {
    await begun.close();
  }
}

function problemsOf(problems: readonly Problem[]): string {
  return `the demonstration does not build: ${formatProblems(problems)}`;
}

/** The pages of each page type, sorted by address, so that each run finds the same page. */
function pagesByType(context: PageContext, outputDir: string): ReadonlyMap<string, readonly BuiltPage[]> {
  const pages = [...allPages(context)].map(({ type, url }) => ({
    type: type.name,
    url,
    html: () => readFileSync(join(outputDir, outputPath(url)), 'utf8'),
  }));
  pages.sort((a, b) => (a.url < b.url ? -1 : 1));
  return Map.groupBy(pages, ({ type }) => type);
}
