// The urgent headlines of the moment.
import { articleUrl } from '../../address/addresses.ts';
import type { FlashView } from '../flash/flash-page.ts';
import { showCards } from '../shown.ts';
import { furnitureBlock } from './furniture-block.ts';

export interface TickerView {
  readonly flashes: readonly FlashView[];
}

export const ticker = furnitureBlock({
  name: 'ticker',
  region: 'band',
  changes: ({ edition }) => edition.flashes.map(({ until }) => until),

  shown: ({ edition: { flashes } }) =>
    flashes.length === 0
      ? null
      : {
          articles: showCards(
            flashes.map(({ entry }) => entry),
            null,
          ),
          flashes: flashes.map(({ text, until }) => ({ text, until })),
        },

  view: ({ articles, flashes }, tools): TickerView => ({
    flashes: tools.matter(articles).map((matter, index) => {
      const { text, until } = flashes[index]!;
      return {
        url: articleUrl(matter),
        text: text === null ? matter.title : tools.words.markedTitle(text, matter.absence),
        until: tools.moment(until),
        lang: matter.lang,
      };
    }),
  }),
});
