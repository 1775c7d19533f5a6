// « Flash » as a page of its own: what is in the ticker now, and what was in it before.
import { articleUrl, FLASHES_URL } from '../../address/addresses.ts';
import type { Entry } from '../../edition/entry.ts';
import { flashEnd } from '../../edition/flash.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { Site } from '../../site/site.ts';
import type { Instant } from '../../time/instant.ts';
import type { Moment } from '../../time/moment.ts';
import { type BareView, pageOfList, pageType } from '../page-type.ts';
import { firstLook } from '../parts/first-look.ts';
import { type CardsRef, showCards } from '../shown.ts';
import type { Tools } from '../tools.ts';
import type { Link, PageView } from '../views.ts';

/** `/flash/` */
export interface FlashesView extends PageView {
  /** In the ticker now. */
  readonly flashes: readonly FlashCard[];
  /** Flashes that have left the ticker, newest first. */
  readonly past: readonly FlashCard[];
}

export interface FlashCard extends FlashView {
  readonly date: Moment;
  readonly section: Link;
}

/** A flash as the ticker shows it. */
export interface FlashView {
  readonly url: string;
  readonly text: string;
  readonly until: Moment;
  readonly lang: string | null;
}

/** How many flashes that have left the ticker the page still shows. */
const PAST_LENGTH = 40;

export const flashes = pageType({
  name: 'flashes',
  renderer: 'eleventy',
  furnished: true,
  reserved: ['flash'],
  service: () => ({ url: FLASHES_URL, text: pageWords.flashes }),
  changes: ({ edition }) => edition.flashes.map(({ until }) => until),

  pages({ edition, site }) {
    const now = edition.flashes.map(({ entry }) => entry);
    // By their addresses: the same articles may be brought once more (`holders.ts`).
    const running = new Set(now.map(articleUrl));
    const others = { portal: site.name, now: flashesShown(now, site) };
    const show = () => {
      const past = edition.flashed
        .first(running.size + PAST_LENGTH)
        .filter(entry => !running.has(articleUrl(entry)));
      return { ...others, past: flashesShown(past.slice(0, PAST_LENGTH), site) };
    };
    return [
      pageOfList(FLASHES_URL, show, () =>
        firstLook(edition.flashed, running.size + PAST_LENGTH, [others, site.flashHours], show),
      ),
    ];
  },

  view: ({ portal, now, past }, tools): BareView<FlashesView> => ({
    title: tools.words.flashes,
    description: tools.words.flashesDescription(portal),
    breadcrumb: [tools.home],
    flashes: flashCards(now, tools),
    past: flashCards(past, tools),
  }),
});

interface ShownFlashes {
  readonly articles: CardsRef;
  /** Of each article: its own words for the ticker, and when they leave it. */
  readonly flashes: readonly { readonly text: string | null; readonly until: Instant }[];
}

function flashesShown(entries: readonly Entry[], site: Site): ShownFlashes {
  return {
    articles: showCards(entries, null),
    flashes: entries.map(entry => ({ text: entry.flash!.text, until: flashEnd(entry, site)! })),
  };
}

function flashCards({ articles, flashes }: ShownFlashes, tools: Tools): readonly FlashCard[] {
  return tools.matter(articles).map((matter, index) => {
    const { text, until } = flashes[index]!;
    return {
      url: articleUrl(matter),
      text: text === null ? matter.title : tools.words.markedTitle(text, matter.absence),
      until: tools.moment(until),
      date: tools.told(matter),
      section: tools.section(matter.section),
      lang: matter.lang,
    };
  });
}
