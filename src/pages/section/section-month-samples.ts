// Samples of a section's month.
import { sectionMonthUrl } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { monthInWords } from '../../time/moment.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards, cards } from '../samples/sample-matter.ts';
import { about, china, home } from '../samples/sample-portal.ts';
import type { Link } from '../views.ts';
import type { SectionMonthView } from './section-month-page.ts';

const linkToMonth = (month: string): Link => ({
  url: sectionMonthUrl('chine', month),
  text: monthInWords(month),
});
const april = linkToMonth('2014-04');
const may = linkToMonth('2014-05');

const page = (month: Link) => ({
  ...about(pageWords.sectionMonthTitle(china.text, month.text), [home, china]),
  crumb: month.text,
  section: china,
});

export const samples: readonly PageSample<BareView<SectionMonthView, 'section' | 'crumb'>>[] = [
  {
    name: 'a month of a section',
    reads: ['Chine, mai 2014', 'mardi 20 mai 2014', 'jeudi 1er mai 2014', 'Plus ancien avril 2014'],
    url: may.url,
    view: {
      ...page(may),
      days: [
        { day: 'mardi 20 mai 2014', articles: allCards },
        { day: 'jeudi 1er mai 2014', articles: [cards.harvest] },
      ],
      newer: null,
      older: april,
    },
  },
  {
    name: 'the first month of a section',
    reads: ['Chine, avril 2014', 'mercredi 30 avril 2014', 'Plus récent mai 2014'],
    url: april.url,
    view: {
      ...page(april),
      days: [{ day: 'mercredi 30 avril 2014', articles: [cards.bridge] }],
      newer: may,
      older: null,
    },
  },
];
