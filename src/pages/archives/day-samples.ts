// Samples of a day of the archives.
import { archiveUrl } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { calendarDayInWords, monthInWords } from '../../time/moment.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards } from '../samples/sample-matter.ts';
import { about, archives, china, home, world } from '../samples/sample-portal.ts';
import type { Link } from '../views.ts';
import type { DayView } from './day-page.ts';
import { yearLink } from './periods-of-archive.ts';

const page = (day: string) => {
  const month = day.slice(0, 7);
  return {
    ...about(pageWords.dayTitle(calendarDayInWords(day)), [
      home,
      archives,
      yearLink(day),
      { url: archiveUrl(month), text: monthInWords(month) },
    ]),
    crumb: calendarDayInWords(day),
  };
};
const linkToDay = (day: string): Link => ({ url: archiveUrl(day), text: calendarDayInWords(day) });

const { visitors, ...inChina } = cards;

export const samples: readonly PageSample<BareView<DayView, 'crumb'>>[] = [
  {
    name: 'a day of the archives into which a server puts the furniture',
    reads: ['L’actualité du mardi 20 mai 2014 Chine'],
    url: archiveUrl('2014-05-20'),
    view: {
      ...page('2014-05-20'),
      sections: [{ section: china, articles: Object.values(inChina) }],
      newer: null,
      older: linkToDay('2014-05-19'),
    },
    furniture: 'put in',
  },
  {
    name: 'a day of the archives of a portal without ticker and weather',
    reads: ['L’actualité du mardi 20 mai 2014 Chine', 'À lire aujourd’hui'],
    url: archiveUrl('2014-05-20'),
    view: {
      ...page('2014-05-20'),
      sections: [{ section: china, articles: Object.values(inChina) }],
      newer: null,
      older: null,
    },
    furniture: 'links',
  },
  {
    name: 'a day of the archives',
    reads: ['L’actualité du mardi 20 mai 2014 Chine', 'Monde', 'Plus ancien lundi 19 mai 2014'],
    url: archiveUrl('2014-05-20'),
    view: {
      ...page('2014-05-20'),
      sections: [
        { section: china, articles: Object.values(inChina) },
        { section: world, articles: [visitors] },
      ],
      newer: null,
      older: linkToDay('2014-05-19'),
    },
  },
  {
    name: 'the first day of the archives',
    reads: ['Chine Un pont de bois', 'Plus récent mardi 20 mai 2014'],
    url: archiveUrl('2014-05-19'),
    view: {
      ...page('2014-05-19'),
      sections: [{ section: china, articles: [inChina.bridge] }],
      newer: linkToDay('2014-05-20'),
      older: null,
    },
  },
];
