// Whether articles stand in sections that the site has.
import type { References } from '../article/read-references.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Site } from '../site/site.ts';
import type { EntryCheck } from './entry-problem.ts';
import { slugHints } from './slug-hints.ts';

export function sectionCheck({
  sections,
}: Pick<Site, 'sections'>): EntryCheck<Pick<References, 'file' | 'section'>> {
  const known = new Set(sections.map(({ slug }) => slug));
  const hintFor = slugHints(sections);
  return (entry, report) => {
    const { section } = entry;
    if (section === null || known.has(section)) return;
    const message = problemMessages.unknownSection(section, hintFor(section));
    report({ entry, path: ['section'], rule: 'unknown-section', message });
  };
}
