// Samples of RSS feeds.
import { feedUrl, HOME_URL, sectionUrl } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { samplePortal } from '../samples/sample-portal.ts';
import type { RssEntry, RssView } from './rss-page.ts';
import { type SampleEntry, sampleEntries, sampleHub, wholeSampleEntries } from './sample-entries.ts';

const dated = (entry: SampleEntry): RssEntry => ({ ...entry, published: 'Tue, 20 May 2014 05:43:00 GMT' });

export const samples: readonly PageSample<BareView<RssView>>[] = [
  {
    name: 'the RSS feed of the home page',
    reads: ['Quotidien', 'Lin Wei', 'Trois porte-conteneurs', 'Nadia Benali'],
    url: feedUrl(HOME_URL, 'rss'),
    view: {
      title: samplePortal.name,
      description: samplePortal.description,
      breadcrumb: [],
      self: samplePortal.baseUrl + feedUrl(HOME_URL, 'rss'),
      alternate: `${samplePortal.baseUrl}${HOME_URL}`,
      hub: sampleHub,
      updated: 'Tue, 20 May 2014 06:00:00 GMT',
      entries: wholeSampleEntries.map(dated),
    },
  },
  {
    name: 'the RSS feed of a section, before the bodies of its articles are there',
    reads: ['Chine — Quotidien', 'Trois porte-conteneurs'],
    url: feedUrl(sectionUrl('chine'), 'rss'),
    view: {
      title: 'Chine — Quotidien',
      description: samplePortal.description,
      breadcrumb: [],
      self: samplePortal.baseUrl + feedUrl(sectionUrl('chine'), 'rss'),
      alternate: `${samplePortal.baseUrl}${sectionUrl('chine')}`,
      hub: null,
      updated: 'Tue, 20 May 2014 06:00:00 GMT',
      entries: sampleEntries.map(dated),
    },
  },
];
