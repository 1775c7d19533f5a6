// The articles of a dossier to its parts: of each the newest, wherever in the dossier they stand.
import type { Entry } from '../../edition/entry.ts';
import type { PartOfList } from '../../edition/entry-list.ts';
import type { MonthSummary } from '../../edition/month-summary.ts';
import type { Dossier } from '../../site/site.ts';

/** Of the newest a part shows so many; the chronology has all. */
const PART_LENGTH = 6;

/**
 * The articles of each part, newest first: each in the first part that has one of its topics. Parts without articles are none.
 * @param months those of the dossier's articles, newest first: none is brought in which nobody wrote of what a part still lacks.
 * @param except the article that is in no part.
 */
export function partsOf(
  { parts }: Pick<Dossier, 'parts'>,
  months: readonly Pick<PartOfList, 'month' | 'entries'>[],
  summaryOf: (month: string) => Pick<MonthSummary, 'topics'>,
  except: Entry | null,
): readonly { readonly title: string; readonly entries: readonly Entry[] }[] {
  const ofParts = parts.map(({ title, topics }) => ({
    title,
    topics: new Set(topics),
    entries: [] as Entry[],
  }));
  for (const ofMonth of months) {
    const lacking = ofParts.filter(({ entries }) => entries.length < PART_LENGTH);
    if (lacking.length === 0) break;
    const { topics: written } = summaryOf(ofMonth.month);
    if (!lacking.some(({ topics }) => [...topics].some(topic => Object.hasOwn(written, topic)))) continue;
    for (const entry of ofMonth.entries) {
      if (entry === except) continue;
      const part = ofParts.find(({ topics }) => entry.topics.some(topic => topics.has(topic)));
      if (part !== undefined && part.entries.length < PART_LENGTH) part.entries.push(entry);
    }
  }
  return ofParts
    .filter(({ entries }) => entries.length > 0)
    .map(({ title, entries }) => ({ title, entries }));
}
