// The views: everything a template sees of a page, as plain JSON data. The theme's templates take `view`, of these types.

import type { Moment } from '../time/moment.ts';

export type { Moment };

export interface Link {
  readonly url: string;
  readonly text: string;
}

/** What a list shows of an article. */
export interface Card {
  readonly url: string;
  readonly title: string;
  readonly summary: string | null;
  readonly section: Link;
  readonly date: Moment;
  readonly source: string;
  readonly place: string | null;
  readonly image: ImageView | null;
  readonly flash: boolean;
  readonly lang: string | null;
}

export interface ImageView {
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** The same on every page of one edition of one site. */
export interface Portal {
  readonly name: string;
  readonly description: string;
  readonly baseUrl: string;
  readonly locale: string;
  /** The sections, in order. */
  readonly navigation: readonly Link[];
  /** Editorial pages (à propos, mentions légales). */
  readonly editorial: readonly Link[];
  /** Addresses of the style sheets, with a hash. */
  readonly styles: readonly string[];
  readonly feed: string;
}

/** What changes on a page without its article changing (design, rule 4). */
export interface Furniture {
  readonly ticker: readonly FlashView[];
  readonly picks: readonly Link[];
  /** null when there is no snapshot, or none of its articles is published. */
  readonly mostRead: { readonly date: Moment; readonly articles: readonly Link[] } | null;
  /** The running dossiers. */
  readonly dossiers: readonly Link[];
}

export interface FlashView {
  readonly url: string;
  readonly text: string;
  readonly until: Moment;
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
  /** null: the page only points to it. */
  readonly furniture: Furniture | null;
}

export interface ArticleView extends PageView {
  readonly section: Link;
  readonly source: string;
  readonly date: Moment;
  readonly summary: string | null;
  readonly author: string | null;
  readonly place: string | null;
  readonly image: ImageView | null;
  readonly updated: Moment | null;
  readonly corrections: readonly { readonly date: Moment; readonly text: string }[];
  readonly topics: readonly Link[];
  readonly dossiers: readonly Link[];
  /** The body as HTML, made from Markdown with raw HTML off: safe to print as it is. */
  readonly bodyHtml: string;
  readonly comments: 'open' | 'closed' | 'none';
  /** The neighbours in the section. */
  readonly newer: Link | null;
  readonly older: Link | null;
  readonly related: readonly Card[];
  readonly lang: string | null;
}

export interface HomeView extends PageView {
  /** When the newest article appeared; null while nothing is published. */
  readonly edition: Moment | null;
  /** null only while nothing at all is published. */
  readonly lead: Card | null;
  /** The next most important, without the lead. */
  readonly headlines: readonly Card[];
  /** Sections that have something, in order, without what stands above. */
  readonly sections: readonly { readonly section: Link; readonly articles: readonly Card[] }[];
}

export interface SectionView extends PageView {
  readonly articles: readonly Card[];
  /** Newest first. */
  readonly months: readonly PeriodLink[];
}

/** A link to a list by date, with how many articles it holds. */
export interface PeriodLink extends Link {
  readonly count: number;
}

/** `/{section}/{yyyy}/{mm}/` */
export interface SectionMonthView extends PageView {
  readonly section: Link;
  /** Newest first. */
  readonly days: readonly { readonly day: string; readonly articles: readonly Card[] }[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

/** `/sujets/{slug}/` */
export interface TopicView extends PageView {
  readonly articles: readonly Card[];
  /** All articles of the topic, shown or not. */
  readonly count: number;
}

/** `/dossiers/` */
export interface DossiersView extends PageView {
  readonly dossiers: readonly {
    readonly url: string;
    readonly title: string;
    readonly standfirst: string;
    readonly count: number;
    readonly newest: Card | null;
  }[];
}

/** `/dossiers/{slug}/` */
export interface DossierView extends PageView {
  readonly standfirst: string;
  readonly lead: Card | null;
  /** The rest, newest first. */
  readonly days: readonly { readonly day: string; readonly articles: readonly Card[] }[];
}

/** `/archives/` */
export interface ArchivesView extends PageView {
  readonly years: readonly PeriodLink[];
}

/** `/archives/{yyyy}/` */
export interface YearView extends PageView {
  readonly months: readonly PeriodLink[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

/** `/archives/{yyyy}/{mm}/` */
export interface MonthView extends PageView {
  readonly days: readonly (PeriodLink & { readonly lead: Link })[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

/** `/archives/{yyyy}/{mm}/{dd}/` */
export interface DayView extends PageView {
  readonly sections: readonly { readonly section: Link; readonly articles: readonly Card[] }[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

/** À propos, mentions légales: Markdown files in `content/pages`. */
export interface EditorialView extends PageView {
  readonly bodyHtml: string;
}

/** An old address that leads to a new one. */
export interface RedirectView extends PageView {
  readonly target: Link;
}

/** `/flux.xml`, Atom (RFC 4287). */
export interface FeedView extends PageView {
  readonly updated: Moment;
  readonly entries: readonly (Card & {
    readonly canonical: string;
    readonly author: string | null;
    readonly updated: Moment;
  })[];
}

/** `/404.html` */
export type NotFoundView = PageView;
