// The signature of the steps between parsing and rendering Markdown: a list of tokens becomes a list of tokens.
import MarkdownIt, { type Token } from 'markdown-it';
import type { SitePlace } from '../../address/site-place.ts';

export type { Token };

/** What a step may use besides the tokens. */
export interface BodyContext {
  /** BCP 47 tag of the article's language when it is not the site's. */
  readonly lang: string | null;
  /** Addresses elsewhere are external. */
  readonly place: SitePlace;
  /** The HTML of an image, from its address as the editor wrote it; null: the page links to that address itself. */
  readonly picture: (src: string, alt: string) => string | null;
  /** The file of the repository that a link names so (`bodyAddresses`); null: nobody knows it. */
  readonly linkedFile: (name: string) => LinkedFile | null;
}

/** Where a link to a file leads. Plain JSON data. */
export interface LinkedFile {
  readonly url: string;
  /** null: it is a page of the site. */
  readonly document: {
    /** `PDF` */
    readonly label: string;
    /** The media type. */
    readonly type: string;
    /** As readers read it: `1,2 Mo`. */
    readonly size: string;
  } | null;
}

/**
 * One step. It returns the list for the next step. It may change the tokens in place, since they belong to one rendering
 * of one body.
 */
export type BodyStep = (tokens: Token[], context: BodyContext) => Token[];

/** A new token; `nesting` is 1 for an opening tag, -1 for a closing tag, 0 for neither. */
export function makeToken(type: string, tag: string, nesting: -1 | 0 | 1): Token {
  return new MarkdownIt.Token(type, tag, nesting);
}

export function textToken(content: string): Token {
  const token = makeToken('text', '', 0);
  token.content = content;
  return token;
}

/** The lists of tokens that contain running text, one for each paragraph, heading and table cell. */
export function* eachTextBlock(tokens: readonly Token[]): Generator<Token[]> {
  for (const token of tokens) if (token.type === 'inline' && token.children) yield token.children;
}
