// Whether articles belong to special pages that the site has.
import type { References } from '../article/read-references.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Site } from '../site/site.ts';
import type { EntryCheck } from './entry-problem.ts';
import { slugHints } from './slug-hints.ts';

export function dossierCheck({
  dossiers,
}: Pick<Site, 'dossiers'>): EntryCheck<Pick<References, 'file' | 'dossiers'>> {
  const known = new Set(dossiers.map(({ slug }) => slug));
  const hintFor = slugHints(dossiers);
  return (entry, report) => {
    for (const [index, dossier] of entry.dossiers.entries()) {
      if (known.has(dossier)) continue;
      const message = problemMessages.unknownDossier(dossier, hintFor(dossier));
      report({ entry, path: ['dossiers', index], rule: 'unknown-dossier', message });
    }
  };
}
