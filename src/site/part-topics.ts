// The parts of special pages to the topics in them that the site does not have, each as a mistake in `_data/dossiers`.
import { problemMessages } from '../locale/problem-messages.ts';
import type { Mistake } from '../problem/problem.ts';
import { closestWord } from '../source/closest-word.ts';
import type { Path } from '../source/yaml-document.ts';
import type { Site } from './site.ts';

export function findUnknownPartTopics({
  topics,
  dossiers,
}: Pick<Site, 'topics' | 'dossiers'>): readonly (Mistake & { readonly path: Path })[] {
  const known = new Set(topics.map(({ slug }) => slug));
  const mistakes: (Mistake & { readonly path: Path })[] = [];
  for (const [dossier, { parts }] of dossiers.entries())
    for (const [part, { topics: ofPart }] of parts.entries())
      for (const [index, topic] of ofPart.entries()) {
        if (known.has(topic)) continue;
        const closest = closestWord(topic, [...known]);
        const hint = closest === null ? '' : problemMessages.didYouMean(closest);
        const message = problemMessages.unknownTopic(topic, hint);
        mistakes.push({ path: [dossier, 'parts', part, 'topics', index], rule: 'unknown-topic', message });
      }
  return mistakes;
}
