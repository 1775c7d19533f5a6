// Whether an article expires after its date.
import type { ChronologyMistake, DatedArticle } from './article-dates.ts';

export function checkExpiry({ date, expires }: DatedArticle): readonly ChronologyMistake[] {
  if (expires === null || expires > date) return [];
  return [
    {
      path: ['expires'],
      rule: 'expires-before-date',
      message:
        'L’article expirerait (« expires ») avant sa propre date (« date ») ; écrivez une date d’expiration plus tardive.',
    },
  ];
}
