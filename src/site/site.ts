// What `_data/` says, once checked: the portal's name, its sections, topics and dossiers, and the snapshots.
import type { ArticleImage } from '../article/article.ts';
import type { PrintStyle } from '../locale/print-style.ts';
import type { proofWords } from '../locale/proof-words.ts';
import type { Instant } from '../time/instant.ts';
import type { AudienceService } from './audience-services.ts';
import type { FurnitureMode } from './furniture-modes.ts';
import type { Host } from './hosts.ts';
import type { LogFields } from './log-fields-schema.ts';
import type { SecurityContact } from './security-schema.ts';
import type { Sky } from './skies.ts';
import type { WeatherProviderName } from './weather-settings.ts';

export interface Site {
  readonly name: string;
  /** One sentence that says what the portal is. */
  readonly description: string;
  /** Scheme, host and folder, without a final slash: `https://quotidien.example`, `https://exemple.fr/journal`. */
  readonly baseUrl: string;
  /** The folder of `baseUrl` where editors may begin addresses with it (`address/site-place.ts`); else ''. */
  readonly typedFolder: string;
  /** Under whose name articles have identities that last (RFC 4151, § 2.1): `quotidien.example,2014`. */
  readonly authority: string;
  /** IANA name: `Asia/Shanghai`. */
  readonly timeZone: string;
  /** BCP 47; the words of the interface are French. */
  readonly locale: string;
  /** How breadcrumbs begin, which lead to the front page; null: as the page is called. */
  readonly firstCrumb: string | null;
  /** In other languages, in order. */
  readonly editions: readonly OtherEdition[];
  /** The instant at which a demonstration stands still; null: the real time. */
  readonly clock: Instant | null;
  /** How many of the newest articles carry the furniture inside their HTML. */
  readonly furnitureArticles: number;
  /** How all other pages come by it. */
  readonly furnitureMode: FurnitureMode;
  /** How many of the newest articles without a photograph have a card of their own for social networks. */
  readonly socialCards: number;
  /** How many of the newest articles have their picture in the shapes that search engines ask for. */
  readonly newsCrops: number;
  /** For how many days styles, scripts, images and recordings stay that no page names any more. */
  readonly graceDays: number;
  /** How many articles a section's front shows. */
  readonly sectionLength: number;
  /** How many articles a section's front names in all: beyond those that it shows, by their days. */
  readonly sectionDepth: number;
  /** How many articles of each section the home page shows. */
  readonly homeSectionLength: number;
  /** How many articles a topic's page shows. */
  readonly topicLength: number;
  /** How many articles a page of a dossier lists: those of larger ones are on pages of years, months and days. */
  readonly dossierLength: number;
  /** How many articles the feed holds. */
  readonly feedLength: number;
  /** How many picks are shown. */
  readonly picksLength: number;
  /** Hours that a flash without `until` stays in the ticker. */
  readonly flashHours: number;
  /** Hours after which the weather is too old to show. */
  readonly weatherHours: number;
  /** Those whose weather `npm run weather` asks for, in the order in which readers find them. */
  readonly weatherCities: readonly WeatherCity[];
  /** Whom it asks. */
  readonly weatherProvider: WeatherProviderName;
  /** To whom that provider can write: an address of e-mail or of a page; null: nobody is named. */
  readonly weatherContact: string | null;
  /** Hours after which the count of « Les articles les plus lus » is too old to show. */
  readonly mostReadHours: number;
  /** Hours of which readers are counted for it. */
  readonly mostReadWindow: number;
  /** After how many hours a reader counts half. */
  readonly mostReadHalfLife: number;
  /** The service that counts readers; null: logs tell them, or nobody does. */
  readonly mostReadService: AudienceService | null;
  /** The server's logs, in which readers are counted where no others are named: paths, perhaps with stars. */
  readonly logs: readonly string[];
  /** How a log in JSON calls what is counted; null: the site's logs are of a form that is known. */
  readonly logFields: LogFields | null;
  /** The origin of the service that takes comments and votes, without a final slash; null: there is none. */
  readonly participation: string | null;
  /** For how many days after its own an article takes comments; null: for ever. */
  readonly commentDays: number | null;
  /** The address of the hub that tells readers' programs at once what is new (W3C WebSub); null: there is none. */
  readonly hub: string | null;
  /** The key by which IndexNow knows the site, which is public; null: it is told nothing. */
  readonly indexNow: string | null;
  /** What others may do with the portal's texts, in words; null: nothing is said. */
  readonly terms: string | null;
  /** Whether each article is there as IPTC ninjs, too. */
  readonly ninjs: boolean;
  /** null: nobody is named. */
  readonly security: SecurityContact | null;
  /** The blocks of the furniture, by their names, in the order in which they are shown. */
  readonly furniture: readonly string[];
  /** Who sends the site to readers, and is told of redirects and headers; `none`: nobody who could be. */
  readonly host: Host;
  /** How hours, temperatures and sources are printed. */
  readonly style: PrintStyle;
  /** Whether `/style/`, which shows every component of the theme, is published. */
  readonly stylePage: boolean;
  /** In the order of the navigation. */
  readonly sections: readonly Section[];
  readonly topics: readonly Topic[];
  /** In the order in which « Pages spéciales » shows them. */
  readonly dossiers: readonly Dossier[];
  /** Those of whom the portal says more than a name. */
  readonly authors: readonly Author[];
  readonly mostRead: MostRead | null;
  readonly weather: Weather | null;
  /** In the order of the file. */
  readonly polls: readonly Poll[];
  /** null: no vote has been counted yet. */
  readonly pollTotals: PollTotals | null;
  /** What a proof of the built site found; null: nobody noted one. */
  readonly proof: ProofFound | null;
  /** What the files say that kinds of page bring with them, by name; `pages/page-data.ts` gives each its type again. */
  readonly pageData: Readonly<Record<string, unknown>>;
  /** When a snapshot that is dated too far ahead begins to count: where several stand, the site changes then. */
  readonly snapshotTurns: readonly Instant[];
}

