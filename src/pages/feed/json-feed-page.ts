// JSON Feed 1.1 (jsonfeed.org) of the home page and of each section, with whole texts.
import { pageType } from '../page-type.ts';
import type { Tools } from '../tools.ts';
import { frontSubjects } from './feed-subject.ts';
import { type EntryOfFeed, entriesOf, feedsOf, wholeFeed, withBodies } from './shown-feed.ts';

/** `/flux.json`, `/chine/flux.json`: fields by the names of the specification. */
export interface JsonFeed {
  readonly version: 'https://jsonfeed.org/version/1.1';
  readonly title: string;
  readonly description: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly language: string;
  readonly hubs?: readonly { readonly type: 'WebSub'; readonly url: string }[];
  readonly items: readonly JsonItem[];
}

export interface JsonItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary?: string;
  readonly content_html: string;
  readonly image?: string;
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors: readonly { readonly name: string }[];
  readonly tags: readonly string[];
  readonly language?: string;
  readonly attachments?: readonly {
    readonly url: string;
    readonly mime_type: string;
    readonly title?: string;
  }[];
}

interface UnfinishedFeed extends Omit<JsonFeed, 'items'> {
  readonly entries: readonly (Omit<EntryOfFeed, 'published' | 'changed'> & {
    readonly published: string;
    readonly changed: string;
  })[];
}

export const jsonFeed = pageType({
  name: 'json-feed',
  renderer: 'json',
  furnished: false,
  alone: true,

  pages: context => feedsOf(frontSubjects(context), context, 'json', true),

  view(shown, tools): UnfinishedFeed {
    const { self, alternate, hub } = wholeFeed(shown, tools, 'json');
    return {
      version: 'https://jsonfeed.org/version/1.1',
      title: shown.title,
      description: shown.description,
      home_page_url: alternate,
      feed_url: self,
      language: tools.locale,
      ...(hub !== null && { hubs: [{ type: 'WebSub', url: hub }] }),
      entries: entriesOf(shown, tools).map(entry => datesInWords(entry, tools)),
    };
  },

  texts: {
    articles: ({ texts }) => texts,
    finish: ({ entries, ...feed }, bodies): JsonFeed => ({
      ...feed,
      items: withBodies(entries, bodies).map(itemOf),
    }),
  },
});

function datesInWords(entry: EntryOfFeed, tools: Tools) {
  return {
    ...entry,
    published: tools.moment(entry.published).iso,
    changed: tools.moment(entry.changed).iso,
  };
}

/** What an item does not have is left out: the specification knows no null. */
function itemOf(entry: UnfinishedFeed['entries'][number]): JsonItem {
  const { id, canonical, title, summary, html, published, changed, authors, categories, lang, media } = entry;
  const image = media.find(({ medium }) => medium === 'image');
  const recordings = media.filter(({ medium }) => medium !== 'image');
  return {
    id,
    url: canonical,
    title,
    ...(summary !== null && { summary }),
    content_html: html!,
    ...(image && { image: image.url }),
    date_published: published,
    date_modified: changed,
    authors: authors.map(name => ({ name })),
    tags: categories,
    ...(lang !== null && { language: lang }),
    ...(recordings.length > 0 && {
      attachments: recordings.map(({ url, type, title }) => ({
        url,
        mime_type: type,
        ...(title !== null && { title }),
      })),
    }),
  };
}
