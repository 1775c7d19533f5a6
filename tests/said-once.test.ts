// A page's view reaches nothing but what the page says that it shows, and names no file that does not follow from it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import type { Article } from '../src/article/article.ts';
import { readArticle } from '../src/article/read-article.ts';
import { workingTree } from '../src/content/working-tree.ts';
import { editionPages } from '../src/engine/edition/edition-pages.ts';
import { nothingFormer } from '../src/engine/edition/links-of-site.ts';
import { NOTHING_PUBLISHED } from '../src/engine/edition/published-version.ts';
import { readContent } from '../src/engine/reading/read-content.ts';
import { walkContent } from '../src/engine/reading/walk-content.ts';
import { Stopped } from '../src/engine/stage.ts';
import { readSite } from '../src/engine/stages/read-site.ts';
import { SAMPLE_CARD_COLOURS } from '../src/images/sample-card-colours.ts';
import { filesReferred } from '../src/pages/derived-files.ts';
import { FURNITURE_BLOCKS, fillBlocks } from '../src/pages/furniture/furniture.ts';
import type { PageContext } from '../src/pages/page-type.ts';
import { portalCardText } from '../src/pages/parts/social.ts';
import { PAGE_TYPES, RESERVED_ADDRESSES } from '../src/pages/registry.ts';
import { inspect, Reference, type Referred, showPortalCard } from '../src/pages/shown.ts';
import { type AskedArticle, makeTools, type ToolSources } from '../src/pages/tools.ts';
import { packTerms } from '../src/search/article-terms.ts';

const ROOT = join(import.meta.dirname, '..');
const contentDir = join(ROOT, 'content');

let context: PageContext;
const articles = new Map<string, Article>();

before(async () => {
  const read = await readSite({
    source: workingTree(contentDir),
    options: { dataDir: join(ROOT, '_data'), now: null, wallClock: 0 } as Parameters<
      typeof readSite
    >[0]['options'],
  });
  assert.ok(!(read instanceof Stopped));
  // So that there are pages of every kind.
  const site = { ...read.site, participation: 'https://avis.example', dossierLength: 1 };
  const content = await readContent(
    site,
    {
      source: workingTree(contentDir),
      dataDir: join(ROOT, '_data'),
      cacheDir: join(ROOT, '.cache/said-once'),
      workers: 1,
    },
    walkContent(workingTree(contentDir)),
    RESERVED_ADDRESSES,
    null,
    async () => assert.fail('there are few articles'),
    () => {},
  );
  ({ context } = editionPages(
    content,
    workingTree(contentDir),
    read.now,
    { audience: 'newsroom', stylePage: true },
    nothingFormer(),
    NOTHING_PUBLISHED,
  ));
  for (const { file } of content.entries) {
    const source = readArticle(file, readFileSync(join(contentDir, file)), { timeZone: read.site.timeZone });
    assert.ok(source.ok);
    articles.set(file, source.value.article);
  }
});

/** What each reference within `shown` stands for, however deep. */
function referencesIn(shown: unknown): readonly Referred[] {
  if (typeof shown !== 'object' || shown === null) return [];
  if (shown instanceof Reference) return [Reference.open(shown as Reference<Referred>)];
  return Object.values(shown).flatMap(referencesIn);
}

/** The files of the articles that a page shows. */
function articlesShown(shown: unknown): ReadonlySet<string> {
  return new Set(
    referencesIn(shown).flatMap((referred): readonly string[] => {
      if ('entry' in referred) return [referred.entry.file];
      return 'entries' in referred ? Array.from(referred.entries, ({ file }) => file) : [];
    }),
  );
}

/** Tools that give the articles which `shown` refers to, and refuse all others. */
function sourcesFor(shown: unknown): ToolSources {
  const allowed = articlesShown(shown);
  return {
    site: context.site,
    cardColours: SAMPLE_CARD_COLOURS,
    articleOf({ file }) {
      assert.ok(allowed.has(file), `${file} is not among what the page shows`);
      return articles.get(file)!;
    },
    termsOf({ file }) {
      assert.ok(allowed.has(file), `${file} is not among what the page shows`);
      return packTerms(articles.get(file)!, '');
    },
  };
}

/** Every address of an image or a recording within a view. */
function filesNamed(view: object): readonly string[] {
  return [...new Set(JSON.stringify(view).match(/\/(?:images|medias)\/[\w/.-]+\.\w+/g) ?? [])];
}

function filesOf(shown: unknown, sources: ToolSources): ReadonlySet<string> {
  return new Set(
    inspect(shown).pictured.flatMap(each => [...filesReferred(each, sources)].map(([url]) => url)),
  );
}

describe('the view of a page', () => {
  for (const type of PAGE_TYPES) {
    it(`of the kind « ${type.name} » is made of what the page shows, and names only files that follow from it`, () => {
      let pages = 0;
      for (const page of type.pages(context)) {
        const sources = sourcesFor(page.shown);
        const view = type.view(page.shown, makeTools(sources));
        const files = filesOf(page.shown, sources);
        // The card of all articles of a section without one of their own is made once, whichever of them shows it.
        assert.deepEqual(
          filesNamed(view).filter(url => !files.has(url)),
          [],
          page.url,
        );
        pages++;
      }
      // The demonstration has a page of every kind.
      assert.ok(pages > 0);
    });
  }

  it('of a month of articles needs the files of all its pages', () => {
    for (const type of PAGE_TYPES) {
      for (const month of type.months?.(context) ?? []) {
        const sources = { ...sourcesFor([]), articleOf: ({ file }: AskedArticle) => articles.get(file)! };
        const ofMonth = new Set(
          month.pictured().flatMap(each => [...filesReferred(each, sources)].map(([url]) => url)),
        );
        for (const page of month.pages()) {
          for (const url of filesOf(page.shown, sources)) assert.ok(ofMonth.has(url), `${page.url}: ${url}`);
        }
      }
    }
  });
});

describe('the view of a block of the furniture', () => {
  it('is made of what the block shows', () => {
    const blocks = fillBlocks(context);
    assert.deepEqual(
      blocks.map(({ block }) => block.name).sort(),
      FURNITURE_BLOCKS.map(({ name }) => name).sort(),
      'the demonstration fills every block',
    );
    for (const { block, shown } of blocks) assert.ok(block.view(shown, makeTools(sourcesFor(shown))));
  });
});

describe('the portal’s own card', () => {
  it('needs its file', () => {
    const shown = showPortalCard(portalCardText(context.site));
    assert.equal(filesOf(shown, sourcesFor(shown)).size, 1);
  });
});
