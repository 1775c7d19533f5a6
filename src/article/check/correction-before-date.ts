// Whether an article was corrected after its date.
import { type ChronologyMistake, type DatedArticle, isBeforeDate } from './article-dates.ts';

export function checkCorrections(article: DatedArticle): readonly ChronologyMistake[] {
  return article.corrections.flatMap((correction, index) =>
    correction === null || !isBeforeDate(correction, article)
      ? []
      : [
          {
            path: ['corrections', index, 'date'],
            rule: 'correction-before-date' as const,
            message:
              'Ce rectificatif précède la date de l’article (« date ») ; corrigez l’une des deux dates.',
          },
        ],
  );
}
