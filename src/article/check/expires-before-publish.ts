// Whether an article expires after it has appeared.
import type { ChronologyMistake, DatedArticle } from './article-dates.ts';

export function checkAppearance({ publish, expires }: DatedArticle): readonly ChronologyMistake[] {
  if (expires === null || publish === null || expires > publish) return [];
  return [
    {
      path: ['expires'],
      rule: 'expires-before-publish',
      message:
        'L’article expirerait (« expires ») avant sa publication (« publish ») et ne paraîtrait jamais ; corrigez l’une des deux dates.',
    },
  ];
}
