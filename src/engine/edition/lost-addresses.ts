// Addresses at which readers had an article, or by which they came to one, and where nothing is any more: which ones, and what became of the article.
//
// After the build that loses an address no memory knows its page. So what is lost is remembered by itself, until something stands there again
// (see decision 038).
import { articleAddress, articleUrl, outputKey } from '../../address/addresses.ts';
import { oldAddressKey, redirectUrl } from '../../address/old-address.ts';
import { slugOfFile } from '../../article/slug.ts';
import { once } from '../../cache/once.ts';
import { ABSENCES, absenceOf } from '../../edition/absence.ts';
import { articlesByOldAddresses } from '../../edition/article-at.ts';
import type { Entry, ReadEntry } from '../../edition/entry.ts';
import { type MonthsOfEntries, monthOf } from '../../edition/months-of-entries.ts';
import { numberOfOldAddress } from '../../edition/old-address-numbers.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { PAGE_TYPES } from '../../pages/registry.ts';
import { movedFolders } from '../../site/moved-folders.ts';
import { DAY } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';

/** Plain JSON data, for the memory. */
export interface LostAddress {
  readonly url: string;
  /** The file of the article, below the content folder; null: nobody knows any more. */
  readonly from: string | null;
  /** The last file in which the article was found again; null: in none. */
  readonly to: string | null;
  /** Whether it was in no file at the last build: what stands in that file later is another one. */
  readonly isGone: boolean;
  /** `bodyHash` of the article; 0: it had no text, or nobody knows any more. */
  readonly bodyHash: number;
  /** By the machine's clock. */
  readonly since: Instant;
}

/** What became of an article: it is elsewhere, in a file that says so; it is a draft again; or nothing is left of it. */
export type Loss =
  | { readonly fate: 'moved' | 'draft'; readonly lost: LostAddress; readonly entry: ReadEntry }
  | { readonly fate: 'deleted'; readonly lost: LostAddress };

export interface FoundLosses {
  /** For the next build to know. */
  readonly remembered: readonly LostAddress[];
  /** In the order of their addresses. */
  readonly losses: readonly Loss[];
}

/** What is known of the site before. */
export interface SiteBefore {
  /** As they were: all articles that may not be any more what they were when the last build made the site. */
  readonly changed: readonly ReadEntry[];
  /** Addresses of articles, old ones too, at which there is no article now. */
  readonly gone: readonly string[];
  /** What an earlier build lost. */
  readonly lost: readonly LostAddress[];
  readonly wasThere: (url: string) => boolean;
}

export interface SiteNow {
  readonly context: PageContext;
  /** Of all faultless articles, published or not. */
  readonly entries: MonthsOfEntries;
  /** The months `2014-05` of those of them that may not be what they were at the last build, or that have no page. */
  readonly changedMonths: ReadonlySet<string>;
  /** The files of the others, and folders into which nobody could look. */
  readonly faulty: ReadonlySet<string>;
  readonly wallClock: Instant;
  /** What stands in the site besides its pages. */
  readonly otherFiles: () => Iterable<string>;
  /** Whether what nothing is left of was taken away on purpose. */
  readonly allowRemovals: boolean;
}

/** Nobody who did nothing about it for so long will. */
const TOLD_FOR = 30 * DAY;

const NOTHING_LOST: FoundLosses = { remembered: [], losses: [] };

/** As in `SiteNow`: `before` and `now` are numbers that change with the articles that readers have. */
export function changedMonths(
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
  { absent }: Pick<PageContext['edition'], 'absent'>,
): ReadonlySet<string> {
  const changed = new Set(ABSENCES.flatMap(absence => absent[absence].map(monthOf)));
  for (const month of [...before.keys(), ...now.keys()])
    if (before.get(month) !== now.get(month)) changed.add(month);
  return changed;
}

export function findLostAddresses(before: SiteBefore, now: SiteNow): FoundLosses {
  const candidates = candidatesOf(before, now);
  if (candidates.length === 0) return NOTHING_LOST;
  const stands = whatStands(now.context);
  const perhaps = candidates.filter(({ url }) => !stands(url));
  const others = perhaps.length === 0 ? new Set() : otherKeys(now, perhaps);
  const missing = perhaps.filter(({ url }) => !others.has(outputKey(url)));
  if (missing.length === 0) return NOTHING_LOST;
  const fateOf = fates(missing, before, now);
  const remembered: LostAddress[] = [];
  const losses: Loss[] = [];
  for (const lost of missing.sort((a, b) => (a.url < b.url ? -1 : 1))) {
    const fate = fateOf(lost);
    if (fate === 'meant') continue;
    remembered.push(fate === 'unknown' ? lost : fate.lost);
    if (fate !== 'unknown') losses.push(fate);
  }
  return { remembered, losses };
}

