// What results show of articles: for each segment of the archive some dozens of articles a file, in the order in which its index counts them.
import { articleUrl, searchCardsUrl } from '../../address/addresses.ts';
import type { CardMatter } from '../../article/matter.ts';
import { CARDS_A_FILE, type SearchRow } from '../../search/search-files.ts';
import { type ListedPage, pageType } from '../page-type.ts';
import { type CardsRef, digestOf, showCards } from '../shown.ts';
import type { Tools } from '../tools.ts';
import { type Segment, segmentsOf } from './segments.ts';

export const searchCards = pageType({
  name: 'search-cards',
  renderer: 'json',
  furnished: false,

  *pages({ edition }) {
    for (const segment of segmentsOf(edition)) yield* partsOf(segment);
  },

  *months({ edition }) {
    for (const segment of segmentsOf(edition)) {
      const { name, size, terms } = segment;
      yield {
        month: name,
        size: Math.ceil(size / CARDS_A_FILE),
        furnished: 0,
        // It changes with anything of an article, and so with its card.
        digest: digestOf(terms),
        pictured: () => [],
        pages: () => partsOf(segment),
      };
    }
  },

  view: (shown, tools): readonly SearchRow[] => tools.matter(shown).map(matter => searchRow(matter, tools)),
});

function* partsOf(segment: Segment): Generator<ListedPage<CardsRef>, void> {
  const { name, month, size } = segment;
  for (let start = 0; start < size; start += CARDS_A_FILE)
    yield {
      url: searchCardsUrl(name, start / CARDS_A_FILE),
      month,
      get shown() {
        return showCards(segment.entries.slice(start, start + CARDS_A_FILE), null);
      },
    };
}

function searchRow(matter: CardMatter, tools: Tools): SearchRow {
  const { title, summary, section, source, lang } = matter;
  const url = tools.published(articleUrl(matter));
  return [
    url,
    title,
    summary ?? '',
    tools.told(matter).stamp,
    tools.section(section).text,
    source,
    lang ?? '',
  ];
}
