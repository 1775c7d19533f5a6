// Samples of Atom feeds.
import { FEED_URL, feedUrl, HOME_URL, topicUrl } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { samplePortal } from '../samples/sample-portal.ts';
import type { FeedEntry, FeedView } from './feed-page.ts';
import {
  type SampleEntry,
  sampleEntries,
  sampleHub,
  samplePublished,
  sampleUpdated,
  wholeSampleEntries,
} from './sample-entries.ts';

const dated = ({ media, ...entry }: SampleEntry): FeedEntry => ({
  ...entry,
  published: samplePublished,
  updated: sampleUpdated,
});

export const samples: readonly PageSample<BareView<FeedView>>[] = [
  {
    name: 'the feed of the home page',
    reads: ['Quotidien Un portail', 'Lin Wei', 'Trois porte-conteneurs'],
    url: FEED_URL,
    view: {
      id: 'tag:quotidien.example,2014:/flux.xml',
      title: samplePortal.name,
      description: samplePortal.description,
      breadcrumb: [],
      self: samplePortal.baseUrl + feedUrl(HOME_URL, 'atom'),
      alternate: `${samplePortal.baseUrl}${HOME_URL}`,
      hub: sampleHub,
      updated: sampleUpdated,
      entries: wholeSampleEntries.map(dated),
    },
  },
  {
    name: 'the feed of a topic',
    reads: ['Commerce — Quotidien', 'Lin Wei', 'Trois porte-conteneurs'],
    url: feedUrl(topicUrl('commerce'), 'atom'),
    view: {
      id: 'tag:quotidien.example,2014:/sujets/commerce/',
      title: 'Commerce — Quotidien',
      description: samplePortal.description,
      breadcrumb: [],
      self: samplePortal.baseUrl + feedUrl(topicUrl('commerce'), 'atom'),
      alternate: `${samplePortal.baseUrl}${topicUrl('commerce')}`,
      hub: null,
      updated: sampleUpdated,
      entries: sampleEntries.map(dated),
    },
  },
];
