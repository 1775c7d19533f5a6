// Faulty articles to what stands in their place: themselves, as readers have them, as far as that still fits beside all others.
import { articleUrl } from '../../address/addresses.ts';
import { oldAddressKey } from '../../address/old-address.ts';
import type { MonthsOfEntries } from '../../edition/months-of-entries.ts';
import { withFields } from '../../edition/plain-entry.ts';
import type { Site } from '../../site/site.ts';
import type { KeptVersion } from '../memory/kept-versions.ts';
import type { PublishedVersions } from './published-version.ts';

export interface StandIns {
  readonly faulty: ReadonlySet<string>;
  /** By file. */
  readonly standIns: ReadonlyMap<string, KeptVersion>;
  /** Takes note of more faulty articles. */
  add(files: readonly string[]): void;
  /** The faultless entries, and those that stand in for the others. */
  withStandIns(entries: MonthsOfEntries): MonthsOfEntries;
}

export function standInsFor(
  files: Iterable<string>,
  site: Pick<Site, 'sections' | 'topics' | 'dossiers'>,
  published: PublishedVersions,
): StandIns {
  const faulty = new Set<string>();
  const versions = new Map<string, KeptVersion>();
  const standIns = new Map<string, KeptVersion>();
  const slugs = {
    sections: new Set(site.sections.map(({ slug }) => slug)),
    topics: new Set(site.topics.map(({ slug }) => slug)),
    dossiers: new Set(site.dossiers.map(({ slug }) => slug)),
  };
  const add = (more: Iterable<string>): void => {
    for (const file of more) {
      if (faulty.has(file)) continue;
      faulty.add(file);
      const version = published.versionOf(file);
      if (version === null || !slugs.sections.has(version.entry.section)) continue;
      const topics = version.entry.topics.filter(slug => slugs.topics.has(slug));
      const dossiers = version.entry.dossiers.filter(slug => slugs.dossiers.has(slug));
      versions.set(file, { ...version, entry: withFields(version.entry, { topics, dossiers }) });
    }
  };
  add(files);
  return {
    faulty,
    standIns,
    add,
    withStandIns(entries) {
      standIns.clear();
      if (versions.size === 0) return entries;
      const renamed = entries.withAliases();
      const aliases = new Set(renamed.flatMap(entry => entry.aliases.map(oldAddressKey)));
      const taken = new Set<string>();
      const isTaken = (url: string, day: string): boolean =>
        taken.has(url) || entries.day(day).some(entry => articleUrl(entry) === url);
      for (const [file, version] of versions) {
        const { entry } = version;
        const url = articleUrl(entry);
        if (isTaken(url, entry.day)) continue;
        taken.add(url);
        // An old address may have been given to another article meanwhile.
        const own = entry.aliases.filter(alias => !aliases.has(oldAddressKey(alias)));
        standIns.set(file, { ...version, entry: withFields(entry, { aliases: own }) });
      }
      return entries.with([...standIns.values()].map(({ entry }) => entry));
    },
  };
}
