// Checked content and a clock to the edition and what its pages are listed from; the last check is made here, where all addresses are known.
import { aliasesChecked, type CheckedAliases, checkAliases, type TakenAddress } from '../../check/aliases.ts';
import { checkChangesToCome } from '../../check/change-to-come.ts';
import type { EntryProblem } from '../../check/entry-problem.ts';
import type { ContentSource } from '../../content/content-source.ts';
import { type Audience, makeEdition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import { type MonthsOfEntries, monthsOfEntries } from '../../edition/months-of-entries.ts';
import { withFields } from '../../edition/plain-entry.ts';
import { hashShort, mix } from '../../hash/hash.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { PAGE_TYPES } from '../../pages/registry.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';
import type { Instant } from '../../time/instant.ts';
import type { KeptVersion } from '../memory/kept-versions.ts';
import { locateMistakes } from '../reading/locate-mistakes.ts';
import { type Content, isArticle, shown, shownFile, withoutFaulty } from '../reading/read-content.ts';
import { type ArticleLinks, lookAtArticleLinks } from './article-links.ts';
import { checkSiteLinks, type FormerSite } from './links-of-site.ts';
import type { PublishedVersions } from './published-version.ts';
import { type StandIns, standInsFor } from './stand-ins.ts';
import { urlsOfMonths } from './urls-of-months.ts';

export interface UnknownAddress {
  readonly address: string;
  readonly problem: Problem;
  /** Whether an earlier build had something there: then it is a warning. */
  readonly wasThere: boolean;
}

export interface EditionPages {
  readonly context: PageContext;
  /** Scheduled articles and drafts, as if they appeared now. */
  readonly toCome: PageContext;
  /** Of all faulty files: those of `content`, and articles whose old addresses or links are wrong. All are left out. */
  readonly problems: readonly Problem[];
  /** What should be mended, and stops no build. */
  readonly warnings: readonly Problem[];
  /** Links to addresses of no page, which may be those of files, or of an owner's own pages. */
  readonly unknownLinks: readonly UnknownAddress[];
  /** Addresses that a page had once, and to which somebody still links. */
  readonly formerLinks: readonly string[];
  /** What was found out of links to articles. */
  readonly articleLinks: ArticleLinks;
  /** Months whose old addresses are right now. */
  readonly checkedAliases: CheckedAliases;
  /** The files of all faulty articles. */
  readonly faulty: ReadonlySet<string>;
  /** What stands in the place of some of these, by file. */
  readonly standIns: ReadonlyMap<string, KeptVersion>;
  /** Of the faulty articles that readers have, by the file as in `Problem`: whether they stay so. */
  readonly staysOnline: ReadonlyMap<string, boolean>;
}

/** For whom the pages are, and whether the style page is among them, whatever the site says. */
export interface ForWhom {
  readonly audience?: Audience;
  readonly stylePage?: boolean;
}

export function editionPages(
  content: Content,
  source: ContentSource,
  now: Instant,
  { audience = 'readers', stylePage = content.site.stylePage }: ForWhom,
  former: FormerSite,
  published: PublishedVersions,
): EditionPages {
  const { site, threads, pictures } = content;
  let { entries, editorialPages } = content;
  const faults = standInsFor(content.faulty, site, published);
  const problems = [...content.problems];
  const commented = threadsByFolder(threads);
  const contextOf = (some: MonthsOfEntries, forWhom: Audience = 'readers'): PageContext => ({
    site,
    editorialPages,
    // Of most folders nobody commented on an article, whose file then need not be known.
    threadOf: entry => (commented.has(entry.folder) ? (threads.get(entry.file) ?? null) : null),
    threadsIn: folder => commented.get(folder) ?? null,
    pictureNamed: src => pictures.get(src) ?? null,
    edition: makeEdition(some, site, now, forWhom),
    stylePage,
  });
  const inWords = (mistakes: readonly EntryProblem[]): readonly Problem[] =>
    locateMistakes(mistakes, source).map(problem => shown(problem, source.contentDir));
  const leaveOut = (mistakes: readonly EntryProblem[]): void => {
    for (const problem of inWords(mistakes)) problems.push(problem);
    entries = entries.without(mistakes.map(({ entry }) => entry.file));
    editorialPages = withoutFaulty(editorialPages, mistakes);
    faults.add(mistakes.map(({ entry }) => entry.file).filter(isArticle));
    context = contextOf(faults.withStandIns(entries));
  };
  const early = checkChangesToCome(entries, now, site.timeZone);
  let context = contextOf(faults.withStandIns(entries));
  if (early.length > 0) leaveOut(early);
  const articleLinks = lookAtArticleLinks(context.edition, content.articleLinks, former.articleLinks);
  const { astray } = articleLinks;
  const links = checkSiteLinks(context, entries, problems, {
    source,
    now,
    former,
    astray,
    standIns: faults.standIns,
  });
  if (links.mistakes.length > 0) leaveOut(links.mistakes);
  for (;;) {
    const { draft, scheduled } = context.edition.counts;
    const others =
      draft + scheduled === 0
        ? []
        : entries.among(
            ({ drafts, from }) => drafts > 0 || from[1] > now,
            entry => isToCome(entry, now),
          );
    const toCome = contextOf(monthsOfEntries([...others].map(appearingAt(now)), entries.monthAt));
    const mistakes = checkAliases(
      entries,
      months => takenAddresses(months, context, toCome),
      former.checkedAliases,
    );
    if (mistakes.length === 0) {
      const { faulty, standIns } = faults;
      return {
        // What is checked is what readers will have, whoever is shown the site.
        context: audience === 'readers' ? context : contextOf(faults.withStandIns(entries), audience),
        toCome,
        faulty,
        standIns,
        staysOnline: whatStays(faults, published, source),
        problems: problems.sort(compareProblems),
        warnings: [...content.warnings, ...inWords(links.warnings)].sort(compareProblems),
        unknownLinks: links.unknown.map(({ address, mistake, wasThere }) => ({
          address,
          wasThere,
          problem: inWords([mistake])[0]!,
        })),
        formerLinks: links.former,
        articleLinks,
        checkedAliases: aliasesChecked(entries),
      };
    }
    leaveOut(mistakes);
  }
}

function whatStays(
  { faulty, standIns }: StandIns,
  published: PublishedVersions,
  source: ContentSource,
): ReadonlyMap<string, boolean> {
  const stays = new Map<string, boolean>();
  for (const file of faulty)
    if (standIns.has(file) || published.isOnline(file))
      stays.set(shownFile(file, source.contentDir), standIns.has(file));
  return stays;
}

function isToCome({ draft, from, expires }: Entry, now: Instant): boolean {
  return draft || (from > now && (expires === null || expires > now));
}

function appearingAt(now: Instant): (entry: Entry) => Entry {
  return entry => withFields(entry, { draft: false, from: now, expires: null });
}

/** Of pages but those at old addresses, of these months and of none: those of today, and those that a planned build or the end of a draft will add. */
function* takenAddresses(
  months: ReadonlySet<string>,
  context: PageContext,
  toCome: PageContext,
): Generator<TakenAddress, void> {
  for (const url of ownUrls(months, context)) yield { url, toCome: false };
  if (toCome.edition.counts.total === 0) return;
  for (const url of ownUrls(months, toCome)) yield { url, toCome: true };
}

function* ownUrls(months: ReadonlySet<string>, context: PageContext): Generator<string, void> {
  for (const type of PAGE_TYPES) if (type.name !== 'redirect') yield* urlsOfMonths(type, context, months);
}

/** Of the folders with comments a number that changes with any comment of an article there. */
function threadsByFolder(threads: Content['threads']): ReadonlyMap<string, number> {
  const byFolder = new Map<string, number>();
  // In an order that is the same on every machine.
  for (const [file, { hash }] of [...threads].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const folder = file.slice(0, file.lastIndexOf('/'));
    byFolder.set(folder, mix(mix(byFolder.get(folder) ?? 0, hashShort(file)), hash));
  }
  return byFolder;
}
