// Whether articles stand in sections that the site has.
import type { References } from '../article/read-references.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Site } from '../site/site.ts';
import { closestHint } from './closest-hint.ts';
import type { EntryProblem } from './entry-problem.ts';

export function checkSections(
  articles: readonly Pick<References, 'file' | 'section'>[],
  site: Pick<Site, 'sections'>,
): readonly EntryProblem[] {
  const known = new Set(site.sections.map(({ slug }) => slug));
  const problems: EntryProblem[] = [];
  for (const entry of articles) {
    const { section } = entry;
    if (section === null || known.has(section)) continue;
    const message = problemMessages.unknownSection(section, closestHint(section, known));
    problems.push({ entry, path: ['section'], rule: 'unknown-section', message });
  }
  return problems;
}
