// Whether articles name sections, topics and dossiers that the site has.

import type { References } from '../article/read-references.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Mistake } from '../problem/problem.ts';
import type { Site } from '../site/site.ts';
import { closestWord } from '../source/closest-word.ts';

/** A mistake at a place of an article's front matter; whoever has the file finds the line. */
export interface EntryProblem extends Mistake {
  readonly entry: Pick<References, 'file'>;
  /** Where in the front matter: `['topics', 1]`. */
  readonly path: readonly (string | number)[];
  /** Instead of a place in the front matter, an image within the text, by its name as written. */
  readonly bodyImage?: string;
}

export function checkReferences(
  entries: Iterable<Pick<References, 'file' | 'section' | 'topics' | 'dossiers'>>,
  site: Site,
): readonly EntryProblem[] {
  const sections = new Set(site.sections.map(({ slug }) => slug));
  const topics = new Set(site.topics.map(({ slug }) => slug));
  const dossiers = new Set(site.dossiers.map(({ slug }) => slug));
  const problems: EntryProblem[] = [];
  for (const entry of entries) {
    const { section } = entry;
    if (section !== null && !sections.has(section)) {
      const message = problemMessages.unknownSection(section, hint(section, sections));
      problems.push({ entry, path: ['section'], rule: 'unknown-section', message });
    }
    entry.topics.forEach((topic, index) => {
      if (topics.has(topic)) return;
      const message = problemMessages.unknownTopic(topic, hint(topic, topics));
      problems.push({ entry, path: ['topics', index], rule: 'unknown-topic', message });
    });
    entry.dossiers.forEach((dossier, index) => {
      if (dossiers.has(dossier)) return;
      const message = problemMessages.unknownDossier(dossier, hint(dossier, dossiers));
      problems.push({ entry, path: ['dossiers', index], rule: 'unknown-dossier', message });
    });
  }
  return problems;
}

function hint(slug: string, known: ReadonlySet<string>): string {
  const closest = closestWord(slug, [...known]);
  return closest === null || closest === undefined ? '' : problemMessages.didYouMean(closest);
}
