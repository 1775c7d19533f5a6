// What search engines are told of a page in JSON-LD: missing, no JSON, without what is asked of such a thing, or with addresses at which nothing is.
import { proofWords } from '../../locale/proof-words.ts';
import type { PageUnderProof, Rule, Tell } from '../rule.ts';
import type { Tree } from '../tree/tree.ts';

const words = proofWords.found.structuredData;

type Thing = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const text: Check = value => typeof value === 'string' && value.trim() !== '';
const anything: Check = value => value !== undefined && value !== null && value !== '';
/** ISO 8601 with an offset: without one a date is another instant for each reader. */
const instant: Check = value =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(value);
const each =
  (check: Check): Check =>
  value =>
    Array.isArray(value) ? value.length > 0 && value.every(check) : check(value);
const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** A person or an organization by name, or a reference to one. */
const named: Check = value => isThing(value) && (text(value.name) || text(value['@id']));
const picture: Check = value =>
  text(value) || (isThing(value) && (anything(value.url) || anything(value.contentUrl)));

const ARTICLE: Readonly<Record<string, Check>> = {
  headline: text,
  image: each(picture),
  datePublished: instant,
  dateModified: instant,
  author: each(named),
  publisher: named,
};
const LIST = { itemListElement: (value: unknown) => Array.isArray(value) };

/** What Google's documentation of rich results asks for or recommends, by type; other types are free. */
const ASKED: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  NewsArticle: ARTICLE,
  Article: ARTICLE,
  BlogPosting: ARTICLE,
  ReportageNewsArticle: ARTICLE,
  BreadcrumbList: { itemListElement: value => Array.isArray(value) && value.length > 0 },
  ItemList: LIST,
  VideoObject: { name: text, description: text, thumbnailUrl: each(picture), uploadDate: instant },
  AudioObject: { name: text },
  ImageGallery: { name: text },
  Organization: { name: text },
  NewsMediaOrganization: { name: text, url: text },
  Person: { name: text },
  WebSite: { name: text, url: text },
  WebPage: { name: text },
  CollectionPage: { name: text },
};

/** The fields whose values are addresses of the site. */
const ADDRESSES = new Set([
  'url',
  'image',
  'item',
  'contentUrl',
  'logo',
  'mainEntityOfPage',
  'thumbnailUrl',
  'publishingPrinciples',
]);

/** Deeper than any thing of the vocabulary. */
const DEEPEST = 20;

export const structuredData: Rule = {
  name: 'structured-data',
  severity: 'error',
  page(page, tree, tell) {
    const { isWhole, isIndexable, sendsTo, data } = page;
    if (isWhole && isIndexable && sendsTo === null) {
      tell.looked();
      if (data.length === 0) tell.found(words.none);
    }
    for (const json of data) {
      let parsed: unknown;
      try {
        parsed = JSON.parse(json);
      } catch {
        tell.found(words.noJson);
        continue;
      }
      for (const graph of Array.isArray(parsed) ? parsed : [parsed]) lookAtGraph(graph, page, tree, tell);
    }
  },
};

function lookAtGraph(graph: unknown, page: PageUnderProof, tree: Tree, tell: Tell): void {
  if (!isThing(graph)) {
    tell.found(words.noThing);
    return;
  }
  if (!isVocabulary(graph['@context'])) tell.found(words.noContext);
  const inside = graph['@graph'];
  const things = Array.isArray(inside) ? inside : [graph];
  for (const thing of things) {
    if (isThing(thing) && thing['@type'] !== undefined) lookAtThing(thing, page, tree, tell, 0);
    else tell.found(words.noType);
  }
}

function isVocabulary(context: unknown): boolean {
  if (Array.isArray(context)) return context.some(isVocabulary);
  if (isThing(context)) return isVocabulary(context['@vocab']);
  return typeof context === 'string' && /^https?:\/\/schema\.org\/?$/.test(context);
}

function lookAtThing(thing: Thing, page: PageUnderProof, tree: Tree, tell: Tell, depth: number): void {
  const types = [thing['@type']].flat().filter(type => typeof type === 'string');
  for (const type of types) {
    // A thing within another that has a name of its own is described where its page is.
    const asked = depth > 0 && thing['@id'] !== undefined ? {} : (ASKED[type] ?? {});
    for (const [field, check] of Object.entries(asked)) {
      if (!anything(thing[field])) tell.found(words.missing(type, field));
      else if (!check(thing[field])) tell.found(words.wrong(type, field));
    }
    if (type === 'BreadcrumbList' || type === 'ItemList') lookAtOrder(type, thing.itemListElement, tell);
  }
  for (const [field, value] of Object.entries(thing)) {
    for (const one of [value].flat()) {
      if (typeof one === 'string' && ADDRESSES.has(field)) {
        const led = tree.lead(one, page.address);
        if (led.to === 'nothing') tell.found(words.nothing(field, led.address));
        else if (led.to === 'nowhere') tell.found(words.nowhere(field, one));
      } else if (isThing(one) && depth < DEEPEST) lookAtThing(one, page, tree, tell, depth + 1);
    }
  }
}

/** Positions are counted from one (schema.org, `position`; Google, breadcrumbs). */
function lookAtOrder(type: string, items: unknown, tell: Tell): void {
  if (!Array.isArray(items)) return;
  const isInOrder = items.every(
    (item, at) => !isThing(item) || item.position === undefined || item.position === at + 1,
  );
  if (!isInOrder) tell.found(words.order(type));
}
