// Samples of JSON feeds.
import { feedUrl, HOME_URL } from '../../address/addresses.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { samplePortal } from '../samples/sample-portal.ts';
import type { JsonFeed } from './json-feed-page.ts';
import { samplePublished, sampleUpdated, wholeSampleEntries } from './sample-entries.ts';

export const samples: readonly PageSample<JsonFeed>[] = [
  {
    name: 'the JSON feed of the home page',
    url: feedUrl(HOME_URL, 'json'),
    view: {
      version: 'https://jsonfeed.org/version/1.1',
      title: samplePortal.name,
      description: samplePortal.description,
      home_page_url: `${samplePortal.baseUrl}${HOME_URL}`,
      feed_url: samplePortal.baseUrl + feedUrl(HOME_URL, 'json'),
      language: samplePortal.locale,
      items: wholeSampleEntries.map(({ id, canonical, title, html, authors, categories }) => ({
        id,
        url: canonical,
        title,
        content_html: html,
        date_published: samplePublished.iso,
        date_modified: sampleUpdated.iso,
        authors: authors.map(name => ({ name })),
        tags: categories,
      })),
    },
  },
];
