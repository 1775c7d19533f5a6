// What `_data/` says, once checked: the portal's name, its sections, topics and dossiers, and the snapshots.
import type { Instant } from '../time/instant.ts';

export interface Site {
  readonly name: string;
  /** One sentence that says what the portal is. */
  readonly description: string;
  /** Scheme and host, without a final slash: `https://quotidien.example`. Never with a folder: addresses begin at the root. */
  readonly baseUrl: string;
  /** IANA name: `Asia/Shanghai`. */
  readonly timeZone: string;
  /** BCP 47; the words of the interface are French. */
  readonly locale: string;
  /** The instant at which a demonstration stands still; null: the real time. */
  readonly clock: Instant | null;
  /** How many of the newest articles carry the furniture inside their HTML. */
  readonly furnitureArticles: number;
  /** How many articles a section's front shows. */
  readonly sectionLength: number;
  /** How many articles of each section the home page shows. */
  readonly homeSectionLength: number;
  /** How many articles a topic's page shows. */
  readonly topicLength: number;
  /** How many articles the feed holds. */
  readonly feedLength: number;
  /** How many picks are shown. */
  readonly picksLength: number;
  /** Hours that a flash without `until` stays in the ticker. */
  readonly flashHours: number;
  /** In the order of the navigation. */
  readonly sections: readonly Section[];
  readonly topics: readonly Topic[];
  /** In the order in which « Pages spéciales » shows them. */
  readonly dossiers: readonly Dossier[];
  readonly mostRead: MostRead | null;
}

export interface Section {
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
}

export interface Topic {
  readonly slug: string;
  readonly name: string;
}

export interface Dossier {
  readonly slug: string;
  readonly title: string;
  readonly standfirst: string;
  /** Whether it is in the furniture's « Pages spéciales ». */
  readonly running: boolean;
}

/** « Les articles les plus lus »: addresses in order, counted outside. */
export interface MostRead {
  readonly date: Instant;
  /** Addresses of articles, each beginning with `/`. */
  readonly addresses: readonly string[];
}
