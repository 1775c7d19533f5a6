// Samples of an article's page: with every field, plain and old, with photographs, with recordings.
import { COMMENTS_PATH } from '../../address/addresses.ts';
import { styleWords } from '../../locale/style-words.ts';
import { DAY, HOUR, MINUTE } from '../../time/durations.ts';
import type { BareView, RareField } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards, cards, sampleSetting } from '../samples/sample-matter.ts';
import {
  about,
  cybersecurity,
  energy,
  home,
  PARTICIPATION,
  samplePortal,
  shanghaiSummit,
} from '../samples/sample-portal.ts';
import { linkTo } from '../specimens/specimen-cards.ts';
import { specimenComments } from '../specimens/specimen-comments.ts';
import { SPECIMEN_MAP, specimenGallery, specimenRecordings } from '../specimens/specimen-photographs.ts';
import { momentAt } from '../specimens/specimen-setting.ts';
import type { Card, SocialCard } from '../views.ts';
import type { ArticleView, CommentView } from './article-page.ts';
import { shareLinks } from './share-links.ts';

type ArticleSample = BareView<ArticleView, RareField>;

const YEAR = 365 * DAY;

const { port, harvest, bridge, visitors } = cards;
const [photograph, tall, silent] = specimenGallery(sampleSetting);
const { film, sound, filmElsewhere } = specimenRecordings(sampleSetting);
const { open, closed } = specimenComments(sampleSetting, PARTICIPATION + COMMENTS_PATH);

const social: SocialCard = {
  url: `${samplePortal.baseUrl}/images/navire-social.jpg`,
  width: 1200,
  height: 630,
  alt: 'Le navire',
};

/** The fields that an article's page shares with the article's card. */
function ofCard({ url, title, section, source, date, summary, place, lang }: Card) {
  return {
    ...about(title, [home, section]),
    section,
    source,
    date,
    summary,
    place,
    lang,
    social,
    share: shareLinks(samplePortal.baseUrl + url, title),
  };
}

/** The other fields of an article that has text alone. */
const PLAIN = {
  author: null,
  image: null,
  gallery: [],
  video: null,
  audio: null,
  map: null,
  updated: null,
  corrections: [],
  topics: [],
  dossiers: [],
  comments: null,
  newer: null,
  older: null,
  related: [],
} as const;

const [first, ...others] = open.list;
const twoParagraphs: CommentView = { ...first!, paragraphs: ['Merci.', ...first!.paragraphs] };

const full: ArticleSample = {
  ...ofCard(port),
  ...PLAIN,
  author: styleWords.author,
  image: photograph!,
  updated: momentAt(sampleSetting, 90 * MINUTE),
  corrections: [
    {
      date: momentAt(sampleSetting, 40 * MINUTE),
      text: 'Les navires sont au nombre de trois, et non de deux.',
    },
  ],
  topics: [cybersecurity, energy],
  dossiers: [shanghaiSummit],
  bodyHtml: styleWords.bodyHtml,
  comments: { ...open, list: [twoParagraphs, ...others] },
  aged: false,
  agesOn: momentAt(sampleSetting, YEAR),
  newer: linkTo(harvest),
  older: linkTo(visitors),
  related: allCards,
};

const old: ArticleSample = {
  ...ofCard(visitors),
  ...PLAIN,
  summary: null,
  place: null,
  updated: visitors.date,
  corrections: [{ date: visitors.date, text: 'The portal has nine sections.' }],
  bodyHtml: '<p>This portal is a demonstration.</p>',
  aged: true,
  agesOn: momentAt(sampleSetting, -HOUR),
};

const gallery: ArticleSample = {
  ...full,
  ...ofCard(harvest),
  image: null,
  // The last photograph has no words: it is decoration.
  gallery: [photograph!, tall!, { ...silent!, alt: '', credit: null }],
  map: SPECIMEN_MAP,
  newer: linkTo(port),
  updated: null,
  comments: closed,
};

const recorded: ArticleSample = {
  ...full,
  ...ofCard(bridge),
  image: null,
  video: film,
  audio: { ...sound, credit: null },
  map: { ...SPECIMEN_MAP, label: 'Bamako', alt: 'Carte de situation\u00a0: Bamako (Mali).' },
};

/** An article in another language: its page marks the portal's own words as French. */
const elsewhere: ArticleSample = {
  ...recorded,
  lang: 'en',
  image: photograph!,
  video: filmElsewhere,
  audio: {
    ...filmElsewhere,
    title: 'Un entretien',
    poster: null,
    transcript: [],
    caption: null,
    credit: null,
  },
  map: null,
  comments: { ...open, list: [] },
};

export const samples: readonly PageSample<ArticleSample>[] = [
  { name: 'an article with all it can have', url: port.url, view: full, furniture: 'fresh' },
  { name: 'an old article in English', url: visitors.url, view: old },
  { name: 'an article of photographs', url: harvest.url, view: gallery, furniture: 'fresh' },
  {
    name: 'an article with a film, a sound and a map',
    url: bridge.url,
    view: recorded,
    furniture: 'fresh',
  },
  { name: 'an article whose film is elsewhere', url: bridge.url, view: elsewhere, furniture: 'stale' },
];
