// Whether articles carry topics that the site has.
import type { References } from '../article/read-references.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Site } from '../site/site.ts';
import { closestHint } from './closest-hint.ts';
import type { EntryProblem } from './entry-problem.ts';

export function checkTopics(
  articles: readonly Pick<References, 'file' | 'topics'>[],
  site: Pick<Site, 'topics'>,
): readonly EntryProblem[] {
  const known = new Set(site.topics.map(({ slug }) => slug));
  const problems: EntryProblem[] = [];
  for (const entry of articles) {
    entry.topics.forEach((topic, index) => {
      if (known.has(topic)) return;
      const message = problemMessages.unknownTopic(topic, closestHint(topic, known));
      problems.push({ entry, path: ['topics', index], rule: 'unknown-topic', message });
    });
  }
  return problems;
}