/** What `npm run proof -- --record` notes. */
export interface ProofFound {
  readonly date: Instant;
  /** The commit of which the site was; null: it is not known. */
  readonly commit: string | null;
  readonly pages: number;
  readonly files: number;
  readonly rules: readonly FoundByRule[];
}

export interface FoundByRule {
  readonly rule: keyof typeof proofWords.rules;
  readonly severity: 'error' | 'warning';
  /** How much of what the rule counts was looked at. */
  readonly looked: number;
  readonly found: number;
  /** The most frequent, with the first page of each. */
  readonly examples: readonly { readonly what: string; readonly pages: number; readonly first: string }[];
}

/** The portal in another language, which is a site of its own. */
export interface OtherEdition {
  /** BCP 47 */
  readonly lang: string;
  /** In its own language: `English`. */
  readonly name: string;
  /** Whole address. */
  readonly url: string;
}

export interface Section {
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
  /** `grid`: its articles are shown by their photographs. */
  readonly layout: 'list' | 'grid';
  /** The slugs that it had before, whose addresses lead on. */
  readonly formerly: readonly string[];
}

export interface Topic {
  readonly slug: string;
  readonly name: string;
  /** As of a section. */
  readonly formerly: readonly string[];
}

/** Articles of a dossier under a heading of theirs: those of certain topics. */
export interface DossierPart {
  readonly title: string;
  /** Slugs of topics. */
  readonly topics: readonly string[];
}

/** What happened, and when: `2014-05-25`, `2014-05` or `2014`. */
export interface KeyDate {
  readonly date: string;
  readonly text: string;
}

export interface Dossier {
  readonly slug: string;
  readonly title: string;
  readonly standfirst: string;
  /** Whether it is in the furniture's « Pages spéciales ». */
  readonly running: boolean;
  /** Its file is below `content/media`. */
  readonly image: ArticleImage | null;
  /** In the order of the page. */
  readonly parts: readonly DossierPart[];
  /** Oldest first. */
  readonly dates: readonly KeyDate[];
  /** As of a section. */
  readonly formerly: readonly string[];
}

/** Someone who signs articles. */
export interface Author {
  readonly slug: string;
  readonly name: string;
  /** « Correspondante à Pékin » */
  readonly role: string | null;
  readonly biography: string | null;
  /** The name of a file below `content/media`. */
  readonly portrait: string | null;
  /** As of a section. */
  readonly formerly: readonly string[];
}

/** « Les articles les plus lus »: addresses in order, counted outside. */
export interface MostRead {
  readonly date: Instant;
  /** Addresses of articles, each beginning with `/`. */
  readonly addresses: readonly string[];
}

/** The weather of the portal's cities. */
export interface Weather {
  /** When the newest reading was taken. */
  readonly date: Instant;
  /** Who took it, but for cities that have another source. */
  readonly source: string;
  /** The first is shown until a reader chooses another. */
  readonly cities: readonly City[];
}

export interface City {
  readonly slug: string;
  readonly name: string;
  /** When its weather was taken: readings of several cities may be of several instants. */
  readonly date: Instant;
  /** Who took it. */
  readonly source: string;
  /** Where its days begin and end; IANA name. */
  readonly timeZone: string;
  /** From the day of the reading on, one a day. */
  readonly days: readonly DayForecast[];
  /** What `npm run weather` has to know to ask again; null: somebody else took it. */
  readonly asked: AskedForecast | null;
}

/** How a forecast was asked for, and what its provider said of the next time. */
export interface AskedForecast {
  /** Degrees; north and east are positive. */
  readonly latitude: number;
  readonly longitude: number;
  /** There is nothing new before; null: nothing was said. */
  readonly notBefore: Instant | null;
  /** `Last-Modified` (RFC 9110, § 8.8.2), as it was sent. */
  readonly lastModified: string | null;
}

/** A city of which the portal shows the weather. */
export interface WeatherCity {
  readonly slug: string;
  readonly name: string;
  /** Degrees; north and east are positive. */
  readonly latitude: number;
  readonly longitude: number;
  /** IANA name; null: as the provider knows it, or as the portal's. */
  readonly timeZone: string | null;
}

export interface DayForecast {
  /** Calendar day of the place: `2014-05-20`. */
  readonly day: string;
  /** By day. */
  readonly sky: Sky;
  /** In the night that follows; null: not told. */
  readonly night: Sky | null;
  /** Degrees Celsius, whole. */
  readonly high: number;
  readonly low: number;
}

export interface Poll {
  readonly slug: string;
  readonly question: string;
  /** Two at least. */
  readonly choices: readonly PollChoice[];
  readonly opens: Instant;
  readonly closes: Instant;
  /** When its answers are shown while it is open: `voted`, to those who have voted; `closed`, to nobody. */
  readonly results: 'always' | 'voted' | 'closed';
}

export interface PollChoice {
  readonly slug: string;
  readonly text: string;
}

/** Votes as they were counted. */
export interface PollTotals {
  readonly date: Instant;
  /** Per slug of a poll: when its votes were counted, where that was not at `date`. */
  readonly counted: Readonly<Record<string, Instant>>;
  /** Per slug of a poll: per slug of a choice, how many. A choice without votes may be absent. */
  readonly votes: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
