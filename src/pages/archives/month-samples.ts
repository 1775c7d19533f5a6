// Samples of a month of the archives.
import { archiveUrl } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { calendarDayInWords, monthInWords } from '../../time/moment.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards } from '../samples/sample-matter.ts';
import { about, archives, home } from '../samples/sample-portal.ts';
import { linkTo } from '../specimens/specimen-cards.ts';
import type { Card, Link } from '../views.ts';
import type { MonthView } from './month-page.ts';
import { yearLink } from './periods-of-archive.ts';

const page = (month: string) => ({
  ...about(pageWords.monthTitle(monthInWords(month)), [home, archives, yearLink(month)]),
  crumb: monthInWords(month),
});
const linkToMonth = (month: string): Link => ({ url: archiveUrl(month), text: monthInWords(month) });
const day = (period: string, count: number, lead: Card) => ({
  url: archiveUrl(period),
  text: calendarDayInWords(period),
  count,
  lead: linkTo(lead),
});

export const samples: readonly PageSample<BareView<MonthView, 'crumb'>>[] = [
  {
    name: 'a month of the archives',
    reads: [
      'mardi 20 mai 2014 12\u00a0articles Le port',
      'lundi 19 mai 2014 1\u00a0article La récolte',
      'Plus ancien avril 2014',
    ],
    url: archiveUrl('2014-05'),
    view: {
      ...page('2014-05'),
      days: [day('2014-05-20', 12, cards.port), day('2014-05-19', 1, cards.harvest)],
      newer: null,
      older: linkToMonth('2014-04'),
    },
  },
  {
    name: 'the first month of the archives',
    reads: ['mercredi 30 avril 2014 1\u00a0article Un pont', 'Plus récent mai 2014'],
    url: archiveUrl('2014-04'),
    view: {
      ...page('2014-04'),
      days: [day('2014-04-30', 1, cards.bridge)],
      newer: linkToMonth('2014-05'),
      older: null,
    },
  },
];