/** What may be lost, each address once: it need not be. */
function candidatesOf(
  { changed, gone, lost, wasThere }: SiteBefore,
  { context, entries, faulty, wallClock }: SiteNow,
): LostAddress[] {
  const { now, audience } = context.edition;
  const isShown = (entry: ReadEntry): boolean => {
    const absence = absenceOf(entry, now);
    return absence === null || absence === 'withdrawn';
  };
  const candidates = new Map<string, LostAddress>();
  const add = (candidate: LostAddress): void => {
    if (!candidates.has(candidate.url)) candidates.set(candidate.url, candidate);
  };
  const former = changed.filter(isShown);
  for (const entry of former) {
    const { file, bodyHash } = entry;
    const today = entries.find(file);
    const isStill = today !== undefined && hasSameAddresses(entry, today) && !faulty.has(file);
    if (isStill && (audience === 'newsroom' || isShown(today))) continue;
    for (const url of addressesOf(entry))
      if (wasThere(url)) add({ url, from: file, to: null, isGone: false, bodyHash, since: wallClock });
  }
  for (const each of lost) if (each.since > wallClock - TOLD_FOR) add(each);
  for (const url of gone) add({ url, from: null, to: null, isGone: false, bodyHash: 0, since: wallClock });
  return [...candidates.values()];
}

function hasSameAddresses(entry: ReadEntry, other: ReadEntry): boolean {
  return entry.addressHash === other.addressHash && entry.aliases.join() === other.aliases.join();
}

function addressesOf(entry: ReadEntry): readonly string[] {
  return [articleUrl(entry), ...oldAddressesOf(entry)];
}

function oldAddressesOf({ aliases }: ReadEntry): readonly string[] {
  return aliases.map(redirectUrl).filter(url => url !== null);
}

/** Whether readers still get something at an address. */
function whatStands({ site, editorialPages, edition }: PageContext): (url: string) => boolean {
  const { presentAddress, list } = movedFolders(site, editorialPages);
  const { addressed } = edition;
  const old = once(() => articlesByOldAddresses(edition.renamed, presentAddress));
  const isArticle = (url: string): boolean =>
    addressed.day(articleAddress(url)?.day ?? '').some(entry => articleUrl(entry) === url);
  const isOld = (url: string): boolean => {
    const key = oldAddressKey(url);
    if (list.length > 0) return old().has(key);
    return addressed
      .perhapsOnceAt([numberOfOldAddress(url)])
      .some(({ aliases }) => aliases.some(alias => oldAddressKey(alias) === key));
  };
  const leadsToArticle = (url: string): boolean => isArticle(url) || isOld(url);
  return url => {
    if (leadsToArticle(url)) return true;
    const present = presentAddress(url);
    return present !== null && leadsToArticle(present);
  };
}

/** The keys of all files but those of articles and what leads to them; of pages only where an address is asked for that is not like an article's. */
function otherKeys({ context, otherFiles }: SiteNow, asked: readonly LostAddress[]): ReadonlySet<string> {
  const keys = new Set([...otherFiles()].map(outputKey));
  if (asked.every(({ url }) => articleAddress(url) !== null)) return keys;
  for (const { name, pages } of PAGE_TYPES)
    if (name !== 'article' && name !== 'redirect')
      for (const { url } of pages(context)) keys.add(outputKey(url));
  return keys;
}

/** `meant`: somebody said that it goes. `unknown`: a fault in the file is in the way, or the address comes back by itself. */
type Fate = Loss | 'meant' | 'unknown';

