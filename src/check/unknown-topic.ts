// Whether articles carry topics that the site has.
import type { References } from '../article/read-references.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Site } from '../site/site.ts';
import type { EntryCheck } from './entry-problem.ts';
import { slugHints } from './slug-hints.ts';

export function topicCheck({
  topics,
}: Pick<Site, 'topics'>): EntryCheck<Pick<References, 'file' | 'topics'>> {
  const known = new Set(topics.map(({ slug }) => slug));
  const hintFor = slugHints(topics);
  return (entry, report) => {
    for (const [index, topic] of entry.topics.entries()) {
      if (known.has(topic)) continue;
      const message = problemMessages.unknownTopic(topic, hintFor(topic));
      report({ entry, path: ['topics', index], rule: 'unknown-topic', message });
    }
  };
}
