// A page's graph against what schema.org and Google's documentation ask of each of its things.
import assert from 'node:assert/strict';

export type Thing = Readonly<Record<string, unknown>> & { readonly '@type': string };

type Check = (value: unknown) => boolean;

const text: Check = value => typeof value === 'string' && value.trim() !== '';
const address: Check = value => text(value) && /^https:\/\/[^\s]+$/.test(value as string);
/** ISO 8601 with an offset, or a day alone, of which an editor wrote no hour. */
const instant: Check = value =>
  text(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(value as string);
const date: Check = value => instant(value) || (text(value) && /^\d{4}-\d\d-\d\d$/.test(value as string));
const language: Check = value => text(value) && /^[a-z]{2,3}(?:-\w+)*$/.test(value as string);
const number: Check = value => Number.isInteger(value);
const some =
  (check: Check): Check =>
  value =>
    Array.isArray(value) && value.length > 0 && value.every(check);
const thing =
  (...types: readonly string[]): Check =>
  value =>
    types.includes((value as Thing)['@type']) && isFaultless(value as Thing);
const reference: Check = value => address((value as { readonly '@id'?: unknown })['@id']);

interface Rules {
  readonly has: Readonly<Record<string, Check>>;
  readonly mayHave?: Readonly<Record<string, Check>>;
}

const PAGE: Rules = {
  has: {
    '@id': address,
    url: address,
    name: text,
    description: text,
    inLanguage: language,
    isPartOf: reference,
    publisher: reference,
  },
};

/** By type: a field that stands in neither list is a fault. */
const RULES: Readonly<Record<string, Rules>> = {
  WebPage: PAGE,
  CollectionPage: PAGE,
  NewsArticle: {
    has: {
      '@id': address,
      mainEntityOfPage: address,
      headline: text,
      image: some(address),
      datePublished: instant,
      dateModified: instant,
      author: some(thing('Person', 'Organization')),
      publisher: reference,
      inLanguage: language,
      isAccessibleForFree: value => value === true,
      articleSection: text,
    },
    mayHave: {
      description: text,
      keywords: some(text),
      correction: some(thing('CorrectionComment')),
      workTranslation: some(value => language((value as Thing).inLanguage) && reference(value)),
    },
  },
  CorrectionComment: { has: { text, datePublished: date } },
  Person: { has: { name: text }, mayHave: { url: address } },
  Organization: { has: { name: text } },
  NewsMediaOrganization: {
    has: { '@id': address, name: text, url: address },
    // Google, « Organization structured data »: pixels, 112 at least.
    mayHave: {
      logo: value => thing('ImageObject')(value) && /\.png$/.test((value as Thing).url as string),
      publishingPrinciples: address,
    },
  },
  WebSite: {
    has: {
      '@id': address,
      url: address,
      name: text,
      inLanguage: language,
      potentialAction: thing('SearchAction'),
    },
  },
  SearchAction: {
    has: {
      target: value => /\?q=\{(\w+)\}$/.test(value as string),
      'query-input': value => /^required name=\w+$/.test(value as string),
    },
  },
  BreadcrumbList: { has: { itemListElement: some(thing('ListItem')) } },
  ItemList: {
    has: {
      numberOfItems: number,
      itemListElement: value => Array.isArray(value) && value.every(thing('ListItem')),
    },
  },
  ListItem: { has: { position: number }, mayHave: { name: text, item: address, url: address } },
  ImageGallery: {
    has: { '@id': address, name: text, isPartOf: reference, associatedMedia: some(thing('ImageObject')) },
  },
  ImageObject: {
    has: {},
    mayHave: { url: address, width: number, height: number, contentUrl: address, creditText: text },
  },
  VideoObject: {
    has: { name: text, description: text, thumbnailUrl: address, uploadDate: instant },
    mayHave: { contentUrl: address, encodingFormat: text, url: address },
  },
  AudioObject: {
    has: { name: text, uploadDate: instant },
    mayHave: { description: text, contentUrl: address, encodingFormat: text, url: address },
  },
};

function isFaultless(checked: Thing): boolean {
  assert.deepEqual(faultsOf(checked), []);
  return true;
}

/** What is missing in a thing, wrong or unknown, in words. */
export function faultsOf(checked: Thing): readonly string[] {
  const type = checked['@type'];
  const rules = RULES[type];
  if (!rules) return [`${type} is not known`];
  const missing = Object.keys(rules.has).filter(name => !(name in checked));
  const wrong = Object.entries(checked).filter(([name, value]) => {
    if (name === '@type') return false;
    const check = rules.has[name] ?? rules.mayHave?.[name];
    return !check?.(value);
  });
  return [
    ...missing.map(name => `${type} has no ${name}`),
    ...wrong.map(([name, value]) => `${type}.${name}: ${JSON.stringify(value)}`),
  ];
}

/** The things of a page; it has to have them in one script. null: it has none. */
export function graphOf(html: string): readonly Thing[] | null {
  const scripts = [...html.matchAll(/<script type="application\/ld\+json">([^<]*)<\/script>/g)];
  if (scripts.length === 0) return null;
  assert.equal(scripts.length, 1);
  const { '@context': context, '@graph': graph } = JSON.parse(scripts[0]![1]!);
  assert.equal(context, 'https://schema.org');
  return graph;
}

/** Of each reference within the portal's own things that it stands in the same graph. */
export function assertWhole(graph: readonly Thing[]): void {
  const ids = new Set(graph.map(each => each['@id']));
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null) {
      const keys = Object.keys(value);
      if (keys.length === 1 && keys[0] === '@id')
        assert.ok(ids.has((value as Thing)['@id']), `${JSON.stringify(value)} is not in the graph`);
      Object.values(value).forEach(look);
    }
  };
  look(graph);
}
