// Each article as a file of IPTC ninjs 3.0 beside its page, for programs of other newsrooms, when the site turns it on.
import { articleUrl, authorUrl, dossierUrl, ninjsUrl, topicUrl } from '../../address/addresses.ts';
import { tagUri } from '../../address/tag-uri.ts';
import type { Entry } from '../../edition/entry.ts';
import { identityOf } from '../../edition/identity.ts';
import { mix } from '../../hash/hash.ts';
import { markupText } from '../../images/markup-text.ts';
import type { Instant } from '../../time/instant.ts';
import { type ListedPage, type MonthOfPages, type PageContext, pageType } from '../page-type.ts';
import {
  type ArticleRef,
  type CardRef,
  type Constant,
  constant,
  digestOf,
  inspect,
  type Referred,
  showArticle,
  showCard,
} from '../shown.ts';
import type { Tools } from '../tools.ts';
import { type NinjsAssociation, ninjsAssociations } from './ninjs-associations.ts';

/** Fields by the names of the specification; those that an article does not have are left out. */
export interface Ninjs {
  /** It stays when the article moves, as in feeds. */
  readonly uri: string;
  readonly standard: { readonly name: 'ninjs'; readonly version: '3.0'; readonly schema: string };
  readonly type: 'text' | 'composite';
  readonly representationType: 'full';
  readonly firstCreated: string;
  readonly versionCreated: string;
  readonly contentCreated: string;
  readonly expires?: string;
  /** `withheld`: readers do not have it, the newsroom does. `canceled`: it was withdrawn, and whoever has it should not use it any more. */
  readonly pubStatus: 'usable' | 'withheld' | 'canceled';
  readonly language: string;
  readonly usageTerms?: string;
  readonly headlines: readonly [{ readonly value: string }];
  readonly descriptions: readonly NinjsText[];
  readonly bodies: readonly NinjsBody[];
  readonly by?: string;
  readonly located?: string;
  readonly infoSources: readonly NinjsSource[];
  readonly subjects: readonly NinjsSubject[];
  readonly renditions: readonly NinjsRendition[];
  readonly associations: readonly NinjsAssociation[];
}

interface NinjsText {
  readonly role: string;
  readonly contentType: 'text/plain';
  readonly value: string;
}

interface NinjsBody {
  readonly role: 'main';
  readonly contentType: 'text/html';
  readonly wordCount: number;
  readonly value: string;
}

interface NinjsSource {
  readonly name: string;
  readonly role: 'source' | 'author';
  readonly uri?: string;
}

interface NinjsSubject {
  readonly name: string;
  readonly rel: 'section' | 'topic' | 'dossier';
  readonly uri: string;
}

