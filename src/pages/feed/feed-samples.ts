// Samples of the feed.
import { FEED_URL, HOME_URL } from '../../address/addresses.ts';
import { styleWords } from '../../locale/style-words.ts';
import { MINUTE } from '../../time/durations.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards, sampleSetting } from '../samples/sample-matter.ts';
import { samplePortal } from '../samples/sample-portal.ts';
import { momentAt } from '../specimens/specimen-setting.ts';
import type { Card } from '../views.ts';
import type { FeedEntry, FeedView } from './feed-page.ts';

const entry = ({ url, title, summary, section, source, date, lang }: Card): FeedEntry => ({
  id: `tag:quotidien.example,2014:${url}`,
  title,
  summary,
  section,
  source,
  authors: [],
  date,
  updated: date,
  canonical: samplePortal.baseUrl + url,
  lang,
});

const updated = momentAt(sampleSetting, 90 * MINUTE);

export const samples: readonly PageSample<BareView<FeedView>>[] = [
  {
    name: 'the feed',
    reads: ['Quotidien Un portail', 'Lin Wei', 'Trois porte-conteneurs'],
    url: FEED_URL,
    view: {
      title: samplePortal.name,
      description: samplePortal.description,
      breadcrumb: [],
      alternate: `${samplePortal.baseUrl}${HOME_URL}`,
      updated,
      entries: [
        { ...entry(cards.port), authors: [styleWords.author], updated },
        entry(cards.harvest),
        entry(cards.visitors),
      ],
    },
  },
];
