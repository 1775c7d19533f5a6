// `/style/`: every component of the theme in each of its states, on made-up matter.
import { HOME_URL, STYLE_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { styleWords } from '../../locale/style-words.ts';
import { HOUR, MINUTE } from '../../time/durations.ts';
import type { Instant } from '../../time/instant.ts';
import { type Moment, momentOf } from '../../time/moment.ts';
import { readInstant } from '../../time/read-instant.ts';
import type { CommentsView, CommentView } from '../article/article-page.ts';
import type { MostReadView } from '../most-read/most-read-page.ts';
import { type BareView, pageType } from '../page-type.ts';
import { type PollView, wholePercents } from '../poll/poll.ts';
import type { Tools } from '../tools.ts';
import type {
  ArticleKind,
  Card,
  Link,
  LocatorMap,
  OutsideRecordingView,
  PageView,
  PhotographView,
  RecordingView,
} from '../views.ts';
import { skyView, type WeatherLine } from '../weather/weather-line.ts';
import { SPECIMEN_MAP, specimenGallery, specimenImage, specimenRecordings } from './style-photographs.ts';

/** `/style/`: every component with its states, on made-up matter. */
export interface StyleView extends PageView {
  /** The heading of each component. */
  readonly pieces: Readonly<Record<string, string>>;
  readonly cards: readonly Card[];
  readonly gallery: readonly PhotographView[];
  readonly recordings: readonly {
    readonly medium: 'video' | 'audio';
    readonly recording: RecordingView | OutsideRecordingView;
  }[];
  readonly map: LocatorMap;
  readonly freshWeather: WeatherLine;
  readonly staleWeather: WeatherLine;
  /** « Les articles les plus lus », counted. */
  readonly counted: MostReadView<Link>;
  /** The same without a fresh count. */
  readonly chosen: MostReadView<Link>;
  readonly polls: readonly { readonly state: string; readonly poll: PollView }[];
  readonly comments: readonly { readonly state: string; readonly comments: CommentsView }[];
  readonly colours: readonly string[];
  readonly bodyHtml: string;
}

/** Published only where the site wants it (`stylePage` in `_data/site`). */
export const style = pageType({
  name: 'style',
  renderer: 'eleventy',
  furnished: false,
  reserved: ['style'],

  *pages({ edition, site, stylePage }) {
    if (!stylePage) return;
    // Client code takes away what is old by the clock, so the matter is of the edition's day; of its hour, the page would change all the time.
    const day = edition.published[0]?.day;
    const now = (day && readInstant(day, site.timeZone)) || 0;
    yield { url: STYLE_URL, shown: { now, section: site.sections[0]!.name } };
  },

  view: ({ now, section }, tools) => styleView(now, section, tools),
});

function styleView(now: Instant, section: string, tools: Tools): BareView<StyleView> {
  const at = (offset: number): Moment => momentOf(now + offset, tools.timeZone);
  const { headlines, summary, place, readers, remarks, question, choices } = styleWords;
  const cards = headlines.map(
    (title, index): Card => ({
      url: STYLE_URL,
      title,
      summary: index < 2 ? summary : null,
      section: { url: HOME_URL, text: section },
      date: at(-index * 40 * MINUTE),
      source: 'Xinhua',
      place: index === 0 ? place : null,
      image: index % 2 === 0 ? specimenImage(styleWords.caption) : null,
      kind: KINDS[index] ?? null,
      flash: index === 1,
      lang: null,
    }),
  );
  const links = headlines.map(text => ({ url: STYLE_URL, text }));
  const poll = (closed: boolean, votes: readonly number[], action: string | null): PollView => {
    const percents = wholePercents(votes);
    return {
      slug: 'exemple',
      url: STYLE_URL,
      question,
      closes: at(closed ? -HOUR : 48 * HOUR),
      closed,
      action,
      counted: votes.length > 0 ? at(-HOUR) : null,
      votes: votes.reduce((sum, count) => sum + count, 0),
      choices: choices.map((text, index) => ({
        slug: `choix-${index + 1}`,
        text,
        votes: votes[index] ?? 0,
        percent: percents[index] ?? 0,
      })),
    };
  };
  const weather: WeatherLine = {
    url: STYLE_URL,
    taken: at(-HOUR),
    until: at(240 * HOUR),
    stale: false,
    cities: styleWords.cities.map((name, index) => ({
      slug: `ville-${index + 1}`,
      url: STYLE_URL,
      name,
      sky: skyView((['very-cloudy', 'clear', 'rain'] as const)[index % 3]!),
      high: 28 - index * 3,
      low: 16 - index * 2,
    })),
  };
  const list = remarks.map(
    (text, index): CommentView => ({
      name: readers[index] ?? null,
      date: at(-index * HOUR),
      paragraphs: [text],
    }),
  );
  return {
    title: pageWords.style,
    description: pageWords.styleDescription,
    breadcrumb: [tools.home],
    pieces: styleWords.pieces,
    cards,
    gallery: specimenGallery(),
    recordings: specimenRecordings(),
    map: SPECIMEN_MAP,
    freshWeather: weather,
    staleWeather: { ...weather, until: at(-HOUR), stale: true, cities: [] },
    counted: { date: at(-HOUR), articles: links },
    chosen: { date: null, articles: links.slice(0, 3) },
    polls: [
      { state: styleWords.pollStates.open, poll: poll(false, [1288, 561, 228], `${STYLE_URL}#sondage`) },
      { state: styleWords.pollStates.noVote, poll: poll(false, [], null) },
      { state: styleWords.pollStates.closed, poll: poll(true, [1288, 561, 228], null) },
    ],
    comments: [
      { state: styleWords.commentStates.open, comments: { list, action: `${STYLE_URL}#commentaires` } },
      { state: styleWords.commentStates.closed, comments: { list: list.slice(0, 1), action: null } },
      { state: styleWords.commentStates.none, comments: { list: [], action: null } },
    ],
    colours: COLOURS,
    bodyHtml: styleWords.bodyHtml,
  };
}

/** Of the cards, in order. */
const KINDS: readonly (ArticleKind | null)[] = [
  null,
  null,
  { name: 'gallery', count: 12 },
  { name: 'video', count: null },
  { name: 'audio', count: null },
];

/** The colours of `theme/styles/tokens.css`. */
const COLOURS = [
  'paper',
  'shade',
  'ink',
  'quiet',
  'rule',
  'brand',
  'on-brand',
  'urgent',
  'on-urgent',
  'link',
] as const;
