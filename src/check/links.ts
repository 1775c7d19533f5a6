// Whether links within the site lead to pages that readers find there.
import { articleAddress, articleUrl } from '../address/addresses.ts';
import { redirectUrl } from '../address/old-address.ts';
import type { SitePlace } from '../address/site-place.ts';
import { decoded, linkWithin } from '../article/markdown/body-links.ts';
import type { ReadEntry } from '../edition/entry.ts';
import type { MonthsOfEntries } from '../edition/months-of-entries.ts';
import { numberOfOldAddress } from '../edition/old-address-numbers.ts';
import { linkMessages } from '../locale/link-messages.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Rule } from '../problem/rule.ts';
import type { Instant } from '../time/instant.ts';
import { closestHints } from './closest-hints.ts';
import type { EntryProblem } from './entry-problem.ts';

/** An article or an editorial page, as far as its links go. */
export interface Linker {
  readonly file: string;
  readonly url: string;
  readonly links: readonly LinkAsWritten[];
  /** When readers see it; infinite: not before somebody says so. */
  readonly from: Instant;
}

export interface LinkAsWritten {
  readonly href: string;
  /** As the text has it, when that is another: the name of a Markdown file. */
  readonly written?: string;
}

type Target = Pick<
  ReadEntry,
  'file' | 'slug' | 'section' | 'day' | 'from' | 'expires' | 'draft' | 'aliases' | 'withdrawn'
>;

/** An article at its address, or at an old one. */
interface FoundArticle {
  readonly url: string;
  readonly article: Target;
}

export interface LinkedSite {
  readonly place: SitePlace;
  readonly now: Instant;
  /** Every article, shown or not. */
  readonly articles: MonthsOfEntries;
  /** Names of the files (without folder and ending) of articles with mistakes: links to them may be right. */
  readonly faultySlugs: ReadonlySet<string>;
  /** Of all pages but articles. `months` are those of which somebody asks: `2014-05`. */
  readonly otherPages: (months: ReadonlySet<string>) => Iterable<string>;
  /** Where an address under an old slug leads; null: it is under none. */
  readonly presentAddress: (url: string) => string | null;
  /** Whether something has an old slug. */
  readonly hasMoved: boolean;
  /** Whether an earlier build had a page there. */
  readonly wasThere: (url: string) => boolean;
  /** The ids in the body of an article or page. */
  readonly anchorsOf: (file: string) => ReadonlySet<string>;
  /** The editorial pages, by their address. */
  readonly editorialFiles: ReadonlyMap<string, string>;
}

export interface UnknownLink {
  readonly address: string;
  readonly mistake: EntryProblem;
  /** Whether an earlier build had something there: then it is a warning. */
  readonly wasThere: boolean;
}

export interface CheckedLinks {
  readonly mistakes: readonly EntryProblem[];
  /** What a reader should not meet, and what must not stop a build: the address was right once. */
  readonly warnings: readonly EntryProblem[];
  /** The same of links that arrive all the same, by way of an address that is no longer the page's own. */
  readonly moved: readonly EntryProblem[];
  /** Addresses of no page, which may be those of files, or of an owner's own pages. */
  readonly unknown: readonly UnknownLink[];
  /** Addresses that were there once, and to which somebody still links. */
  readonly former: readonly string[];
}

