// Whether a flash leaves the ticker after the date of its article.
import type { ChronologyMistake, DatedArticle } from './article-dates.ts';

export function checkFlash({ date, flashUntil }: DatedArticle): readonly ChronologyMistake[] {
  if (flashUntil === null || flashUntil > date) return [];
  return [
    {
      path: ['flash', 'until'],
      rule: 'flash-before-date',
      message:
        'Le flash quitterait le bandeau (« until ») avant la date de l’article (« date ») ; écrivez une heure plus tardive.',
    },
  ];
}
