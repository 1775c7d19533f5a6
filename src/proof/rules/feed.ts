// Feeds in RSS, Atom and JSON against their specifications: what readers' programs need, each entry known by one name, whole addresses that exist.
import type { XmlElement } from '@rgrove/parse-xml';
import { proofWords } from '../../locale/proof-words.ts';
import type { FileUnderProof, Rule, Tell } from '../rule.ts';
import type { Tree } from '../tree/tree.ts';
import { childrenOf, isElement, readXml, textIn } from './xml.ts';

const words = proofWords.found.feed;

/** RFC 3339, as Atom (RFC 4287, § 3.3) and JSON Feed want dates. */
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
/** RFC 822 with a year of four digits, as RSS wants them. */
const RSS_DATE =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d(?::\d\d)? (?:GMT|UTC?|[+-]\d{4})$/;

export const feed: Rule = {
  name: 'feed',
  severity: 'error',
  file(file, tree, tell) {
    const { address, start } = file;
    if (address.endsWith('.json')) {
      if (/"version"\s*:\s*"https:\/\/jsonfeed\.org\//.test(start)) jsonFeed(file, tree, tell);
    } else if (/\.(?:xml|rss|atom)$/.test(address) && /<(?:rss|feed)[\s>]/.test(start)) {
      tell.looked();
      const root = readXml(file.text);
      if (!isElement(root)) tell.found(words.noXml(root.line));
      else if (root.name === 'rss') rss(root, file, tree, tell);
      else if (root.name === 'feed') atom(root, file, tree, tell);
    }
  },
};

function atom(root: XmlElement, file: FileUnderProof, tree: Tree, tell: Tell): void {
  // RFC 4287, § 4.1.1 and 4.1.2.
  for (const name of ['id', 'title', 'updated']) if (!textIn(root, name)) tell.found(words.missing(name));
  lookAtSelf(linkOf(root, 'self'), file, tree, tell);
  const entries = childrenOf(root, 'entry');
  const hasAuthor = childrenOf(root, 'author').length > 0;
  for (const entry of entries) {
    for (const name of ['id', 'title', 'updated'])
      if (!textIn(entry, name)) tell.found(words.missingInEntry(name));
    for (const name of ['updated', 'published']) lookAtDate(textIn(entry, name), DATE, tell);
    if (!hasAuthor && childrenOf(entry, 'author').length === 0) tell.found(words.missingInEntry('author'));
    lookAtLink(linkOf(entry, 'alternate'), file, tree, tell);
  }
  lookAtNames(
    entries.map(entry => textIn(entry, 'id')),
    tell,
  );
}

function linkOf(element: XmlElement, rel: string): string | undefined {
  return childrenOf(element, 'link').find(({ attributes }) => (attributes.rel ?? 'alternate') === rel)
    ?.attributes.href;
}

function rss(root: XmlElement, file: FileUnderProof, tree: Tree, tell: Tell): void {
  const channel = childrenOf(root, 'channel')[0];
  if (channel === undefined) {
    tell.found(words.missing('channel'));
    return;
  }
  // RSS 2.0, « Required channel elements ».
  for (const name of ['title', 'link', 'description'])
    if (!textIn(channel, name)) tell.found(words.missing(name));
  const self = childrenOf(channel, 'atom:link').find(({ attributes }) => attributes.rel === 'self');
  lookAtSelf(self?.attributes.href, file, tree, tell);
  const items = childrenOf(channel, 'item');
  for (const item of items) {
    if (!textIn(item, 'title') && !textIn(item, 'description')) tell.found(words.missingInEntry('title'));
    lookAtDate(textIn(item, 'pubDate'), RSS_DATE, tell);
    lookAtLink(textIn(item, 'link') ?? undefined, file, tree, tell);
    const guid = childrenOf(item, 'guid')[0];
    if (
      guid !== undefined &&
      guid.attributes.isPermaLink !== 'false' &&
      !/^https?:\/\//.test(guid.text.trim())
    )
      tell.found(words.guid);
  }
  lookAtNames(
    items.map(item => textIn(item, 'guid')),
    tell,
  );
}

interface JsonItem {
  readonly id?: unknown;
  readonly url?: unknown;
  readonly date_published?: unknown;
  readonly content_html?: unknown;
  readonly content_text?: unknown;
}

function jsonFeed(file: FileUnderProof, tree: Tree, tell: Tell): void {
  tell.looked();
  let read: { readonly title?: unknown; readonly feed_url?: unknown; readonly items?: unknown };
  try {
    read = JSON.parse(file.text);
  } catch {
    tell.found(words.noJson);
    return;
  }
  // JSON Feed 1.1, « Top-level » and « Items ».
  if (typeof read.title !== 'string' || read.title === '') tell.found(words.missing('title'));
  lookAtSelf(typeof read.feed_url === 'string' ? read.feed_url : undefined, file, tree, tell);
  if (!Array.isArray(read.items)) {
    tell.found(words.missing('items'));
    return;
  }
  const items = read.items as readonly JsonItem[];
  for (const { url, date_published: date, content_html: html, content_text: text } of items) {
    if (html === undefined && text === undefined) tell.found(words.missingInEntry('content_html'));
    if (date !== undefined) lookAtDate(String(date), DATE, tell);
    lookAtLink(typeof url === 'string' ? url : undefined, file, tree, tell);
  }
  lookAtNames(
    items.map(({ id }) => (typeof id === 'string' ? id : null)),
    tell,
  );
}

function lookAtSelf(href: string | undefined, { address }: FileUnderProof, tree: Tree, tell: Tell): void {
  if (href === undefined) tell.found(words.missing('self'));
  else if (!/^https?:\/\//.test(href)) tell.found(words.relative(href));
  else {
    const led = tree.lead(href, address);
    const isItself = led.to === 'file' && led.address === address;
    if (!isItself && tree.origin !== null) tell.found(words.self(href));
  }
}

function lookAtLink(href: string | undefined, { address }: FileUnderProof, tree: Tree, tell: Tell): void {
  if (href === undefined) tell.found(words.missingInEntry('link'));
  else if (!/^https?:\/\//.test(href)) tell.found(words.relative(href));
  else {
    const led = tree.lead(href, address);
    if (led.to === 'nothing') tell.found(words.nothing(led.address));
    if (led.to === 'nowhere') tell.found(words.relative(href));
  }
}

function lookAtDate(date: string | null, form: RegExp, tell: Tell): void {
  if (date !== null && (!form.test(date) || Number.isNaN(Date.parse(date)))) tell.found(words.date(date));
}

/** A program that met a name before shows nothing new. */
function lookAtNames(names: readonly (string | null)[], tell: Tell): void {
  const known = new Set<string>();
  for (const name of names) {
    if (name === null || name === '') tell.found(words.missingInEntry('id'));
    else if (known.has(name)) tell.found(words.twice(name));
    else known.add(name);
  }
}
