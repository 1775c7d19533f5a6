// The values that random edits write into each field of an article's front matter.
import fc from 'fast-check';
import type { FrontMatterFields } from '../../src/article/front-matter-schema.ts';
import { DATES, DOSSIERS, numbered, oftenFrom, rarely, SECTIONS, TOPICS } from './few-values.ts';
import { type RandomFields, type SampleGroups, under } from './field-path.ts';
import type { MediaFile } from './media-edits.ts';

const PHOTOGRAPH = { src: 'a.png', alt: 'Des grues' };
const OTHER = { src: 'b.png', alt: 'La mer', caption: 'La mer, hier.', credit: 'Nadia Benali' };
const DECORATION = { src: 'b.png', alt: '', decoration: true };
const FILM = { src: 'film.mp4', title: 'Un film', captions: 'film.vtt' };
const SOUND = { src: 'son.mp3', title: 'Un son', transcript: 'texte.txt' };
const TRANSLATION = { lang: 'en', url: 'https://en.example/1' };
const CORRECTION = { date: '2014-05-20T14:00', text: 'Il y a trois grues.' };

const ALIASES = [
  ...['/ancien.html', '/vieux/port/', '/chine/2014/05/20/port.html', '/monde/'],
  ...['/Ancien.html', '/lire.php', '/spip.php?article1'],
];

const optionalText = (text: string) => fc.option(numbered(text), { nil: undefined });
const file = (...names: readonly (MediaFile | undefined)[]) => fc.constantFrom(...names);

const photograph = {
  src: file('a.png', 'b.png'),
  alt: oftenFrom(['Des grues', 'La mer', '']),
  decoration: oftenFrom([false, true]),
  caption: optionalText('Une légende'),
  credit: optionalText('Un crédit'),
  focus: fc.constantFrom(undefined, [0, 0], [0.9, 1]),
} satisfies RandomFields<FrontMatterFields['image']>;

const recording = {
  title: numbered('Un enregistrement'),
  poster: file(undefined, 'a.png', 'b.png'),
  transcript: file(undefined, 'texte.txt', 'autre.txt'),
  caption: optionalText('Une légende'),
  credit: optionalText('Un crédit'),
};

const WHOLE = {
  title: numbered('Un titre', 9),
  summary: optionalText('Un chapô'),
  source: fc.constantFrom('Xinhua', 'AFP'),
  author: fc.constantFrom('Claire Morel', undefined),
  authors: fc.constantFrom(undefined, ['Claire Morel', 'Zoé Li'], ['zoe-li'], ['Zoe Li', '林薇']),
  place: fc.constantFrom('Pékin', 'Shanghai', undefined),
  section: oftenFrom(SECTIONS),
  date: fc.constantFrom(...DATES),
  topics: fc.subarray(TOPICS),
  dossiers: fc.subarray(DOSSIERS),
  draft: fc.boolean(),
  flash: fc.constantFrom(true, false, 'Un flash', { text: 'Un autre flash', until: '2014-05-20T17:00' }),
  pick: fc.boolean(),
  priority: fc.nat(2),
  updated: fc.constantFrom(undefined, '2014-05-20T15:00', '2014-05-21T08:00'),
  corrections: fc.constantFrom(undefined, [CORRECTION]),
  publish: fc.constantFrom(undefined, '2014-05-20T16:00'),
  expires: fc.constantFrom(undefined, '2014-05-20T15:45', '2014-05-20T20:00'),
  aliases: fc.subarray(ALIASES, { maxLength: 2 }),
  id: fc.constantFrom(undefined, '8812', '/chine/2014/05/20/port.html'),
  withdrawn: fc.constantFrom(undefined, 'Un faux document.', 'Une erreur, le 20 mai.'),
  lang: fc.constantFrom(undefined, 'en'),
  translations: fc.constantFrom(
    undefined,
    [TRANSLATION],
    [{ lang: 'zh', url: 'https://zh.example/1' }, TRANSLATION],
  ),
  comments: fc.constantFrom(undefined, 'open', 'closed', 'none'),
  image: fc.constantFrom(undefined, PHOTOGRAPH, OTHER, DECORATION),
  gallery: fc.constantFrom(undefined, [PHOTOGRAPH, OTHER], [OTHER, PHOTOGRAPH, OTHER]),
  video: fc.constantFrom(undefined, FILM, { ...FILM, src: 'https://films.example/1' }),
  audio: fc.constantFrom(undefined, SOUND, { ...SOUND, src: 'https://sons.example/1' }),
  map: fc.constantFrom(undefined, 'Bamako', [12.65, -8]),
} satisfies Record<keyof FrontMatterFields, fc.Arbitrary<unknown>>;

/** Every field of front matter, nested ones too: a new one without values does not compile. */
export const ARTICLE_FIELDS = {
  ...WHOLE,
  'flash.text': optionalText('Un flash'),
  'flash.until': fc.constantFrom(undefined, '2014-05-20T15:40', '2014-05-20T20:00'),
  'translations.lang': fc.constantFrom('en', 'zh'),
  'translations.url': fc.constantFrom('https://en.example/2', 'https://en.example/3'),
  'corrections.date': fc.constantFrom('2014-05-20T15:10', '2014-05-21T09:00', '2014-05-21'),
  'corrections.text': numbered('Un rectificatif'),
  ...under('image', photograph),
  ...under('gallery', photograph),
  ...under('video', recording),
  'video.src': oftenFrom(['film.mp4', 'https://films.example/2']),
  'video.captions': file(undefined, 'film.vtt', 'autre.vtt'),
  ...under('audio', recording),
  'audio.src': oftenFrom(['son.mp3', 'https://sons.example/2']),
  'map.place': fc.constantFrom('Bamako', 'Dakar'),
  'map.at': fc.constantFrom(undefined, [12.65, -8], [14.7, -17.4]),
} satisfies RandomFields<FrontMatterFields>;

/** What a field that has fields is before one of them is written. */
export const ARTICLE_GROUPS = {
  flash: {},
  corrections: [CORRECTION],
  translations: [TRANSLATION],
  image: PHOTOGRAPH,
  gallery: [PHOTOGRAPH, OTHER],
  video: FILM,
  audio: SOUND,
  map: { place: 'Bamako' },
} satisfies SampleGroups<FrontMatterFields>;

/** The front matter of a new article: what would hide it, or give it many files, seldom. */
export const newFields: fc.Arbitrary<Readonly<Record<string, unknown>>> = fc.record(
  {
    ...WHOLE,
    draft: rarely(true),
    publish: rarely('2014-05-20T16:00'),
    expires: rarely('2014-05-20T20:00'),
    id: rarely('8812'),
    withdrawn: rarely('Un faux document.'),
    corrections: rarely([CORRECTION]),
    gallery: rarely([PHOTOGRAPH, OTHER]),
    video: rarely(FILM),
    audio: rarely(SOUND),
    map: rarely('Bamako'),
  },
  { requiredKeys: ['title', 'section', 'date', 'topics'] },
);
