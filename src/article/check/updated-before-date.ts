// Whether an article was updated after its date.
import { type ChronologyMistake, type DatedArticle, isBeforeDate } from './article-dates.ts';

export function checkUpdated(article: DatedArticle): readonly ChronologyMistake[] {
  if (article.updated === null || !isBeforeDate(article.updated, article)) return [];
  return [
    {
      path: ['updated'],
      rule: 'updated-before-date',
      message:
        'La mise à jour (« updated ») précède la date de l’article (« date ») ; corrigez l’une des deux.',
    },
  ];
}
