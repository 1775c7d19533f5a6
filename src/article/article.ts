// The checked content of one Markdown file: plain JSON data, so that it can be stored, sent to a worker and hashed.

import type { Focus } from '../images/photograph.ts';
import type { Instant } from '../time/instant.ts';
import type { OptionalText } from './front-matter-schema.ts';

export type { Focus, Instant };

/** The checked front matter of one article. Every text for readers already has its typography. */
export interface Article extends Readonly<Record<OptionalText, string | null>> {
  /** Path below the content folder, with `/` separators: `articles/2014/05/port.md`. */
  readonly file: string;
  /** The file's name without `.md`; the last part of the address. */
  readonly slug: string;
  readonly title: string;
  readonly source: string;
  /** Who signs it, in the editor's order: names, or slugs of `_data/authors`. */
  readonly authors: readonly string[];
  readonly date: Instant;
  /** Whether the editor wrote the date's day alone, without an hour. */
  readonly dateIsDay: boolean;
  /** The date's calendar day in the site's time zone, `2014-05-20`: part of the address. */
  readonly day: string;
  /** Slug of a section of `_data/sections`. */
  readonly section: string;
  /** Slugs of `_data/topics`, in the editor's order, each once. */
  readonly topics: readonly string[];
  /** Slugs of `_data/dossiers`, in the editor's order, each once. */
  readonly dossiers: readonly string[];
  readonly image: ArticleImage | null;
  /** The photographs of a gallery, in the editor's order; empty: the article has no gallery. */
  readonly gallery: readonly ArticleImage[];
  readonly video: ArticleRecording | null;
  readonly audio: ArticleRecording | null;
  readonly map: ArticleMap | null;
  /** The addresses of the images in the text, as its Markdown gives them, each once. */
  readonly bodyImages: readonly string[];
  /** The addresses within the site to which the text links, as its Markdown gives them, each once. */
  readonly bodyLinks: readonly string[];
  /** The files to which links in the text lead, as its Markdown names them, each once: documents, and other Markdown files. */
  readonly bodyFiles: readonly string[];
  readonly flash: Flash | null;
  /** Whether the article is in « Sélection de la rédaction ». */
  readonly pick: boolean;
  /** 0 (ordinary) to 9: among the newest articles the one with the highest priority leads the home page. */
  readonly priority: number;
  readonly updated: Instant | null;
  readonly updatedIsDay: boolean;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  readonly draft: boolean;
  /** Not shown before this instant. */
  readonly publish: Instant | null;
  /** Not shown from this instant on. */
  readonly expires: Instant | null;
  /** Old addresses that redirect to the article, each beginning with `/`. */
  readonly aliases: readonly string[];
  /** To what readers' programs know it, whatever becomes of its address; null: to its first one. */
  readonly id: string | null;
  readonly comments: 'open' | 'closed' | 'none';
  /** Why readers no longer have it, which they read at its address; null: they have it. All that such a page does not show is left out here. */
  readonly withdrawn: string | null;
  /** The same article in other editions, in the editor's order. */
  readonly translations: readonly Translation[];
  /** BCP 47 tag of the article's language when it is not the site's. */
  readonly lang: string | null;
}

export interface ArticleImage {
  /** The file's name as the editor wrote it. The file is beside the article or below `content/media`. */
  readonly src: string;
  /** Empty: the picture is decoration. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** The point around which crops are made; null: image analysis chooses it. */
  readonly focus: Focus | null;
}

/** A film or a sound: a file of the repository, or an address on another site, to which the page only links. */
export interface ArticleRecording {
  /** The file's name as the editor wrote it, or an address that begins with `https://`. */
  readonly src: string;
  readonly title: string;
  /** The name of a still's file, as the editor wrote it. */
  readonly poster: string | null;
  /** The name of a WebVTT file. */
  readonly captions: string | null;
  /** The name of a text file (`.txt`) with the spoken words, in paragraphs. */
  readonly transcript: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A page elsewhere that says the same in another language. */
export interface Translation {
  /** BCP 47 tag: that of an edition of the site. */
  readonly lang: string;
  /** Whole address. */
  readonly url: string;
}

/** Where the locator map points: at a place that the gazetteer knows, or at a point, with or without a name. */
export interface ArticleMap {
  readonly place: string | null;
  /** Degrees north and east; null: the gazetteer gives them. */
  readonly at: readonly [latitude: number, longitude: number] | null;
}

/** How the article appears in the ticker. */
export interface Flash {
  /** The text in the ticker; null: the article's title. */
  readonly text: string | null;
  /** The instant at which the article leaves the ticker; null: the site's `flashHours` after the article appears. */
  readonly until: Instant | null;
}

export interface Correction {
  readonly date: Instant;
  readonly dateIsDay: boolean;
  readonly text: string;
}

/** An article with its Markdown. */
export interface ArticleSource {
  readonly article: Article;
  /** The Markdown after the front matter, with `\n` line ends. */
  readonly body: string;
}
