// `/style/`: every component of the theme in each of its states, on made-up matter (`pages/specimens`).
import { HOME_URL, STYLE_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { type PieceName, type PieceWords, styleGuideWords } from '../../locale/style-guide-words.ts';
import { styleWords } from '../../locale/style-words.ts';
import type { Instant } from '../../time/instant.ts';
import { readInstant } from '../../time/read-instant.ts';
import type { CommentsView } from '../article/article-view.ts';
import type { FlashView } from '../flash/flash-page.ts';
import type { MostReadView } from '../most-read/most-read-page.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PollView } from '../poll/poll.ts';
import { linkTo, specimenCards, specimenFlashes, specimenMostRead } from '../specimens/specimen-cards.ts';
import { specimenComments } from '../specimens/specimen-comments.ts';
import {
  SPECIMEN_DRAWING,
  SPECIMEN_MAP,
  specimenGallery,
  specimenRecordings,
} from '../specimens/specimen-photographs.ts';
import { specimenPolls } from '../specimens/specimen-polls.ts';
import type { SpecimenSetting } from '../specimens/specimen-setting.ts';
import { specimenWeather } from '../specimens/specimen-weather.ts';
import type { Tools } from '../tools.ts';
import type {
  Card,
  Link,
  LocatorMap,
  OutsideRecordingView,
  PageView,
  PhotographView,
  RecordingView,
} from '../views.ts';
import type { WeatherLine } from '../weather/weather-line.ts';
import { COLOUR_PAIRS, type ColourPair } from './colour-pairs.ts';

/** `/style/`: every component with its states, on made-up matter. */
export interface StyleView extends PageView {
  /** What is said of each component. */
  readonly pieces: Readonly<Record<PieceName, PieceWords>>;
  /** The way to each component, in the order of the page. */
  readonly groups: readonly { readonly title: string; readonly pieces: readonly PieceWords[] }[];
  readonly guide: Omit<typeof styleGuideWords, 'pieces' | 'groups'>;
  readonly pairs: readonly (ColourPair & { readonly ratio: string })[];
  readonly flashes: readonly FlashView[];
  /** No article leads the page, so its slideshow has the first photograph. */
  readonly lead: null;
  readonly cards: readonly Card[];
  /** Those that have a photograph. */
  readonly slides: readonly Card[];
  readonly gallery: readonly PhotographView[];
  readonly recordings: readonly {
    readonly medium: 'video' | 'audio';
    readonly recording: RecordingView | OutsideRecordingView;
  }[];
  readonly map: LocatorMap;
  readonly freshWeather: WeatherLine;
  readonly staleWeather: WeatherLine;
  /** « Sélection de la rédaction ». */
  readonly links: readonly Link[];
  /** « Les articles les plus lus », counted. */
  readonly mostRead: MostReadView<Link>;
  /** The same without a fresh count. */
  readonly chosen: MostReadView<Link>;
  /** The one that stands under a tab. */
  readonly poll: PollView;
  readonly polls: readonly { readonly state: string; readonly poll: PollView }[];
  readonly comments: readonly { readonly state: string; readonly comments: CommentsView }[];
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
    const day = edition.published.first(1)[0]?.day;
    const now = (day && readInstant(day, site.timeZone)) || 0;
    yield { url: STYLE_URL, shown: { now, section: site.sections[0]!.name } };
  },

  view: ({ now, section }, tools) => styleView(now, section, tools),
});

/** As many as a newsroom picks. */
const PICKS = 3;

/** `now`: articles, polls and comments are dated around it. `section`: the name of their section. */
export function styleView(
  now: Instant,
  section: string,
  tools: Pick<Tools, 'timeZone' | 'style' | 'home'>,
): BareView<StyleView> {
  const setting: SpecimenSetting = {
    now,
    timeZone: tools.timeZone,
    style: tools.style,
    section: { url: HOME_URL, text: section },
    // Made-up articles have no pages.
    leadsTo: () => STYLE_URL,
    photograph: () => SPECIMEN_DRAWING,
  };
  const cards = specimenCards(setting);
  const links = cards.map(linkTo);
  const { counted, chosen } = specimenMostRead(setting, links);
  const weather = specimenWeather(setting);
  const polls = specimenPolls(setting, `${STYLE_URL}#sondage`);
  const comments = specimenComments(setting, `${STYLE_URL}#commentaires`);
  const { film, sound, filmElsewhere } = specimenRecordings(setting);
  const { pollStates, commentStates, bodyHtml } = styleWords;
  const { pieces, groups, ...guide } = styleGuideWords;
  return {
    title: pageWords.style,
    description: pageWords.styleDescription,
    breadcrumb: [tools.home],
    pieces,
    groups: groups.map(group => ({ title: group.title, pieces: group.pieces.map(name => pieces[name]) })),
    guide,
    pairs: COLOUR_PAIRS.map(pair => ({ ...pair, ratio: guide.ratio.replace('{least}', `${pair.least}`) })),
    flashes: specimenFlashes(setting),
    lead: null,
    cards,
    slides: cards.filter(({ image }) => image !== null),
    gallery: specimenGallery(setting),
    recordings: [
      { medium: 'video', recording: film },
      { medium: 'audio', recording: sound },
      { medium: 'video', recording: filmElsewhere },
    ],
    map: SPECIMEN_MAP,
    freshWeather: weather.fresh,
    staleWeather: weather.stale,
    links: links.slice(0, PICKS),
    mostRead: counted,
    chosen,
    poll: polls.closed,
    polls: [
      { state: pollStates.open, poll: polls.open },
      { state: pollStates.noVote, poll: polls.noVote },
      { state: pollStates.noVoting, poll: polls.noVoting },
      { state: pollStates.closed, poll: polls.closed },
    ],
    comments: [
      { state: commentStates.open, comments: comments.open },
      { state: commentStates.closed, comments: comments.closed },
      { state: commentStates.none, comments: comments.none },
    ],
    bodyHtml,
  };
}
