// Samples of articles as IPTC ninjs.
import { ninjsUrl } from '../../address/addresses.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { samplePortal } from '../samples/sample-portal.ts';
import type { Ninjs } from './ninjs-page.ts';

const { baseUrl } = samplePortal;

const standard = {
  name: 'ninjs',
  version: '3.0',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json#',
} as const;

export const samples: readonly PageSample<Ninjs>[] = [
  {
    name: 'an article as ninjs',
    url: ninjsUrl({ section: 'chine', day: '2014-05-20', slug: 'port' }),
    view: {
      uri: 'tag:quotidien.example,2014:/chine/2014/05/20/port.html',
      standard,
      type: 'text',
      representationType: 'full',
      firstCreated: '2014-05-20T13:43:00+08:00',
      versionCreated: '2014-05-20T13:43:00+08:00',
      contentCreated: '2014-05-20T13:43:00+08:00',
      pubStatus: 'usable',
      language: samplePortal.locale,
      headlines: [{ value: 'Le port ouvre un nouveau quai' }],
      descriptions: [{ role: 'summary', contentType: 'text/plain', value: 'Trois navires y ont accosté.' }],
      bodies: [{ role: 'main', contentType: 'text/html', wordCount: 2, value: '<p>Trois navires.</p>' }],
      infoSources: [{ name: 'Xinhua', role: 'source' }],
      subjects: [{ name: 'Chine', rel: 'section', uri: `${baseUrl}/chine/` }],
      renditions: [{ name: 'web', href: `${baseUrl}/chine/2014/05/20/port.html`, contentType: 'text/html' }],
      associations: [],
    },
  },
  {
    name: 'an article as ninjs that was withdrawn',
    url: ninjsUrl({ section: 'chine', day: '2014-05-20', slug: 'recolte' }),
    view: {
      uri: 'tag:quotidien.example,2014:/chine/2014/05/20/recolte.html',
      standard,
      type: 'text',
      representationType: 'full',
      firstCreated: '2014-05-20T13:43:00+08:00',
      versionCreated: '2014-05-20T13:43:00+08:00',
      contentCreated: '2014-05-20T13:43:00+08:00',
      pubStatus: 'canceled',
      language: samplePortal.locale,
      headlines: [{ value: 'Une récolte record' }],
      descriptions: [],
      bodies: [
        {
          role: 'main',
          contentType: 'text/html',
          wordCount: 7,
          value: '<p>Le document qu’il citait était faux.</p>',
        },
      ],
      infoSources: [],
      subjects: [{ name: 'Chine', rel: 'section', uri: `${baseUrl}/chine/` }],
      renditions: [
        { name: 'web', href: `${baseUrl}/chine/2014/05/20/recolte.html`, contentType: 'text/html' },
      ],
      associations: [],
    },
  },
];
