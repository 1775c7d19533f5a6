// Whether articles belong to special pages that the site has.
import type { References } from '../article/read-references.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Site } from '../site/site.ts';
import { closestHint } from './closest-hint.ts';
import type { EntryProblem } from './entry-problem.ts';

export function checkDossiers(
  articles: readonly Pick<References, 'file' | 'dossiers'>[],
  site: Pick<Site, 'dossiers'>,
): readonly EntryProblem[] {
  const known = new Set(site.dossiers.map(({ slug }) => slug));
  const problems: EntryProblem[] = [];
  for (const entry of articles) {
    entry.dossiers.forEach((dossier, index) => {
      if (known.has(dossier)) return;
      const message = problemMessages.unknownDossier(dossier, closestHint(dossier, known));
      problems.push({ entry, path: ['dossiers', index], rule: 'unknown-dossier', message });
    });
  }
  return problems;
}
