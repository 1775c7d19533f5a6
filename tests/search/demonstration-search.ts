// The demonstration's articles as the search of a reader's browser finds them, without a build: pages are listed and viewed as a build does.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUGGESTIONS_URL, searchCardsUrl, searchTermsUrl } from '../../src/address/addresses.ts';
import type { Article } from '../../src/article/article.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { workingTree } from '../../src/content/working-tree.ts';
import { editionPages } from '../../src/engine/edition/edition-pages.ts';
import { nothingFormer } from '../../src/engine/edition/links-of-site.ts';
import { NOTHING_PUBLISHED } from '../../src/engine/edition/published-version.ts';
import { readContent } from '../../src/engine/reading/read-content.ts';
import { walkContent } from '../../src/engine/reading/walk-content.ts';
import { Stopped } from '../../src/engine/stage.ts';
import { readSite } from '../../src/engine/stages/read-site.ts';
import { SAMPLE_CARD_COLOURS } from '../../src/images/sample-card-colours.ts';
import { RESERVED_ADDRESSES } from '../../src/pages/registry.ts';
import { searchCards } from '../../src/pages/search/search-cards.ts';
import { searchSuggestions } from '../../src/pages/search/search-suggestions.ts';
import { searchTerms } from '../../src/pages/search/search-terms.ts';
import { segmentsOf } from '../../src/pages/search/segments.ts';
import { makeTools } from '../../src/pages/tools.ts';
import { packTerms } from '../../src/search/article-terms.ts';
import { type Found, find, type Hit } from '../../src/search/find.ts';
import type { Filters } from '../../src/search/needed-buckets.ts';
import { textOfMarkdown } from '../../src/search/plain-text.ts';
import { hasPhrases, readQuery } from '../../src/search/query.ts';
import { CARDS_A_FILE, type SearchRow, type Suggestions } from '../../src/search/search-files.ts';
import { wordsIn } from '../../src/search/words.ts';

const ROOT = join(import.meta.dirname, '../..');
const contentDir = join(ROOT, 'content');

export interface DemonstrationSearch {
  find(typed: string, filters?: Partial<Filters>): Promise<Found>;
  /** The slugs of what was found, best first; phrases are looked for in the texts, as the browser does. */
  slugs(typed: string, filters?: Partial<Filters>): Promise<readonly string[]>;
  row(hit: Hit): SearchRow;
}

export async function demonstrationSearch(): Promise<DemonstrationSearch> {
  const source = workingTree(contentDir);
  const read = await readSite({
    source,
    options: { dataDir: join(ROOT, '_data'), now: null, wallClock: 0 } as Parameters<
      typeof readSite
    >[0]['options'],
  });
  assert.ok(!(read instanceof Stopped));
  const folders = {
    source,
    dataDir: join(ROOT, '_data'),
    cacheDir: join(ROOT, '.cache/said-once'),
    workers: 1,
  };
  const none = async (): Promise<never> => assert.fail('there are few articles');
  const content = await readContent(
    read.site,
    folders,
    walkContent(source),
    RESERVED_ADDRESSES,
    null,
    none,
    () => {},
  );
  const { context } = editionPages(content, source, read.now, {}, nothingFormer(), NOTHING_PUBLISHED);
  const articles = new Map<string, { readonly article: Article; readonly text: string }>();
  for (const { file } of content.entries) {
    const checked = readArticle(file, readFileSync(join(contentDir, file)), { timeZone: read.site.timeZone });
    assert.ok(checked.ok);
    articles.set(file, { article: checked.value.article, text: textOfMarkdown(checked.value.body) });
  }
  const tools = makeTools({
    site: read.site,
    cardColours: SAMPLE_CARD_COLOURS,
    articleOf: ({ file }) => articles.get(file)!.article,
    termsOf: ({ file }) => packTerms(articles.get(file)!.article, articles.get(file)!.text),
  });
  const files = new Map<string, unknown>();
  for (const type of [searchSuggestions, searchTerms, searchCards])
    for (const { url, shown } of type.pages(context))
      files.set(url, JSON.parse(JSON.stringify(type.view(shown, tools))));
  const segments = segmentsOf(context.edition).map(segment => ({
    ...segment,
    articles: segment.entries.length,
  }));
  const { titles, topics, places } = files.get(SUGGESTIONS_URL) as Suggestions;
  const likely = [...titles, ...topics].map(([, text]) => text).concat(places);
  const textOf = new Map(
    [...articles.values()].map(({ article, text }) => [
      article.slug,
      [article.title, article.summary, text].join(' '),
    ]),
  );

  const found: DemonstrationSearch['find'] = (typed, filters = {}) =>
    find(readQuery(typed), { section: null, source: null, year: null, ...filters }, segments, {
      bucket: async ({ name }, bucket) => files.get(searchTermsUrl(name, bucket)) as never,
      likelyWords: async () => likely.flatMap(text => wordsIn(text).map(({ word }) => word)),
    });
  const row = ({ segment, article }: Hit): SearchRow =>
    (files.get(searchCardsUrl(segment.name, Math.floor(article / CARDS_A_FILE))) as readonly SearchRow[])[
      article % CARDS_A_FILE
    ]!;
  const slugOf = (hit: Hit): string => /([^/]+)\.html$/.exec(row(hit)[0])![1]!;
  return {
    find: found,
    row,
    async slugs(typed, filters) {
      const { phrases } = readQuery(typed);
      const { best } = await found(typed, filters);
      return best
        .slice(0, best.length)
        .map(slugOf)
        .filter(slug => phrases.length === 0 || hasPhrases(wordsIn(textOf.get(slug)!), phrases));
    },
  };
}
