// Samples of a dossier's year, month and day.
import { dossierPeriodUrl } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { calendarDayInWords, periodInWords } from '../../time/moment.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards, cards } from '../samples/sample-matter.ts';
import { about, home, shanghaiSummit, specialPages } from '../samples/sample-portal.ts';
import type { Link } from '../views.ts';
import type { DossierPeriodView } from './dossier-period-page.ts';

const linkTo = (period: string, text = periodInWords(period)): Link => ({
  url: dossierPeriodUrl('sommet-de-shanghai', period),
  text,
});
const [lastYear, year, may] = [linkTo('2013'), linkTo('2014'), linkTo('2014-05')];
const day = linkTo('2014-05-20', calendarDayInWords('2014-05-20'));

const page = (period: Link, around: readonly Link[] = []) => ({
  ...about(pageWords.dossierPeriodTitle(shanghaiSummit.text, period.text), [
    home,
    specialPages,
    shanghaiSummit,
    ...around,
  ]),
  crumb: period.text,
});

export const samples: readonly PageSample<BareView<DossierPeriodView, 'crumb'>>[] = [
  {
    name: 'a year of a dossier that fits on one page',
    reads: [
      'Le sommet de Shanghai, 2013 7\u00a0articles',
      'Dates clés 2013 Une première rencontre.',
      'Chronologie jeudi 2 mai 2013 Une visite. 13\u00a0h\u00a043 Le port',
      '13\u00a0h\u00a003 Tremblement de terre',
      'Plus récent 2014',
    ],
    url: lastYear.url,
    view: {
      ...page(lastYear),
      count: 7,
      dates: [{ iso: '2013', date: '2013', text: 'Une première rencontre.', url: null }],
      days: [
        {
          day: 'jeudi 2 mai 2013',
          anchor: 'le_2013-05-02',
          events: ['Une visite.'],
          articles: allCards,
        },
      ],
      periods: [],
      newer: year,
      older: null,
    },
  },
  {
    name: 'a year of a dossier that is divided',
    reads: [
      'Le sommet de Shanghai, 2014 1\u202f300\u00a0articles Dates clés 20 mai 2014 Ouverture. mai 2014 1\u202f299\u00a0articles',
      'Plus ancien 2013',
    ],
    url: year.url,
    view: {
      ...page(year),
      count: 1300,
      dates: [{ iso: '2014-05-20', date: '20 mai 2014', text: 'Ouverture.', url: may.url }],
      days: [],
      periods: [
        { ...may, count: 1299 },
        { ...linkTo('2014-01'), count: 1 },
      ],
      newer: null,
      older: lastYear,
    },
  },
  {
    name: 'a day of a dossier',
    reads: ['Le sommet de Shanghai, mardi 20 mai 2014 1\u00a0article', '11\u00a0h\u00a003 Handball'],
    url: day.url,
    view: {
      ...page(day, [year, may]),
      crumb: 'mardi 20',
      count: 1,
      dates: [],
      days: [{ day: day.text, anchor: 'le_2014-05-20', events: [], articles: [cards.handball] }],
      periods: [],
      newer: null,
      older: null,
    },
  },
];