function fates(
  missing: readonly LostAddress[],
  before: SiteBefore,
  { context, entries, changedMonths, faulty, allowRemovals }: SiteNow,
): (lost: LostAddress) => Fate {
  const { now } = context.edition;
  const days = new Set(missing.flatMap(({ url }) => articleAddress(url)?.day ?? []));
  const byAddress = new Map<string, Entry>();
  for (const day of days) for (const entry of entries.day(day)) byAddress.set(articleUrl(entry), entry);
  const foundAgain = findAgain(missing, entries, changedMonths, before);
  const filesOfTexts = Map.groupBy(before.changed, ({ bodyHash }) => bodyHash);
  /** The file may hold another article now, that was elsewhere before. */
  const inFile = (file: string | null): Entry | undefined => {
    const entry = file === null ? undefined : entries.find(file);
    if (entry === undefined || entry.bodyHash === 0) return entry;
    const had = filesOfTexts.get(entry.bodyHash);
    return had === undefined || had.some(other => other.file === file) ? entry : undefined;
  };
  /** The file itself, or a folder into which nobody could look. */
  const isUnread = (file: string): boolean => {
    const parts = file.split('/');
    return parts.some((_, index) => faulty.has(parts.slice(0, index + 1).join('/')));
  };
  const faultyNames = new Set([...faulty].map(file => slugOfFile(file).slug));
  return lost => {
    const { url, from, to } = lost;
    if (from === null ? faultyNames.has(nameIn(url)) : isUnread(from) || isUnread(to ?? '')) return 'unknown';
    const entry =
      byAddress.get(url) ?? foundAgain(lost) ?? (lost.isGone ? undefined : inFile(lastFile(lost)));
    if (entry === undefined)
      return allowRemovals ? 'meant' : { fate: 'deleted', lost: { ...lost, isGone: true } };
    const known: LostAddress = { ...lost, to: entry.file, isGone: false };
    switch (absenceOf(entry, now)) {
      case 'draft':
        return allowRemovals ? 'meant' : { fate: 'draft', lost: known, entry };
      case 'expired':
        return 'meant';
      case 'scheduled':
        if (byAddress.has(url)) return 'meant';
    }
    const isNamed = entry.aliases.some(alias => oldAddressKey(alias) === oldAddressKey(url));
    return isNamed ? 'unknown' : { fate: 'moved', lost: known, entry };
  };
}

/**
 * Finds the article of an address under another name: with the same text, at an address that is new, or was another one's. Of what the memory does not know any more
 * only the name is left to go by.
 */
function findAgain(
  missing: readonly LostAddress[],
  entries: MonthsOfEntries,
  changedMonths: ReadonlySet<string>,
  { changed, wasThere }: Pick<SiteBefore, 'changed' | 'wasThere'>,
): (lost: LostAddress) => Entry | undefined {
  const texts = new Set(missing.map(({ bodyHash }) => bodyHash));
  texts.delete(0);
  const names = new Set(missing.filter(({ from }) => from === null).map(({ url }) => nameIn(url)));
  // In all other months each article is what it was, and has the page that it had.
  const perhaps = entries.months
    .filter(({ month }) => changedMonths.has(month))
    .flatMap(month => month.entries.filter(({ bodyHash, slug }) => texts.has(bodyHash) || names.has(slug)));
  const textsAt = new Map(changed.map(({ addressHash, bodyHash }) => [addressHash, bodyHash]));
  // An article whose move was undone is where an old address of its led readers.
  const ledOn = new Set(changed.flatMap(entry => oldAddressesOf(entry)));
  const newcomers = perhaps.filter(entry => {
    const url = articleUrl(entry);
    const hadText = textsAt.get(entry.addressHash) ?? entry.bodyHash;
    return !wasThere(url) || ledOn.has(url) || hadText !== entry.bodyHash;
  });
  const byName = new Map(newcomers.map(entry => [entry.slug, entry]));
  const byTextAndName = new Map(newcomers.map(entry => [`${entry.bodyHash} ${entry.slug}`, entry]));
  const byText = new Map(newcomers.map(entry => [entry.bodyHash, entry]));
  const isDistinct = distinctTexts(missing, entries);
  return ({ url, from, bodyHash }) => {
    if (from === null) return byName.get(nameIn(url));
    if (bodyHash === 0) return undefined;
    const alike = byTextAndName.get(`${bodyHash} ${nameIn(url)}`) ?? byText.get(bodyHash);
    if (alike === undefined || alike.slug === nameIn(url)) return alike;
    return isDistinct(bodyHash) ? alike : undefined;
  };
}

/** Whether a text is that of one article that is lost and of one that is there: « Photos : Xinhua » may be that of many. */
function distinctTexts(
  missing: readonly LostAddress[],
  present: Iterable<Entry>,
): (bodyHash: number) => boolean {
  const distinct = once(() => {
    const lost = Map.groupBy(missing, ({ bodyHash }) => bodyHash);
    const there = new Map<number, number>();
    for (const { bodyHash } of present)
      if (lost.has(bodyHash)) there.set(bodyHash, (there.get(bodyHash) ?? 0) + 1);
    return new Set(
      [...lost]
        .filter(([text, some]) => there.get(text) === 1 && new Set(some.map(lastFile)).size === 1)
        .map(([text]) => text),
    );
  });
  return bodyHash => distinct().has(bodyHash);
}

function lastFile({ from, to }: LostAddress): string | null {
  return to ?? from;
}

function nameIn(url: string): string {
  return articleAddress(url)?.slug ?? '';
}
