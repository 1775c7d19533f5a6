// Made-up articles as feeds tell of them.
import { styleWords } from '../../locale/style-words.ts';
import { HOUR, MINUTE } from '../../time/durations.ts';
import { cards, sampleSetting } from '../samples/sample-matter.ts';
import { samplePortal } from '../samples/sample-portal.ts';
import { momentAt } from '../specimens/specimen-setting.ts';
import type { Card } from '../views.ts';
import type { EntryOfFeed } from './shown-feed.ts';

export type SampleEntry = Omit<EntryOfFeed, 'published' | 'changed'>;

const entryOf = ({ url, title, summary, section, source, lang }: Card): SampleEntry => ({
  id: `tag:quotidien.example,2014:${url}`,
  title,
  summary,
  categories: [section.text],
  authors: [source],
  canonical: samplePortal.baseUrl + url,
  lang,
  media: [],
  html: null,
});

const picture = {
  url: `${samplePortal.baseUrl}/images/grues.jpg`,
  type: 'image/jpeg',
  medium: 'image',
  size: { width: 1200, height: 800 },
  title: 'Des grues',
  credit: 'Nadia Benali',
} as const;
const film = {
  ...picture,
  url: `${samplePortal.baseUrl}/medias/film.mp4`,
  type: 'video/mp4',
  medium: 'video',
  size: null,
  title: null,
  credit: null,
} as const;

export const sampleEntries: readonly SampleEntry[] = [
  {
    ...entryOf(cards.port),
    authors: [styleWords.author],
    categories: ['Chine', 'Commerce'],
    media: [picture, film],
  },
  entryOf(cards.harvest),
  entryOf(cards.visitors),
];

/** The same with texts. */
export const wholeSampleEntries = sampleEntries.map(entry => ({ ...entry, html: '<p>Le texte.</p>' }));

export const sampleUpdated = momentAt(sampleSetting, 90 * MINUTE);
export const samplePublished = momentAt(sampleSetting, 2 * HOUR);
export const sampleHub = 'https://relais.example/';
