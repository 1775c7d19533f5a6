// A feed becomes what two programs that others wrote read in it; both, and a strict parser of XML, have to take it.
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { parseXml } from '@rgrove/parse-xml';
import FeedParser from 'feedparser';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';

/** What a reader's program shows of an article. */
export interface ReadItem {
  readonly id: string | undefined;
  readonly title: string | undefined;
  readonly url: string | undefined;
  readonly html: string | undefined;
  readonly published: number;
}

export interface ReadFeed {
  readonly title: string | undefined;
  readonly items: readonly ReadItem[];
}

const instantOf = (date: unknown): number => new Date(String(date)).getTime();

/** By feedparser, which reads it as a stream of tags (sax). */
export async function readByTags(xml: string, address: string): Promise<ReadFeed> {
  const parser = new FeedParser({ feedurl: address });
  Readable.from([Buffer.from(xml)]).pipe(parser);
  const items: ReadItem[] = [];
  for await (const item of parser as AsyncIterable<FeedParser.Item>) {
    items.push({
      id: item.guid,
      title: item.title,
      url: item.link,
      html: item.description,
      published: instantOf(item.pubdate?.toISOString()),
    });
  }
  return { title: parser.meta.title, items };
}

/** By feedsmith, which reads the tree of elements. */
export function readAsAtom(xml: string): ReadFeed {
  parseXml(xml);
  const { title, entries = [] } = parseAtomFeed(xml);
  return {
    title: textOf(title),
    items: entries.map(entry => ({
      id: entry.id,
      title: textOf(entry.title),
      url: entry.links?.find(({ rel }) => rel === 'alternate')?.href,
      html: textOf(entry.content),
      published: instantOf(entry.published),
    })),
  };
}

export function readAsRss(xml: string): ReadFeed {
  parseXml(xml);
  const { title, items = [] } = parseRssFeed(xml);
  return {
    title,
    items: items.map(item => ({
      id: item.guid?.value,
      title: item.title,
      url: item.link,
      html: item.content?.encoded,
      published: instantOf(item.pubDate),
    })),
  };
}

export function readAsJson(json: string): ReadFeed {
  const { title, items = [] } = parseJsonFeed(JSON.parse(json));
  return {
    title,
    items: items.map(item => ({
      id: item.id,
      title: item.title,
      url: item.url,
      html: item.content_html,
      published: instantOf(item.date_published),
    })),
  };
}

/** Of a text that may have a type beside it. */
function textOf(text: unknown): string | undefined {
  if (text === undefined || typeof text === 'string') return text;
  const { value } = text as { readonly value?: string };
  assert.equal(typeof value, 'string');
  return value;
}