export interface NinjsRendition {
  readonly name: string;
  readonly href: string;
  readonly contentType: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

const STANDARD = {
  name: 'ninjs',
  version: '3.0',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#',
} as const;

/** What the file shows of the site beside the article; addresses are within it. */
interface Told {
  readonly name: string;
  readonly url: string;
}

type ShownNinjs = ShownArticle | ShownWithdrawal;

/** An article that was withdrawn, of which no more is told than its page tells. */
interface ShownWithdrawal {
  readonly withdrawn: CardRef;
  readonly id: string;
  readonly published: Instant;
  readonly changed: Instant;
  readonly reason: string;
}

interface ShownArticle {
  readonly article: ArticleRef;
  readonly id: string;
  readonly published: Instant;
  readonly changed: Instant;
  readonly topics: readonly Constant<Told>[];
  readonly dossiers: readonly Constant<Told>[];
  readonly authors: readonly { readonly name: string; readonly url: string | null }[];
  readonly terms: Constant<string | null>;
}

export const ninjs = pageType({
  name: 'ninjs',
  renderer: 'json',
  furnished: false,

  *pages(context) {
    if (!context.site.ninjs) return;
    const shownOf = showNinjs(context);
    for (const entry of context.edition.published) yield pageOf(entry, shownOf);
    yield* withdrawals(context);
  },

  months: monthsOfNinjs,

  view: (shown, tools) => ('withdrawn' in shown ? canceled(shown, tools) : usable(shown, tools)),

  texts: {
    articles: shown => ('withdrawn' in shown ? [] : [shown.article]),
    finish: (view, [body]): Ninjs => (body === undefined ? view : { ...view, bodies: [mainBody(body)] }),
  },
});

function usable(shown: ShownArticle, tools: Tools): Ninjs {
  const article = tools.article(shown.article);
  const { baseUrl } = tools;
  const at = (instant: Instant): string => tools.moment(instant).iso;
  const section = tools.section(article.section);
  const subjects = [
    ['section', [{ name: section.text, url: section.url }]],
    ['topic', shown.topics.map(({ value }) => value)],
    ['dossier', shown.dossiers.map(({ value }) => value)],
  ] as const;
  const associations = ninjsAssociations(tools.media(shown.article), shown.id, baseUrl);
  const { title, summary, corrections, expires, place, source } = article;
  const terms = shown.terms.value;
  return {
    uri: shown.id,
    standard: STANDARD,
    type: associations.length === 0 ? 'text' : 'composite',
    representationType: 'full',
    firstCreated: at(shown.published),
    versionCreated: at(shown.changed),
    contentCreated: at(article.date),
    ...(expires !== null && { expires: at(expires) }),
    pubStatus: tools.absence(shown.article) === null ? 'usable' : 'withheld',
    language: article.lang ?? tools.locale,
    ...(terms !== null && { usageTerms: terms }),
    headlines: [{ value: title }],
    descriptions: [
      ...(summary === null ? [] : [text('summary', summary)]),
      ...corrections.map(correction => text('correction', correction.text)),
    ],
    bodies: [],
    ...(shown.authors.length > 0 && { by: shown.authors.map(({ name }) => name).join(', ') }),
    ...(place !== null && { located: place }),
    infoSources: [
      { name: source, role: 'source' },
      ...shown.authors.map(({ name, url }) => ({
        name,
        role: 'author' as const,
        ...(url !== null && { uri: baseUrl + url }),
      })),
    ],
    subjects: subjects.flatMap(([rel, list]) =>
      list.map(({ name, url }) => ({ name, rel, uri: baseUrl + url })),
    ),
    renditions: [{ name: 'web', href: baseUrl + articleUrl(article), contentType: 'text/html' }],
    associations,
  };
}

function canceled({ withdrawn, id, published, changed, reason }: ShownWithdrawal, tools: Tools): Ninjs {
  const { title, section, url, date, lang } = tools.card(withdrawn);
  const { baseUrl } = tools;
  return {
    uri: id,
    standard: STANDARD,
    type: 'text',
    representationType: 'full',
    firstCreated: tools.moment(published).iso,
    versionCreated: tools.moment(changed).iso,
    contentCreated: date.iso,
    pubStatus: 'canceled',
    language: lang ?? tools.locale,
    headlines: [{ value: title }],
    descriptions: [],
    bodies: [mainBody(`<p>${markupText(reason)}</p>`)],
    infoSources: [],
    subjects: [{ name: section.text, rel: 'section', uri: baseUrl + section.url }],
    renditions: [{ name: 'web', href: baseUrl + url, contentType: 'text/html' }],
    associations: [],
  };
}

function mainBody(html: string): NinjsBody {
  return { role: 'main', contentType: 'text/html', wordCount: wordsIn(html), value: html };
}

function* monthsOfNinjs(context: PageContext): Generator<MonthOfPages<ShownNinjs>, void> {
  const { edition, site } = context;
  if (!site.ninjs) return;
  const shownOf = showNinjs(context);
  const ofSite = digestOf(siteParts(context));
  for (const ofMonth of edition.published.months) {
    const { month, size, digest, showsFiles } = ofMonth;
    yield {
      month,
      size,
      furnished: 0,
      digest: mix(digest, ofSite),
      pictured: () =>
        showsFiles
          ? ofMonth.entries.flatMap(entry => inspect(showArticle(entry)).pictured)
          : NOTHING_PICTURED,
      *pages() {
        for (const entry of ofMonth.entries) yield pageOf(entry, shownOf);
      },
    };
  }
  const { withdrawn } = edition.absent;
  if (withdrawn.length > 0)
    yield {
      month: 'withdrawn',
      size: withdrawn.length,
      furnished: 0,
      digest: withdrawn.reduce((digest, { articleHash }) => mix(digest, articleHash), ofSite),
      pictured: () => [],
      pages: () => withdrawals(context),
    };
}

const NOTHING_PICTURED: readonly Referred[] = [];

function* withdrawals({ edition, site }: PageContext): Generator<ListedPage<ShownWithdrawal>, void> {
  for (const entry of edition.absent.withdrawn)
    yield {
      url: ninjsUrl(entry),
      month: entry.day.slice(0, 7),
      shown: {
        withdrawn: showCard(entry, null),
        ...timesOf(entry),
        id: tagUri(site.authority, identityOf(entry)),
        reason: entry.withdrawn ?? '',
      },
    };
}

function timesOf({ from, changed }: Entry): { readonly published: Instant; readonly changed: Instant } {
  return { published: from, changed: changed?.at ?? from };
}

/** What files say of the site. */
function siteParts({ site }: PageContext) {
  const { authority, sections, topics, dossiers, authors, terms } = site;
  return {
    authority,
    sections: sections.map(({ slug, name }) => [slug, name]),
    topics: topics.map(({ slug, name }) => [slug, name]),
    dossiers: dossiers.map(({ slug, title }) => [slug, title]),
    authors: authors.map(({ slug, name, formerly }) => [slug, name, formerly]),
    terms,
  };
}

function pageOf(entry: Entry, shownOf: (entry: Entry) => ShownArticle): ListedPage<ShownArticle> {
  return { url: ninjsUrl(entry), shown: shownOf(entry), month: entry.day.slice(0, 7) };
}

function showNinjs({ edition: { signatures }, site }: PageContext): (entry: Entry) => ShownArticle {
  const topics = new Map(
    site.topics.map(({ slug, name }) => [slug, constant({ name, url: topicUrl(slug) })]),
  );
  const dossiers = new Map(
    site.dossiers.map(({ slug, title }) => [slug, constant({ name: title, url: dossierUrl(slug) })]),
  );
  const terms = constant(site.terms);
  return entry => ({
    article: showArticle(entry),
    id: tagUri(site.authority, identityOf(entry)),
    ...timesOf(entry),
    topics: entry.topics.map(slug => topics.get(slug)!),
    dossiers: entry.dossiers.map(slug => dossiers.get(slug)!),
    authors: entry.authors.map(signature => {
      const slug = signatures.slugOf(signature);
      return { name: signatures.nameOf(signature), url: slug === null ? null : authorUrl(slug) };
    }),
    terms,
  });
}

function text(role: string, value: string): NinjsText {
  return { role, contentType: 'text/plain', value };
}

/** Of finished HTML. */
function wordsIn(html: string): number {
  return html.replace(/<[^>]*>|&[\w#]+;/g, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
