// What a stranger sees of one page: all that the rules look at, and nothing of how it was made.

/** What an address on a page is for. */
export type LinkUse =
  /** A reader goes there. */
  | 'way'
  /** The browser loads it with the page. */
  | 'load'
  /** It is put into the page, by the browser, a server or a cache. */
  | 'piece'
  /** Machines are told of it. */
  | 'told';

export interface PageLink {
  /** As it is written, without the characters' names. */
  readonly href: string;
  readonly use: LinkUse;
  /** Of the element, in lower case; of a `link` what it is for. */
  readonly element: string;
}

/** One file among those that a picture may show. */
export interface PictureFile {
  readonly src: string;
  /** What the page says of its width in pixels; null: nothing. */
  readonly width: number | null;
  /** Of both together alone the shape is meant: a browser scales. */
  readonly shape: readonly [width: number, height: number] | null;
}

export interface Picture {
  readonly src: string;
  readonly hasAlternative: boolean;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
}

/** A text that belongs together: a paragraph, a heading, a cell. */
export interface TextBlock {
  readonly text: string;
  /** Of the language in which it stands, in lower case; '' where none is said. */
  readonly lang: string;
}

export interface PageFacts {
  /** Whether it is a whole document; else a piece of one. */
  readonly isWhole: boolean;
  readonly lang: string;
  /** null: there is none. */
  readonly title: string | null;
  readonly description: string | null;
  readonly canonical: string | null;
  /** Whether search engines may show it. */
  readonly isIndexable: boolean;
  /** Whether it calls itself one (Open Graph, `og:type`). */
  readonly isArticle: boolean;
  /** Where it sends its readers at once. */
  readonly sendsTo: string | null;
  readonly base: string | null;
  readonly links: readonly PageLink[];
  readonly ids: ReadonlySet<string>;
  readonly pictures: readonly Picture[];
  readonly pictureFiles: readonly PictureFile[];
  /** How many links have neither text nor name; with the address of each. */
  readonly namelessLinks: readonly string[];
  readonly headings: readonly Heading[];
  readonly data: readonly string[];
  /** Scripts within the page that browsers run. */
  readonly scripts: readonly string[];
  /** Of `<meta http-equiv="Content-Security-Policy">`; null: there is none. */
  readonly policy: string | null;
  readonly blocks: readonly TextBlock[];
  /** What a reader can press, fill in or hear named: short texts of the interface. */
  readonly labels: readonly TextBlock[];
}
