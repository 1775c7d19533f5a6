// Articles' pages: which there are, and what each shows around its article.
import { articleUrl, authorUrl, dossierUrl, sectionUrl, topicUrl } from '../../address/addresses.ts';
import { ageingMonth, agesAt } from '../../edition/ageing.ts';
import { closesAt, oldestOpenDay } from '../../edition/closing.ts';
import type { Edition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import type { MonthOfEntries } from '../../edition/months-of-entries.ts';
import { mix } from '../../hash/hash.ts';
import { type ListedPage, type MonthOfPages, type PageContext, pageType } from '../page-type.ts';
import {
  type ArticleRef,
  type CardsRef,
  type CommentsRef,
  type Constant,
  type CropsRef,
  constant,
  digestOf,
  type FirstLook,
  inspect,
  type LinkRef,
  type Referred,
  type SocialRef,
  showArticle,
  showCards,
  showComments,
  showCrops,
  showLink,
  showSocial,
} from '../shown.ts';
import type { Link } from '../views.ts';
import { type ArticleSurroundings, articleView, type Byline } from './article-view.ts';

interface ShownArticle {
  readonly article: ArticleRef;
  readonly section: Constant<Link>;
  readonly authors: readonly Constant<Byline>[];
  readonly editions: readonly string[];
  readonly topics: readonly Constant<Link>[];
  readonly dossiers: readonly Constant<Link>[];
  readonly newer: LinkRef | null;
  readonly older: LinkRef | null;
  readonly related: CardsRef;
  /** Whether every article of its month is more than a year old. */
  readonly aged: boolean;
  readonly social: SocialRef;
  /** null: it is none of the newest, or it has no picture. */
  readonly crops: CropsRef | null;
  readonly ninjs: Constant<boolean>;
  readonly participation: Constant<string | null>;
  /** Whether it is too old for new comments. */
  readonly isClosed: boolean;
  readonly comments: CommentsRef | null;
}

export const article = pageType({
  name: 'article',
  renderer: 'archive',
  furnished: false,

  *pages(context) {
    const looks = looksAtArticles(context);
    for (const { ofMonth, from } of placesOf(context.edition))
      yield* listArticles(context, looks, ofMonth, from);
  },

  months: articleMonths,

  /** The month of articles that begins to count as old next, and the day of those that take no comments then. */
  *changes({ edition, site }) {
    const ageing = ageingMonth(edition.now, site.timeZone);
    const open = openDay(edition, site);
    const oldestSince = (day: string, is: (entry: Entry) => boolean): string | null => {
      const months = edition.published.months.filter(({ month }) => month >= day.slice(0, 7));
      for (const { entries } of months.reverse()) {
        const oldest = entries.findLast(entry => entry.day >= day && is(entry));
        if (oldest) return oldest.day;
      }
      return null;
    };
    const months = edition.published.months.filter(({ month }) => month >= ageing);
    const oldestFresh = months.at(-1)?.summary.days.at(-1)?.[0] ?? null;
    const closesNext =
      site.participation === null || site.commentDays === null
        ? null
        : oldestSince(open, ({ comments }) => comments === 'open');
    if (oldestFresh !== null) yield agesAt(oldestFresh, site.timeZone);
    if (closesNext !== null && site.commentDays !== null)
      yield closesAt(closesNext, site.commentDays, site.timeZone);
  },

  view: (shown, tools): ArticleSurroundings => ({
    section: shown.section.value,
    absence: tools.absence(shown.article),
    authors: shown.authors.map(({ value }) => value),
    editions: shown.editions,
    topics: shown.topics.map(({ value }) => value),
    dossiers: shown.dossiers.map(({ value }) => value),
    newer: shown.newer && tools.link(shown.newer),
    older: shown.older && tools.link(shown.older),
    related: tools.cards(shown.related),
    timeZone: tools.timeZone,
    style: tools.style,
    locale: tools.locale,
    baseUrl: tools.baseUrl,
    aged: shown.aged,
    participation: shown.participation.value,
    isClosed: shown.isClosed,
    comments: shown.comments ? tools.comments(shown.comments) : [],
    social: tools.social(shown.social),
    crops: shown.crops === null ? NONE : tools.crops(shown.crops),
    ninjs: shown.ninjs.value,
    media: tools.media(shown.article),
    home: tools.home,
  }),

  body: { article: ({ article }) => article, finish: articleView },
});

/**
 * All published articles by the months of their days, newest month first. What they show is not looked at: the digest of a month is made of
 * what it follows from.
 */
function* articleMonths(context: PageContext): Generator<MonthOfPages<ShownArticle>, void> {
  const { edition, site } = context;
  const { surroundings } = edition;
  const looks = looksAtArticles(context);
  const versions = surroundings.versions();
  const commentsOf = commentDigests(context);
  const ofSite = digestOf(siteParts(context));
  const ageing = ageingMonth(edition.now, site.timeZone);
  const open = openDay(edition, site);
  const sections = new Map(site.sections.map(({ slug, name }) => [slug, name]));
  for (const [place, { ofMonth, from, to }] of [...placesOf(edition)].entries()) {
    const { month, size } = ofMonth;
    const first = (many: number): number => Math.max(0, Math.min(to, many) - from);
    let digest = mix(mix(versions[place]!, ofSite), 2 * first(site.socialCards) + (month < ageing ? 1 : 0));
    digest = mix(digest, first(site.newsCrops));
    // Of a month that is closed as a whole, and of one that is open, the same number at all times.
    if (month < open) digest = mix(digest, month < open.slice(0, 7) ? 0 : Number(open.slice(8)));
    digest = commentsOf(ofMonth, digest);
    const pictured = (): readonly Referred[] => {
      const carded = new Set<string>();
      return ofMonth.entries.flatMap((entry, place) => {
        const index = from + place;
        const isOwn = index < site.socialCards;
        if (!isOwn && entry.media.length === 0 && entry.map === null) {
          // One card serves all articles of a section that have none of their own: once is enough.
          if (carded.has(entry.section)) return NONE;
          carded.add(entry.section);
        }
        const crops = index < site.newsCrops ? showCrops(entry) : null;
        return inspect([showArticle(entry), showSocial(entry, sections.get(entry.section)!, isOwn), crops])
          .pictured;
      });
    };
    yield {
      month,
      size,
      furnished: first(site.furnitureArticles),
      digest,
      pictured,
      pages: () => listArticles(context, looks, ofMonth, from),
    };
  }
}

/** The months of an edition, each with the indexes of its first article among all, and of the first that is not its own. */
function* placesOf({ published }: Edition): Generator<{
  readonly ofMonth: MonthOfEntries;
  readonly from: number;
  readonly to: number;
}> {
  let from = 0;
  for (const ofMonth of published.months) {
    const to = from + ofMonth.size;
    yield { ofMonth, from, to };
    from = to;
  }
}

/** Mixes in what changes with the comments of a month's articles: those of a folder as a whole, if all of its articles are of that month. */
function commentDigests({
  edition,
  threadOf,
  threadsIn,
}: PageContext): (month: MonthOfEntries, digest: number) => number {
  const shared = new Set<string>();
  const seen = new Set<string>();
  for (const { summary } of edition.published.months)
    for (const folder of summary.folders) {
      if (seen.has(folder)) shared.add(folder);
      seen.add(folder);
    }
  return (month, digest) => {
    const commented = month.summary.folders.filter(folder => threadsIn(folder) !== null);
    if (commented.every(folder => !shared.has(folder)))
      return commented.reduce((all, folder) => mix(all, threadsIn(folder)!), digest);
    let all = digest;
    for (const [place, entry] of month.entries.entries()) {
      const thread = threadOf(entry);
      if (thread) all = mix(mix(all, place), thread.hash);
    }
    return all;
  };
}

/** The first day whose articles take comments; '': those of all days do, or of none. */
function openDay({ now }: Edition, { participation, commentDays, timeZone }: PageContext['site']): string {
  return participation === null ? '' : oldestOpenDay(now, commentDays, timeZone);
}

/** What the site's data say on articles' pages. */
function siteParts({ site }: PageContext) {
  const { sections, topics, dossiers, authors, editions, participation, ninjs } = site;
  return {
    sections: sections.map(({ slug, name }) => [slug, name]),
    topics: topics.map(({ slug, name }) => [slug, name]),
    dossiers: dossiers.map(({ slug, title }) => [slug, title]),
    authors: authors.map(({ slug, name, formerly }) => [slug, name, formerly]),
    editions: editions.map(({ lang, name }) => [lang, name]),
    participation,
    ninjs,
  };
}

/** A class, since V8 keeps a hidden class of its own for each object whose literal has a getter. */
class ListedArticle implements ListedPage<ShownArticle> {
  private readonly list: ArticlesOfMonth;
  private readonly place: number;

  constructor(list: ArticlesOfMonth, place: number) {
    this.list = list;
    this.place = place;
  }

  get url(): string {
    return articleUrl(this.list.ofMonth.entries[this.place]!);
  }

  get month(): string {
    return this.list.ofMonth.month;
  }

  get furnished(): boolean {
    return this.list.from + this.place < this.list.furnitureArticles;
  }

  get shown(): ShownArticle {
    return this.list.shownAt(this.list.ofMonth, this.place, this.list.from);
  }

  roughly(): FirstLook {
    const { ofMonth, from, glanceAt } = this.list;
    // The files that pages of a month need are looked for together.
    return { digest: glanceAt(ofMonth, this.place, from), pictured: () => NONE };
  }
}

/** What the page of the article at a place of a month shows, whose first article is the one at an index among all. */
type ShowArticle = (ofMonth: MonthOfEntries, place: number, from: number) => ShownArticle;

interface ArticlesOfMonth {
  readonly ofMonth: MonthOfEntries;
  readonly from: number;
  readonly furnitureArticles: number;
  readonly shownAt: ShowArticle;
  readonly glanceAt: GlanceAtArticle;
}

/** A number that changes whenever what that page shows does, made without a look at what stands beside the article. */
type GlanceAtArticle = (ofMonth: MonthOfEntries, place: number, from: number) => number;

/** The pages of a month whose first article is the one at an index among all. */
function* listArticles(
  { site: { furnitureArticles } }: PageContext,
  { shownAt, glanceAt }: Pick<ArticlesOfMonth, 'shownAt' | 'glanceAt'>,
  ofMonth: MonthOfEntries,
  from: number,
): Generator<ListedPage<ShownArticle>, void> {
  const list: ArticlesOfMonth = { ofMonth, from, furnitureArticles, shownAt, glanceAt };
  for (let place = 0; place < ofMonth.size; place++) yield new ListedArticle(list, place);
}

/** Each function is for many articles. */
function looksAtArticles(context: PageContext): Pick<ArticlesOfMonth, 'shownAt' | 'glanceAt'> {
  return { shownAt: showArticles(context), glanceAt: glanceAtArticles(context) };
}

function glanceAtArticles(context: PageContext): GlanceAtArticle {
  const { edition, site, threadOf } = context;
  const ofSite = digestOf(siteParts(context));
  const ageing = ageingMonth(edition.now, site.timeZone);
  const open = openDay(edition, site);
  return (ofMonth, place, from) => {
    const index = from + place;
    const entry = ofMonth.entries[place]!;
    const isClosed = entry.comments === 'open' && entry.day < open;
    const flags = [entry.day < ageing, index < site.socialCards, index < site.newsCrops, isClosed];
    const ofClock = flags.reduce((all, flag) => 2 * all + (flag ? 1 : 0), 0);
    const itself = mix(mix(ofSite, entry.articleHash), edition.surroundings.versionOf(ofMonth, place));
    return mix(mix(itself, ofClock), threadOf(entry)?.hash ?? 0);
  };
}

function showArticles({ edition, site, threadOf }: PageContext): ShowArticle {
  const { surroundings } = edition;
  const linksOf = <Named>(list: readonly Named[], linkTo: (named: Named) => readonly [string, Link]) =>
    new Map(list.map(named => linkTo(named)).map(([slug, link]) => [slug, constant(link)] as const));
  const sections = linksOf(site.sections, ({ slug, name }) => [slug, { url: sectionUrl(slug), text: name }]);
  const topics = linksOf(site.topics, ({ slug, name }) => [slug, { url: topicUrl(slug), text: name }]);
  const dossiers = linksOf(site.dossiers, ({ slug, title }) => [
    slug,
    { url: dossierUrl(slug), text: title },
  ]);
  const bylineOf = bylines(edition);
  const editionNames = new Map(site.editions.map(({ lang, name }) => [lang, name]));
  const participation = constant(site.participation);
  const ninjs = constant(site.ninjs);
  const ageing = ageingMonth(edition.now, site.timeZone);
  const open = openDay(edition, site);
  return (ofMonth, place, from) => {
    const index = from + place;
    const entry = ofMonth.entries[place]!;
    const { newer, older, related } = surroundings.of(ofMonth, place);
    const section = sections.get(entry.section)!;
    const thread = threadOf(entry);
    return {
      article: showArticle(entry),
      section,
      authors: entry.authors.length === 0 ? NONE : entry.authors.map(bylineOf),
      editions:
        entry.translations.length === 0
          ? NONE
          : entry.translations.map(({ lang }) => editionNames.get(lang) ?? lang),
      topics: entry.topics.map(slug => topics.get(slug)!),
      dossiers: entry.dossiers.map(slug => dossiers.get(slug)!),
      newer: newer && showLink(newer),
      older: older && showLink(older),
      related: showCards(related, null),
      aged: entry.day < ageing,
      // A card of its own takes some milliseconds, which an archive of 100,000 has no time for, and old articles are seldom passed on.
      social: showSocial(entry, section.value.text, index < site.socialCards),
      // Three files of 1200 pixels a photograph, which search engines want while an article is news.
      crops: index < site.newsCrops ? showCrops(entry) : null,
      ninjs,
      participation,
      isClosed: entry.comments === 'open' && entry.day < open,
      comments: thread && showComments(entry.file, thread),
    };
  };
}

const NONE: readonly never[] = [];

/** Few sign many articles. */
function bylines({ signatures }: Edition): (signature: string) => Constant<Byline> {
  const known = new Map<string, Constant<Byline>>();
  return signature => {
    const before = known.get(signature);
    if (before) return before;
    const slug = signatures.slugOf(signature);
    const byline = constant({
      text: signatures.nameOf(signature),
      url: slug === null ? null : authorUrl(slug),
    });
    known.set(signature, byline);
    return byline;
  };
}
