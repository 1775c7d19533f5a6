// The views: everything a template sees of a page, as plain JSON data. The theme's templates take `view`, of these types.

import type { Picture } from '../images/picture.ts';
import type { LocatorMap } from '../map/locator-map.ts';
import type { Moment } from '../time/moment.ts';

export type { LocatorMap, Moment, Picture };

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
  /** In the shape of the place that shows the card; null where cards have no picture, too. */
  readonly image: ImageView | null;
  /** What the article is besides text: « Photos », « Vidéo », « Audio ». */
  readonly kind: CardKind | null;
  readonly flash: boolean;
  readonly lang: string | null;
}

export interface CardKind {
  readonly name: 'gallery' | 'video' | 'audio';
  /** How many photographs; null of recordings. */
  readonly count: number | null;
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

/** What social networks show of a page: 1200 × 630 pixels, or of that shape. */
export interface SocialCard {
  /** Whole address. */
  readonly url: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
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
  readonly assets: AssetAddresses;
  readonly feed: string;
  /** What is there besides sections: special pages, archives, ticker, weather… */
  readonly services: readonly Link[];
  /** IANA name, for the dates that client code writes. */
  readonly timeZone: string;
  /** ISO 8601: the instant at which a demonstration stands still, for client code too; null: the real time. */
  readonly clock: string | null;
  /** The Content-Security-Policy of every page. */
  readonly policy: string;
  /** Of pages that have none of their own. */
  readonly social: SocialCard;
}

/** What every page loads. Each address has a hash of what is there, so that it can be cached for ever. */
export interface AssetAddresses {
  readonly styles: string;
  /** The custom elements of every page, one module. */
  readonly script: string;
  /** Those of articles. */
  readonly article: string;
  /** That of the search, for its page. */
  readonly search: string;
  /** What shows photographs on a whole screen: fetched when a reader opens one. */
  readonly viewer: { readonly script: string; readonly styles: string };
  /** SVG symbols: `{icons}#search`. */
  readonly icons: string;
  /** Fonts that every page needs at once. */
  readonly fonts: readonly string[];
  /** JavaScript that must run before the first paint; in the page itself, and by its hash in the policy. */
  readonly early: string;
}

/** What changes on a page without its article changing (design, rule 4). */
export interface Furniture {
  /** The day of the edition in words; null while nothing is published. */
  readonly day: string | null;
  readonly ticker: readonly FlashView[];
  readonly weather: WeatherLine | null;
  readonly picks: readonly Link[];
  /** null only while nothing is published. */
  readonly mostRead: MostReadView<Link> | null;
  /** The open poll that closes first, or else the one that closed last. */
  readonly poll: PollView | null;
  /** The running dossiers. */
  readonly dossiers: readonly Link[];
}

/** Counted outside at `date`; null: there is no count, or an old one, so the articles are the newsroom's choice. */
export interface MostReadView<Article> {
  readonly date: Moment | null;
  readonly articles: readonly Article[];
}

/** The line « Beijing · Très nuageux · 28℃~16℃ », for every city. */
export interface WeatherLine {
  /** The forecasts of all cities. */
  readonly url: string;
  /** When the weather was taken. */
  readonly taken: Moment;
  /** From then on the figures are too old to show. */
  readonly until: Moment;
  /** Whether they are too old already: then there are no cities. */
  readonly stale: boolean;
  /** The first is shown until a reader chooses another. */
  readonly cities: readonly CityWeather[];
}

export interface CityWeather {
  readonly slug: string;
  readonly url: string;
  readonly name: string;
  readonly sky: SkyView;
  /** Degrees Celsius. */
  readonly high: number;
  readonly low: number;
}

export interface SkyView {
  /** Name of a symbol among the icons. */
  readonly icon: string;
  readonly text: string;
}

export interface PollView {
  readonly slug: string;
  readonly url: string;
  readonly question: string;
  readonly closes: Moment;
  readonly closed: boolean;
  /** Where the vote is sent; null: the poll is closed, or no service takes votes. */
  readonly action: string | null;
  /** When the votes were counted; null: they have not been yet. */
  readonly counted: Moment | null;
  readonly votes: number;
  readonly choices: readonly {
    readonly slug: string;
    readonly text: string;
    readonly votes: number;
    /** Whole number, 0 to 100. */
    readonly percent: number;
  }[];
}

/** A reader's comment: plain text. */
export interface CommentView {
  /** null: anonymous. */
  readonly name: string | null;
  readonly date: Moment;
  readonly paragraphs: readonly string[];
}

export interface FlashView {
  readonly url: string;
  readonly text: string;
  readonly until: Moment;
  readonly lang: string | null;
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
  /** When the newest article appeared; on home and sections only: other pages would change with every edition. */
  readonly edition: Moment | null;
}

export interface ArticleView extends PageView {
  readonly section: Link;
  readonly source: string;
  readonly date: Moment;
  readonly summary: string | null;
  readonly author: string | null;
  readonly place: string | null;
  /** Above the text; null of an article of photographs, too. */
  readonly image: PhotographView | null;
  /** Empty: it is no article of photographs. */
  readonly gallery: readonly PhotographView[];
  readonly video: RecordingView | OutsideRecordingView | null;
  readonly audio: RecordingView | OutsideRecordingView | null;
  readonly map: LocatorMap | null;
  /** null: the portal's. */
  readonly social: SocialCard | null;
  readonly updated: Moment | null;
  readonly corrections: readonly { readonly date: Moment; readonly text: string }[];
  readonly topics: readonly Link[];
  readonly dossiers: readonly Link[];
  /** The body as HTML, made from Markdown with raw HTML off: safe to print as it is. */
  readonly bodyHtml: string;
  readonly comments: CommentsView | null;
  /** Whether the article is more than a year old already; whoever reads it later is told by client code. */
  readonly aged: boolean;
  /** A year after its date. */
  readonly agesOn: Moment;
  readonly share: readonly ShareLink[];
  /** The neighbours in the section. */
  readonly newer: Link | null;
  readonly older: Link | null;
  readonly related: readonly Card[];
  readonly lang: string | null;
}

/** What stands under an article; null on the article's view: nothing does. */
export interface CommentsView {
  /** Oldest first. */
  readonly list: readonly CommentView[];
  /** Where a comment is sent; null: comments are closed, or no service takes them. */
  readonly action: string | null;
}

/** A way to pass an article on: a plain link, which loads nothing of the other site. */
export interface ShareLink extends Link {
  readonly icon: string;
}

export interface HomeView extends PageView {
  /** null only while nothing at all is published. */
  readonly lead: Card | null;
  /** « À la une »: the next most important, without the lead. */
  readonly slides: readonly Card[];
  /** « Le fil »: the newest of the rest, whatever their section. */
  readonly wire: readonly Card[];
  /** Sections that have something, in order, without what stands above. */
  readonly sections: readonly { readonly section: Link; readonly articles: readonly Card[] }[];
  /** The newest articles with a photograph that stand nowhere above. */
  readonly photographs: readonly Card[];
}

export interface SectionView extends PageView {
  /** `grid`: a section of articles of photographs, shown as such. */
  readonly layout: 'list' | 'grid';
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
  readonly running: boolean;
  readonly lead: Card | null;
  /** The rest, newest first. */
  readonly days: readonly { readonly day: string; readonly articles: readonly Card[] }[];
}

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

/** `/les-plus-lus/` */
export interface MostReadPageView extends PageView {
  /** null only while nothing is published. */
  readonly mostRead: MostReadView<Card> | null;
}

/** `/meteo/` */
export interface WeatherView extends PageView {
  readonly weather: WeatherLine;
  /** Who took it. */
  readonly source: string;
}

/** `/meteo/{ville}/` */
export interface CityView extends PageView {
  readonly taken: Moment;
  readonly until: Moment;
  readonly stale: boolean;
  readonly source: string;
  /** Empty when stale. */
  readonly days: readonly {
    /** `mardi 20 mai 2014` */
    readonly day: string;
    readonly sky: SkyView;
    readonly high: number;
    readonly low: number;
  }[];
  /** The other cities. */
  readonly others: readonly Link[];
}

/** `/sondages/` */
export interface PollsView extends PageView {
  readonly open: readonly PollView[];
  readonly closed: readonly PollView[];
}

/** `/sondages/{slug}/` */
export interface PollPageView extends PageView {
  readonly poll: PollView;
  readonly others: readonly Link[];
}

/** `/recherche/` */
export interface SearchView extends PageView {
  /** The list of the months that can be searched. */
  readonly index: string;
}

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
  readonly full: Furniture;
  readonly staleWeather: WeatherLine;
  /** « Les articles les plus lus » without a fresh count. */
  readonly chosen: MostReadView<Link>;
  readonly polls: readonly { readonly state: string; readonly poll: PollView }[];
  readonly comments: readonly { readonly state: string; readonly comments: CommentsView }[];
  readonly colours: readonly string[];
  readonly bodyHtml: string;
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
