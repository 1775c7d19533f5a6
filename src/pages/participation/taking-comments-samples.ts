// Samples of the list of a month's articles that take comments.
import { takingCommentsUrl } from '../../address/addresses.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards } from '../samples/sample-matter.ts';
import type { TakingCommentsRow } from './taking-comments.ts';

export const samples: readonly PageSample<readonly TakingCommentsRow[]>[] = [
  {
    name: 'the articles of a month that take comments',
    url: takingCommentsUrl('2014-05'),
    view: allCards.map(({ url, title }, index) => [url, `2014/05/article-${index}`, title]),
  },
  {
    name: 'the articles of a month that take comments for some days',
    url: takingCommentsUrl('2014-04'),
    view: allCards.map(({ url, title }, index) => [
      url,
      `2014/04/article-${index}`,
      title,
      1_400_000_000_000,
    ]),
  },
];
