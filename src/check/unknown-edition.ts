// Whether the translations of articles stand in editions that the site has.
import type { References } from '../article/read-references.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Site } from '../site/site.ts';
import { closestHints } from './closest-hints.ts';
import type { EntryCheck } from './entry-problem.ts';

export function editionCheck({
  editions,
}: Pick<Site, 'editions'>): EntryCheck<Pick<References, 'file' | 'translations'>> {
  const known = new Set(editions.map(({ lang }) => lang));
  const hintFor = closestHints(known);
  return (entry, report) => {
    for (const [index, { lang }] of entry.translations.entries()) {
      if (known.has(lang)) continue;
      const message = problemMessages.unknownEdition(lang, hintFor(lang));
      report({ entry, path: ['translations', index, 'lang'], rule: 'unknown-edition', message });
    }
  };
}
