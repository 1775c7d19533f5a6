// What one Markdown file says, once checked: plain JSON data, so that it can be kept, sent to a worker and hashed.

import type { Focus } from '../images/photograph.ts';
import type { Instant } from '../time/instant.ts';

export type { Focus, Instant };

/** The front matter of one article, checked, with French typography already applied to every text for readers. */
export interface Article {
  /** Path below the content folder, with `/` separators: `articles/2014/05/port.md`. */
  readonly file: string;
  /** The file's name without `.md`; the last part of the address. */
  readonly slug: string;
  readonly title: string;
  readonly source: string;
  readonly date: Instant;
  /** The date's calendar day in the site's time zone, `2014-05-20`: part of the address. */
  readonly day: string;
  /** Slug of a section of `_data/sections`. */
  readonly section: string;
  /** The chapô. */
  readonly summary: string | null;
  readonly author: string | null;
  /** The dateline's place. */
  readonly place: string | null;
  /** Slugs of `_data/topics`, in the editor's order, each once. */
  readonly topics: readonly string[];
  /** Slugs of `_data/dossiers`, in the editor's order, each once. */
  readonly dossiers: readonly string[];
  readonly image: ArticleImage | null;
  /** The photographs of an article of photographs, in the editor's order; empty: it is none. */
  readonly gallery: readonly ArticleImage[];
  readonly video: ArticleRecording | null;
  readonly audio: ArticleRecording | null;
  readonly map: ArticleMap | null;
  /** The images within the text, as its Markdown names them, each once. */
  readonly bodyImages: readonly string[];
  readonly flash: Flash | null;
  /** Whether the article is in « Sélection de la rédaction ». */
  readonly pick: boolean;
  /** 0 (ordinary) to 9: the highest of the newest leads the home page. */
  readonly priority: number;
  readonly updated: Instant | null;
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  readonly draft: boolean;
  /** Not shown before this instant. */
  readonly publish: Instant | null;
  /** Not shown from this instant on. */
  readonly expires: Instant | null;
  /** Old addresses, each beginning with `/`, that redirect here. */
  readonly aliases: readonly string[];
  readonly comments: 'open' | 'closed' | 'none';
  /** BCP 47 tag of the article's language when it is not the site's. */
  readonly lang: string | null;
}

export interface ArticleImage {
  /** As the editor names the file: beside the article, or below `content/media`. */
  readonly src: string;
  /** Empty: the picture is decoration. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
  /** Around which point it is cut; null: wherever the eye goes. */
  readonly focus: Focus | null;
}

/** A film or a sound: a file of the repository, or an address elsewhere that is only linked to. */
export interface ArticleRecording {
  /** As the editor names the file; or an address that begins with `https://`. */
  readonly src: string;
  readonly title: string;
  /** A still, as the editor names its file. */
  readonly poster: string | null;
  /** A WebVTT file. */
  readonly captions: string | null;
  /** A text file (`.txt`): what is said, in paragraphs. */
  readonly transcript: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Where the locator map points: at a place by its name, or at a point, which may have one. */
export interface ArticleMap {
  readonly place: string | null;
  /** Degrees north and east; null: the place's. */
  readonly at: readonly [latitude: number, longitude: number] | null;
}

/** The article's place in the ticker. */
export interface Flash {
  /** The ticker's words; null: the article's title. */
  readonly text: string | null;
  /** The instant at which it leaves; null: the site's usual time after the article's date. */
  readonly until: Instant | null;
}

export interface Correction {
  readonly date: Instant;
  readonly text: string;
}

/** An article with its Markdown, as `readArticle` gives it. */
export interface ArticleSource {
  readonly article: Article;
  /** The Markdown after the front matter, with `\n` line ends. */
  readonly body: string;
}