interface Link {
  readonly linker: Linker;
  readonly written: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** What stands where a link leads. */
interface Found {
  /** As it has to be written. */
  readonly url: string;
  /** null: it is another page. */
  readonly article: Target | null;
  /** The page's own address, when the link is one of an old slug, or one that only a rule of the host's can answer; else null. */
  readonly movedTo: string | null;
}

const HEADING_OR_NOTE = /^(?:partie-|note-|appel-)/;

/** Links are few beside articles: only what they ask for is looked up. */
export function checkLinks(linkers: Iterable<Linker>, site: LinkedSite): CheckedLinks {
  const mistakes: EntryProblem[] = [];
  const warnings: EntryProblem[] = [];
  const moved: EntryProblem[] = [];
  const unknown: UnknownLink[] = [];
  const former = new Set<string>();
  const links: Link[] = [];
  for (const linker of linkers) {
    for (const { href, written = href } of linker.links) {
      const within = linkWithin(href, linker.url, site.place);
      if (within === null) continue;
      const { path, query, fragment, isOfThisMachine } = within;
      if (isOfThisMachine)
        mistakes.push(problem(linker, written, 'link-this-machine', linkMessages.thisMachine(href, path)));
      else links.push({ linker, written, path, query, fragment });
    }
  }
  if (links.length === 0) return { mistakes, warnings, moved, unknown, former: [] };

  const others = pagesAsked(links, site);
  const find = finder(articlesAsked(links, site), others, site);
  const nearPage = closestHints(others.values());
  const nearArticle = articleHints(site.articles);
  for (const link of links) {
    const { linker, written, path } = link;
    const report = (list: EntryProblem[], rule: Rule, message: string): void => {
      list.push(problem(linker, written, rule, message));
    };
    const found = find(link);
    if (found === null) {
      const slug = articleAddress(path.toLowerCase())?.slug;
      if (slug !== undefined && site.faultySlugs.has(slug)) continue;
      const present = site.presentAddress(path);
      const gone =
        site.wasThere(path) || (present !== null && site.wasThere(present))
          ? problem(linker, written, 'link-gone', linkMessages.gone(path))
          : null;
      if (slug === undefined) {
        const mistake = problem(
          linker,
          written,
          'link-unknown',
          linkMessages.unknown(path, nearPage(present ?? path)),
        );
        unknown.push({ address: path, mistake: gone ?? mistake, wasThere: gone !== null });
      } else if (gone !== null) {
        former.add(path);
        warnings.push(gone);
      } else report(mistakes, 'link-unknown', linkMessages.unknownArticle(path, nearArticle(path)));
      continue;
    }
    const { article, url, movedTo } = found;
    if (url !== path) report(mistakes, 'link-capitals', linkMessages.capitals(path, url));
    else if (article && appearsLater(article, linker)) {
      if (article.draft) report(mistakes, 'link-to-draft', linkMessages.toDraft(path, article.file));
      else report(mistakes, 'link-to-scheduled', linkMessages.toScheduled(path, article.file));
    } else if (article && hasEnded(article, site.now))
      report(warnings, 'link-gone', linkMessages.ended(path, article.file));
    else if (article && article.withdrawn !== null)
      report(warnings, 'link-withdrawn', linkMessages.withdrawn(path, article.file));
    else {
      if (movedTo !== null) report(moved, 'link-moved', linkMessages.moved(path + link.query, movedTo));
      const file = article?.file ?? site.editorialFiles.get(movedTo ?? path);
      if (file !== undefined && lacksAnchor(link, file, site)) {
        const near = closestHints([...site.anchorsOf(file)].filter(id => HEADING_OR_NOTE.test(id)));
        report(mistakes, 'link-fragment', linkMessages.fragment(link.fragment, near(link.fragment)));
      }
    }
  }
  return { mistakes, warnings, moved, unknown, former: [...former] };
}

function problem({ file }: Linker, written: string, rule: Rule, message: string): EntryProblem {
  return { entry: { file }, path: [], bodyAddress: written, rule, message };
}

/** What looks an address up as it is, then as one below an old slug. */
function finder(
  articles: ArticlesAsked,
  others: ReadonlyMap<string, string>,
  { presentAddress }: LinkedSite,
): (link: Link) => Found | null {
  const pageAt = (key: string): Omit<Found, 'movedTo'> | null => {
    const article = articles.atAddress.get(key) ?? articles.onceAt.get(key);
    const other = others.get(key);
    return article ?? (other === undefined ? null : { article: null, url: other });
  };
  return ({ path, query }) => {
    const key = path.toLowerCase();
    const asked = query === '' ? undefined : articles.onceAt.get(key + query.toLowerCase());
    if (asked) return { article: asked.article, url: path, movedTo: articleUrl(asked.article) };
    const here = pageAt(key);
    if (here) {
      const isForHost = here.article !== null && redirectUrl(here.url) === null;
      return { ...here, movedTo: isForHost ? articleUrl(here.article) : null };
    }
    const present = presentAddress(key);
    if (present === null) return null;
    const there = pageAt(present) ?? articles.onceBelow.get(present);
    if (!there) return null;
    const movedTo = there.article === null ? there.url : articleUrl(there.article);
    return { article: there.article, url: presentAddress(path) === there.url ? path : movedTo, movedTo };
  };
}

interface ArticlesAsked {
  /** By addresses in lower case. */
  readonly atAddress: ReadonlyMap<string, FoundArticle>;
  /** The same by old addresses. */
  readonly onceAt: ReadonlyMap<string, FoundArticle>;
  /** By what old addresses below old slugs would be below the present ones. */
  readonly onceBelow: ReadonlyMap<string, FoundArticle>;
}

function articlesAsked(
  links: readonly Link[],
  { articles, presentAddress, hasMoved }: LinkedSite,
): ArticlesAsked {
  const atAddress = new Map<string, FoundArticle>();
  const onceAt = new Map<string, FoundArticle>();
  const onceBelow = new Map<string, FoundArticle>();
  const asked = links.flatMap(({ path, query }) => [path, path + query]);
  const renamed = hasMoved ? articles.withAliases() : articles.perhapsOnceAt(asked.map(numberOfOldAddress));
  for (const article of renamed)
    for (const alias of article.aliases)
      for (const url of [decoded(alias), redirectUrl(alias)]) {
        if (url === null) continue;
        onceAt.set(url.toLowerCase(), { article, url });
        const present = presentAddress(url);
        if (present !== null) onceBelow.set(present.toLowerCase(), { article, url: present });
      }
  for (const day of daysAsked(links, presentAddress))
    for (const article of articles.day(day)) {
      const url = articleUrl(article);
      atAddress.set(url, { article, url });
    }
  return { atAddress, onceAt, onceBelow };
}

/** Of the articles that may be where links lead, or where what they lead to is now. */
function daysAsked(
  links: readonly Link[],
  presentAddress: LinkedSite['presentAddress'],
): ReadonlySet<string> {
  const paths = new Set(links.map(({ path }) => path.toLowerCase()));
  return new Set(
    [...paths].flatMap(path =>
      [path, presentAddress(path)].flatMap(each => articleAddress(each ?? '')?.day ?? []),
    ),
  );
}

/** The pages that are no articles, by address in lower case; none when nobody asks. */
function pagesAsked(links: readonly Link[], { otherPages }: LinkedSite): ReadonlyMap<string, string> {
  const paths = links.map(({ path }) => path.toLowerCase()).filter(path => articleAddress(path) === null);
  const pages = new Map<string, string>();
  if (paths.length === 0) return pages;
  const months = new Set(
    paths
      .map(path => /\/(\d{4})[/-](\d{2})\b/.exec(path))
      .flatMap(found => (found ? [`${found[1]}-${found[2]}`] : [])),
  );
  for (const url of otherPages(months)) pages.set(url.toLowerCase(), url);
  return pages;
}

function appearsLater({ draft, from }: Target, linker: Linker): boolean {
  return (draft ? Number.POSITIVE_INFINITY : from) > linker.from;
}

function hasEnded({ expires }: Target, now: Instant): boolean {
  return expires !== null && expires <= now;
}

/** Of ids that a page's template has nothing is known here. */
function lacksAnchor({ fragment }: Link, file: string, { anchorsOf }: LinkedSite): boolean {
  return HEADING_OR_NOTE.test(fragment) && !anchorsOf(file).has(fragment);
}

/** Of an article of the same name at another address, or of nearly the same name in the same month. */
function articleHints(articles: MonthsOfEntries): (path: string) => string {
  const ofMonth = new Map<string, (path: string) => string>();
  return path => {
    const asked = articleAddress(path.toLowerCase())!;
    for (const article of articles)
      if (article.slug === asked.slug) return problemMessages.didYouMean(articleUrl(article));
    const month = asked.day.slice(0, 7);
    const known = ofMonth.get(month);
    const hints = known ?? closestHints((articles.month(month)?.entries ?? []).map(articleUrl));
    if (!known) ofMonth.set(month, hints);
    return hints(path);
  };
}
