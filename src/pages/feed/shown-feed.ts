// A front becomes what its feed shows, in whichever format, and that what all formats say of it.
import { articleUrl, FEED_URL, type FeedFormat, feedUrl } from '../../address/addresses.ts';
import { tagUri } from '../../address/tag-uri.ts';
import { once } from '../../cache/once.ts';
import { identityOf } from '../../edition/identity.ts';
import { markupText } from '../../images/markup-text.ts';
import type { Instant } from '../../time/instant.ts';
import { type ListedPage, type PageContext, pageOfList } from '../page-type.ts';
import { firstLookAtLatest } from '../parts/first-look.ts';
import {
  type ArticleRef,
  type CardsRef,
  constant,
  type FirstLook,
  showArticle,
  showCards,
} from '../shown.ts';
import type { ToldMatter, Tools } from '../tools.ts';
import { entryMedia, type FeedMedia, mediaMarkup } from './entry-media.ts';
import { feedAddresses } from './feed-addresses.ts';
import type { FeedSubject } from './feed-subject.ts';

/** What a feed shows. */
export interface ShownFeed {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly description: string;
  readonly hub: string | null;
  readonly articles: CardsRef;
  /** Of each article what no card shows. */
  readonly told: readonly ShownEntry[];
  /** The same articles with their texts; empty: the feed has summaries alone. */
  readonly texts: readonly ArticleRef[];
}

interface ShownEntry {
  readonly id: string;
  /** When it appeared: after its date, if it had to wait. */
  readonly published: Instant;
  /** When something of it changed last; no earlier than it appeared. */
  readonly changed: Instant;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
}

/** What every format says of an article. */
export interface EntryOfFeed {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  /** Its section, then its topics. */
  readonly categories: readonly string[];
  /** Never empty: who signs it, or else its source. */
  readonly authors: readonly string[];
  readonly published: Instant;
  readonly changed: Instant;
  /** Whole address. */
  readonly canonical: string;
  /** When the article is in another language than the portal. */
  readonly lang: string | null;
  readonly media: readonly FeedMedia[];
  /** The whole article as HTML; null: the feed has summaries alone. */
  readonly html: string | null;
}

/** What every format says of a feed. */
export interface WholeFeed {
  /** Its own whole address, which a copy under an old slug names, too. */
  readonly self: string;
  /** Whole address of the page that shows the same. */
  readonly alternate: string;
  readonly hub: string | null;
  /** The last change of any article. */
  readonly changed: Instant;
}

/** What a feed says while nothing is published: in Atom the element is required (RFC 4287, section 4.1.1). */
const EPOCH = 0;

/**
 * Lists the feeds of subjects, in one format.
 * @param withTexts whether they hold the articles whole.
 */
export function* feedsOf(
  subjects: Iterable<FeedSubject>,
  context: PageContext,
  format: FeedFormat,
  withTexts: boolean,
): Generator<ListedPage<ShownFeed>, void> {
  const { site } = context;
  const addressesOf = feedAddresses(context);
  const topics = new Map(site.topics.map(({ slug, name }) => [slug, name]));
  // What the site says of the articles, whatever they are.
  const ofSite = constant({
    authority: site.authority,
    hub: site.hub,
    topics: [...topics],
    authors: site.authors.map(({ slug, name, formerly }) => [slug, name, formerly]),
  });
  for (const subject of subjects) {
    const { page, title, description, list } = subject;
    const show = once(() => showFeed(subject, context, topics, withTexts));
    const roughly = (): FirstLook =>
      firstLookAtLatest(list, site.feedLength, [page, title, description, withTexts, ofSite], show);
    for (const url of addressesOf(page, format)) yield pageOfList(url, show, roughly);
  }
}

function showFeed(
  { page, title, description, entries: bring }: FeedSubject,
  { edition, site }: PageContext,
  topics: ReadonlyMap<string, string>,
  withTexts: boolean,
): ShownFeed {
  const entries = bring();
  return {
    id: tagUri(site.authority, page === '/' ? FEED_URL : page),
    page,
    title,
    description,
    hub: site.hub,
    articles: showCards(entries, null),
    told: entries.map(entry => ({
      id: tagUri(site.authority, identityOf(entry)),
      published: entry.from,
      changed: entry.changed?.at ?? entry.from,
      authors: entry.authors.map(edition.signatures.nameOf),
      topics: entry.topics.map(slug => topics.get(slug)!),
    })),
    texts: withTexts ? entries.map(showArticle) : [],
  };
}

export function wholeFeed({ page, hub, told }: ShownFeed, { baseUrl }: Tools, format: FeedFormat): WholeFeed {
  return {
    self: baseUrl + feedUrl(page, format),
    alternate: baseUrl + page,
    hub,
    changed: Math.max(EPOCH, ...told.map(({ changed }) => changed)),
  };
}

/** The articles, without the bodies of their texts (`withBodies`). */
export function entriesOf({ articles, told, texts }: ShownFeed, tools: Tools): readonly EntryOfFeed[] {
  return tools.matter(articles).map((matter, index) => {
    const { topics, authors, ...shown } = told[index]!;
    const text = texts[index];
    const media = text === undefined ? null : tools.media(text);
    return {
      ...shown,
      title: matter.title,
      summary: matter.summary,
      categories: [tools.section(matter.section).text, ...topics],
      authors: authors.length === 0 ? [matter.source] : authors,
      canonical: tools.baseUrl + articleUrl(matter),
      lang: matter.lang,
      media: entryMedia(media, tools.baseUrl),
      html: text === undefined ? null : beforeBody(matter, mediaMarkup(media, tools.baseUrl)),
    };
  });
}

/** Programs that show texts whole leave summaries out. */
function beforeBody({ summary }: ToldMatter, media: string): string {
  return (summary === null ? '' : `<p><strong>${markupText(summary)}</strong></p>\n`) + media;
}

/** Each entry of a feed of whole texts with the body of its own. */
export function withBodies<Entry extends { readonly html: string | null }>(
  entries: readonly Entry[],
  bodies: readonly string[],
): readonly Entry[] {
  return entries.map((entry, index) => ({ ...entry, html: entry.html! + bodies[index]! }));
}
