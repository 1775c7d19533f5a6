// « Flash » as a page of its own: what is in the ticker now, and what was in it before.

import { articleUrl, FLASHES_URL } from '../address/addresses.ts';
import type { Entry } from '../edition/entry.ts';
import { flashEnd } from '../edition/flash.ts';
import { pageWords } from '../locale/page-words.ts';
import { momentOf } from '../time/moment.ts';
import { cardParts, sectionLink } from './card.ts';
import { homeLink } from './home-page.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import type { FlashCard, FlashesView } from './views.ts';

/** How many flashes that have left the ticker the page still shows. */
const PAST_LENGTH = 40;

export function flashesPage(context: PageContext): Page {
  const { edition, site } = context;
  const now = edition.flashes.map(({ entry }) => entry);
  const past: Entry[] = [];
  for (const entry of edition.published) {
    if (past.length === PAST_LENGTH) break;
    const end = flashEnd(entry, site);
    if (end !== null && end <= edition.now) past.push(entry);
  }
  const flashCard = (entry: Entry): FlashCard => {
    const { title, lang } = context.articleOf(entry.file);
    return {
      url: articleUrl(entry),
      text: entry.flash?.text ?? title,
      until: momentOf(flashEnd(entry, site)!, site.timeZone),
      date: momentOf(entry.date, site.timeZone),
      section: sectionLink(entry.section, site),
      lang,
    };
  };
  return {
    url: FLASHES_URL,
    template: 'flashes',
    furnished: true,
    parts: partsOf([
      [now, past].map(list => [cardParts(list), list.map(entry => [entry.flash, flashEnd(entry, site)])]),
      site.sections,
    ]),
    view: (): BareView<FlashesView> => ({
      url: FLASHES_URL,
      title: pageWords.flashes,
      description: pageWords.flashesDescription(site.name),
      breadcrumb: [homeLink()],
      flashes: now.map(flashCard),
      past: past.map(flashCard),
    }),
  };
}
