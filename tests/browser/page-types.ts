// The repository's content, with variations, becomes the built demonstration on disk and the address of one page of each type.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { urlOf } from '../../src/address/addresses.ts';
import { type BuildOutcome, buildSite } from '../../src/engine/build.ts';
import { THEME_DIR } from '../../src/engine/rendering/templates.ts';
import { formatProblems } from '../../src/problem/format-problems.ts';
import { shareImages } from '../shared-images.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A built page: its address and its text. */
interface BuiltPage {
  readonly url: string;
  html(): string;
}

const ARTICLE = /^\/[^/]+\/\d{4}\/\d{2}\/\d{2}\/[^/]+\.html$/;

/** The conditions by which a page of each type is found. Redirects are missing, since readers do not see them. */
const FINDERS = {
  'home page': at(/^\/$/),
  section: at(/^\/chine\/$/),
  'section of photographs': at(/^\/photos\/$/),
  'month of a section': at(/^\/chine\/2014\/05\/$/),
  'fresh article': at(/\/chine-suspend-groupe-travail-cybersecurite\.html$/),
  'old article': ({ url, html }) =>
    ARTICLE.test(url) &&
    !html().includes('<aside class="furniture"') &&
    !html().includes('http-equiv="refresh"'),
  gallery: articleWith('<ol class="gallery">'),
  'article with a film': articleWith('<video'),
  'article with a map': articleWith('class="locator"'),
  topic: at(/^\/sujets\/[^/]+\/$/),
  'list of dossiers': at(/^\/dossiers\/$/),
  dossier: at(/^\/dossiers\/[^/]+\/$/),
  archives: at(/^\/archives\/$/),
  year: at(/^\/archives\/2014\/$/),
  month: at(/^\/archives\/2014\/05\/$/),
  day: at(/^\/archives\/2014\/05\/20\/$/),
  'editorial page': at(/^\/a-propos\/$/),
  'page not found': at(/^\/404\.html$/),
  flashes: at(/^\/flash\/$/),
  weather: at(/^\/meteo\/$/),
  'weather of a city': at(/^\/meteo\/beijing\/$/),
  'most read': at(/^\/les-plus-lus\/$/),
  polls: at(/^\/sondages\/$/),
  poll: at(/^\/sondages\/[^/]+\/$/),
  search: at(/^\/recherche\/$/),
  'style guide': at(/^\/style\/$/),
} satisfies Readonly<Record<string, (page: BuiltPage) => boolean>>;

export type PageType = keyof typeof FINDERS;

export const PAGE_TYPES = Object.keys(FINDERS) as readonly PageType[];

function at(address: RegExp): (page: BuiltPage) => boolean {
  return ({ url }) => address.test(url);
}

function articleWith(piece: string): (page: BuiltPage) => boolean {
  return ({ url, html }) => ARTICLE.test(url) && html().includes(piece);
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

/** The demonstration's edition, but with client code that follows the reader's clock. */
export const WITH_RUNNING_CLOCK: Variation = {
  site: yaml => yaml.replace(/^clock:.*$/m, ''),
  now: '2014-05-20T15:30:00+08:00',
};

export interface Demonstration extends Disposable {
  readonly outputDir: string;
  /** Throws when the demonstration has no page of the type. */
  addressOf(type: PageType): string;
}

/** Builds the demonstration into a temporary folder; disposing of it removes the folder. */
export async function buildDemonstration({
  site,
  articles = {},
  files = {},
  now,
}: Variation = {}): Promise<Demonstration> {
  const folder = mkdtempSync(join(tmpdir(), 'quotidien-browser-'));
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
    if (site) {
      const file = join(dataDir, 'site.yaml');
      writeFileSync(file, site(readFileSync(file, 'utf8')));
    }
    const outputDir = join(folder, 'site');
    shareImages(join(folder, 'cache'));
    const outcome = await buildSite({
      contentDir,
      dataDir,
      outputDir,
      cacheDir: join(folder, 'cache'),
      now: now === undefined ? null : Date.parse(now),
      wallClock: 0,
      workers: 1,
      full: false,
      keepGoing: false,
      themeDir: THEME_DIR,
      stylePage: true,
      onProgress: () => {},
    });
    assert.ok(outcome.ok, problemsOf(outcome));
    const pages = builtPages(outputDir);
    return {
      outputDir,
      addressOf(type) {
        const found = pages.find(FINDERS[type]);
        assert.ok(found, `the demonstration has no page of the type « ${type} »`);
        return found.url;
      },
      [Symbol.dispose]: remove,
    };
  } catch (error) {
    remove();
    throw error;
  }
}

function problemsOf(outcome: BuildOutcome): string {
  return outcome.ok ? '' : `the demonstration does not build: ${formatProblems(outcome.problems)}`;
}

/** The pages of the site, sorted by address, so that each run finds the same page of a type. */
function builtPages(outputDir: string): readonly BuiltPage[] {
  return readdirSync(outputDir, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.html'))
    .map(name => ({
      url: urlOf(name.replaceAll('\\', '/')),
      html: () => readFileSync(join(outputDir, name), 'utf8'),
    }))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}
