// Samples of a year of the archives.
import { archiveUrl } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, archives, home } from '../samples/sample-portal.ts';
import { yearLink } from './periods-of-archive.ts';
import type { YearView } from './year-page.ts';

const page = (year: string) => ({ ...about(pageWords.yearTitle(year), [home, archives]), crumb: year });

export const samples: readonly PageSample<BareView<YearView, 'crumb'>>[] = [
  {
    name: 'a year of the archives',
    reads: ['mai 2014 1\u202f204\u00a0articles', 'Plus ancien 2013'],
    url: archiveUrl('2014'),
    view: {
      ...page('2014'),
      months: [{ url: archiveUrl('2014-05'), text: 'mai 2014', count: 1204 }],
      newer: null,
      older: yearLink('2013'),
    },
  },
  {
    name: 'the first year of the archives',
    reads: ['décembre 2013 1\u00a0article', 'Plus récent 2014'],
    url: archiveUrl('2013'),
    view: {
      ...page('2013'),
      months: [{ url: archiveUrl('2013-12'), text: 'décembre 2013', count: 1 }],
      newer: yearLink('2014'),
      older: null,
    },
  },
];
