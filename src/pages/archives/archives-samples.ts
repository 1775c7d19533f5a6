// Samples of the list of years.
import { archiveUrl } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, archives, home } from '../samples/sample-portal.ts';
import type { ArchivesView } from './archives-page.ts';

export const samples: readonly PageSample<BareView<ArchivesView>>[] = [
  {
    name: 'the archives',
    reads: ['Archives 2014 1\u202f204\u00a0articles 2013 1\u00a0article'],
    url: archives.url,
    view: {
      ...about(archives.text, [home]),
      years: [
        { url: archiveUrl('2014'), text: '2014', count: 1204 },
        { url: archiveUrl('2013'), text: '2013', count: 1 },
      ],
    },
  },
];
