// `/non-publies/`: the articles that readers do not have, for the newsroom. Only its edition has such a page.
import { ABSENT_URL } from '../../address/addresses.ts';
import { type Absence, absentInOrder } from '../../edition/absence.ts';
import { pageWords } from '../../locale/page-words.ts';
import { type BareView, pageType } from '../page-type.ts';
import { showCards } from '../shown.ts';
import type { Card, PageView } from '../views.ts';

export interface AbsentView extends PageView {
  /** What is to come, what is being written, what went; none of them empty. */
  readonly groups: readonly AbsentGroup[];
}

export interface AbsentGroup {
  readonly heading: string;
  readonly articles: readonly AbsentLink[];
}

export interface AbsentLink extends Pick<Card, 'url' | 'title' | 'lang' | 'date'> {
  readonly absence: string;
  /** Below the content folder. */
  readonly file: string;
}

export const absent = pageType({
  name: 'absent',
  renderer: 'archive',
  furnished: false,
  reserved: ['non-publies'],

  *pages({ edition }) {
    if (edition.audience !== 'newsroom') return;
    const groups = absentInOrder(edition.absent)
      .filter(({ entries }) => entries.length > 0)
      .map(({ absence, entries }) => ({
        absence,
        articles: showCards(entries, null),
        files: entries.map(({ file }) => file),
      }));
    yield { url: ABSENT_URL, shown: { groups } };
  },

  view: ({ groups }, tools): BareView<AbsentView> => ({
    title: tools.words.absent,
    description: tools.words.absentDescription,
    breadcrumb: [tools.home],
    groups: groups.map(({ absence: kind, articles, files }) => ({
      heading: absenceHeading(kind),
      articles: tools.cards(articles).map(({ url, title, lang, date, absence }, index) => ({
        url,
        title,
        lang,
        date,
        absence: absence!,
        file: files[index]!,
      })),
    })),
  }),
});

export function absenceHeading(absence: Absence): string {
  return pageWords.absences[absence];
}
