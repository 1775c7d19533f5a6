// What the views of many kinds of page have in common. A view is all that a template sees of a page, as plain JSON data; that of each
// kind of page stands in its own folder.

import type { ArticleKind, CardMatter } from '../article/matter.ts';
import type { Picture } from '../images/picture.ts';
import type { PrintStyle } from '../locale/print-style.ts';
import type { LocatorMap } from '../map/locator-map.ts';
import type { OtherEdition } from '../site/site.ts';
import type { Moment } from '../time/moment.ts';
import type { CreditedSource } from '../weather/sources.ts';

export type { ArticleKind, LocatorMap, Moment, OtherEdition, Picture };

export interface Link {
  readonly url: string;
  readonly text: string;
}

/** What a list shows of an article: all of its matter that is a text, with address, picture and words around it. */
export interface Card
  extends Omit<
    CardMatter,
    'day' | 'slug' | 'section' | 'date' | 'dateIsDay' | 'updated' | 'authors' | 'cover'
  > {
  readonly url: string;
  readonly section: Link;
  readonly date: Moment;
  /** Why readers do not have the article, for the newsroom; null: they have it. */
  readonly absence: string | null;
  /** In the shape of the place that shows the card; null where cards have no picture, too. */
  readonly image: ImageView | null;
}

/** A photograph in one place of a page. */
export interface ImageView extends Picture {
  /** Empty: the picture is decoration. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A photograph that readers can see on a whole screen. */
export interface PhotographView extends ImageView {
  /** Part of the page's address: `photo-3`. */
  readonly anchor: string;
  readonly full: Picture;
  /** The file that a reader keeps, with its credit inside. */
  readonly original: string;
}

/** A film or a sound of the portal's own. */
export interface RecordingView {
  readonly title: string;
  /** null tells it from a recording elsewhere. */
  readonly address: null;
  readonly src: string;
  /** `video/mp4` */
  readonly type: string;
  readonly poster: Picture | null;
  /** Address of a WebVTT file. */
  readonly captions: string | null;
  /** Paragraphs; empty: there is none. */
  readonly transcript: readonly string[];
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A film or a sound elsewhere: a still with a plain link, which loads nothing from there. */
export interface OutsideRecordingView {
  readonly title: string;
  readonly address: string;
  /** `www.youtube.com` without its `www.` */
  readonly host: string;
  readonly poster: Picture | null;
  readonly transcript: readonly string[];
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A picture for others to show. */
export interface SizedImage {
  /** Whole address. */
  readonly url: string;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/** What social networks show of a page: 1200 × 630 pixels, or of that shape. */
export interface SocialCard extends SizedImage {
  readonly alt: string;
}

/** The same on every page of one edition of one site. */
export interface Portal {
  readonly name: string;
  readonly description: string;
  /** Without a final slash. */
  readonly baseUrl: string;
  /** The site's folder, where editors may begin addresses with it; else ''. */
  readonly typedFolder: string;
  readonly locale: string;
  /** How breadcrumbs begin. */
  readonly firstCrumb: string;
  /** The portal in other languages. */
  readonly editions: readonly OtherEdition[];
  /** The sections, in order. */
  readonly navigation: readonly Link[];
  /** Editorial pages (à propos, mentions légales). */
  readonly editorial: readonly Link[];
  readonly assets: AssetAddresses;
  readonly feed: string;
  /** What is there besides sections: special pages, archives, ticker, weather… */
  readonly services: readonly Link[];
  /** Of its forecasts those whose licence wants to be named. */
  readonly weatherSources: readonly CreditedSource[];
  /** IANA name, for the dates that client code writes. */
  readonly timeZone: string;
  /** How hours, temperatures and sources are printed. */
  readonly style: PrintStyle;
  /** ISO 8601: the instant at which a demonstration stands still, for client code too; null: the real time. */
  readonly clock: string | null;
  /** What sends comments and votes in place: fetched when a reader comes near a form; null: nobody takes any. */
  readonly participation: string | null;
  /** The Content-Security-Policy of every page. */
  readonly policy: string;
  /** Of pages that have none of their own. */
  readonly social: SocialCard;
}

/** A page in one language: BCP 47, and its whole address. */
export type Alternate = Pick<OtherEdition, 'lang' | 'url'>;

/** What every page loads. Each address has a hash of what is there, so that it can be cached for ever. */
export interface AssetAddresses {
  readonly styles: string;
  /** Those that the home page has besides. */
  readonly homeStyles: string;
  /** Those of articles and other texts. */
  readonly articleStyles: string;
  /** Those of sections, special pages, topics and authors. */
  readonly readingStyles: string;
  /** Those of `/style/`. */
  readonly guideStyles: string;
  /** All that feeds have, for those who open one in a browser. */
  readonly feedStyles: string;
  /** The custom elements of every page, one module. */
  readonly script: string;
  /** Those of articles. */
  readonly article: string;
  /** Those of the search, for its page; `early` as below, for this page alone: it asks for what the rest will need. */
  readonly search: { readonly script: string; readonly styles: string; readonly early: string };
  /** What pages without furniture of their own have besides. */
  readonly furniture: { readonly script: string; readonly styles: string };
  /** What shows photographs on a whole screen: fetched when a reader opens one. */
  readonly viewer: { readonly script: string; readonly styles: string };
  /** What sends comments and votes without leaving the page. */
  readonly participation: string;
  /** What sends readers on from old addresses, for their pages. */
  readonly redirect: string;
  /** SVG symbols: `{icons}#search`. */
  readonly icons: string;
  /** null: the theme has no drawing of the portal's. */
  readonly portalIcons: PortalIcons | null;
  /** Fonts that every page needs at once. */
  readonly fonts: readonly string[];
  /** JavaScript that must run before the first paint; in the page itself, and by its hash in the policy. */
  readonly early: string;
}

/** The portal's own icon; these addresses stay when it changes. */
export interface PortalIcons {
  readonly favicon: string;
  /** For telephones: square, without transparency. */
  readonly touch: string;
  /** For search engines, which want pixels. */
  readonly logo: string;
}

/** What every view has. */
export interface PageView {
  readonly portal: Portal;
  /** The page's own address, beginning with `/`. */
  readonly url: string;
  /** Base address and `url`. */
  readonly canonical: string;
  /** For `<title>`, without the portal's name. */
  readonly title: string;
  readonly description: string;
  /** From the home page down to the parent; empty on the home page. The page itself is not in it. */
  readonly breadcrumb: readonly Link[];
  /** What the breadcrumb calls the page itself; null: by its title or, an article, not at all. */
  readonly crumb: string | null;
  /** The section that the page stands in, marked in the navigation; null: none, or the page is the section's own front. */
  readonly section: Link | null;
  /** The same page in all languages, itself among them; null: in its own alone. */
  readonly alternates: readonly Alternate[] | null;
  /** The language of an article that is in another than the portal's; null: the page is in the portal's language. */
  readonly lang: string | null;
  /** What social networks show of the page; null: they show the card of the portal. */
  readonly social: SocialCard | null;
  /** A year after the date of an article; null: the page is not an article. */
  readonly agesOn: Moment | null;
  /** Those of the page itself, besides the portal's; null: there are none. */
  readonly feeds: readonly FeedLink[] | null;
  /** The furniture itself, or what a server puts it in for; null: the page only points to it. */
  readonly furniture: FurnitureView | null;
  /** null: the furniture is in the page. */
  readonly pointer: FurniturePointer | null;
  /** When the newest article appeared; on home and sections only: other pages would change with every edition. */
  readonly edition: Moment | null;
}

/** Where programs find a feed of the page. */
export interface FeedLink {
  readonly url: string;
  /** `application/rss+xml` */
  readonly type: string;
  readonly title: string;
}

/** What leads to the furniture on a page that does not carry it. */
export interface FurniturePointer {
  /** Whether the ticker has a place on it, which client code fills. */
  readonly ticker: boolean;
  /** Where the weather has a place, the link that stands there; null: it has none. */
  readonly weather: Link | null;
  /** All pages of the furniture that the portal has. */
  readonly links: readonly Link[];
}

/** A link to a list by date, with how many articles it holds. */
export interface PeriodLink extends Link {
  readonly count: number;
}

/** What changes on a page without its article changing (design, rule 4): blocks, ready to be printed. */
export interface FurnitureView {
  /** The day of the edition in words; null while nothing is published. */
  readonly day: FurniturePiece | null;
  /** In the masthead, beside the date. */
  readonly masthead: readonly FurniturePiece[];
  /** Below the masthead, over the page's whole width. */
  readonly band: readonly FurniturePiece[];
  /** In the right column. */
  readonly column: readonly FurnitureGroup[];
}

export interface FurniturePiece {
  /** The block's name, `picks`, or that of a part that a server puts in. */
  readonly name: string;
  /** With everything escaped: made by the block's own template, or of words of ours. */
  readonly html: string;
}

/** One block, or several that stand behind one another under tabs. */
export interface FurnitureGroup {
  readonly tabbed: boolean;
  readonly pieces: readonly FurniturePiece[];
}
