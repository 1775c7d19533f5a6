// What many views share: the portal around every page, and the furniture of those that carry it.
import type { Entry } from '../edition/entry.ts';
import { momentOf } from '../time/moment.ts';
import { articleUrl, dossierUrl, editorialUrl, FEED_URL, sectionUrl } from './addresses.ts';
import { articleLink } from './card.ts';
import type { PageContext } from './page.ts';
import type { Furniture, Link, PageView, Portal } from './views.ts';

/** How many articles « Les articles les plus lus » shows. */
const MOST_READ_LENGTH = 8;

export interface Frame {
  readonly portal: Portal;
  readonly furniture: Furniture;
}

/** `styles` are the addresses of the style sheets. */
export function frameOf(context: PageContext, styles: readonly string[]): Frame {
  const { site, edition, editorialPages } = context;
  return {
    portal: {
      name: site.name,
      description: site.description,
      baseUrl: site.baseUrl,
      locale: site.locale,
      navigation: site.sections.map(({ slug, name }) => ({ url: sectionUrl(slug), text: name })),
      editorial: editorialPages.map(({ slug, title }) => ({ url: editorialUrl(slug), text: title })),
      styles,
      feed: FEED_URL,
    },
    furniture: {
      ticker: edition.flashes.map(({ entry, text, until }) => ({
        url: articleUrl(entry),
        text: text ?? context.articleOf(entry.file).title,
        until: momentOf(until, site.timeZone),
      })),
      picks: edition.picks.map(entry => articleLink(entry, context)),
      mostRead: mostReadOf(context),
      dossiers: site.dossiers
        .filter(({ running }) => running)
        .map(({ slug, title }) => ({ url: dossierUrl(slug), text: title })),
    },
  };
}

/** The whole view of a page: its bare view with what many pages share. */
export function inFrame(
  bare: Pick<PageView, 'url'>,
  { portal, furniture }: Frame,
  furnished: boolean,
): Pick<PageView, 'url' | 'portal' | 'canonical' | 'furniture'> {
  return { ...bare, portal, canonical: portal.baseUrl + bare.url, furniture: furnished ? furniture : null };
}

/** A snapshot may name articles that have since left the portal: they are passed over. null when none is left. */
function mostReadOf(context: PageContext): Furniture['mostRead'] {
  const { mostRead, timeZone } = context.site;
  if (mostRead === null) return null;
  const articles: Link[] = [];
  for (const address of mostRead.addresses) {
    const entry = entryAt(address, context);
    if (entry && articles.length < MOST_READ_LENGTH) articles.push(articleLink(entry, context));
  }
  return articles.length === 0 ? null : { date: momentOf(mostRead.date, timeZone), articles };
}

function entryAt(address: string, { edition }: PageContext): Entry | undefined {
  const day = /\/(\d{4})\/(\d{2})\/(\d{2})\//.exec(address)?.slice(1).join('-');
  return day === undefined ? undefined : edition.byDay.get(day)?.find(entry => articleUrl(entry) === address);
}
