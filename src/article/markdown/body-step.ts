// What every step from parsed Markdown to finished Markdown is: one list of tokens in, one out.
import MarkdownIt, { type Token } from 'markdown-it';

export type { Token };

/** What a step may know besides the tokens. */
export interface BodyContext {
  /** BCP 47 tag of the article's language when it is not the site's. */
  readonly lang: string | null;
  /** Scheme and host of the site: what is not below it is external. */
  readonly siteOrigin: string;
  /** The HTML of an image, by its name as written; null: the name is an address of the site, to be used as it is. */
  readonly picture: (src: string, alt: string) => string | null;
}

/**
 * One step. It owns the tokens it gets: it may change them in place (they are made anew for every body), and hands on
 * the list that goes to the next step.
 */
export type BodyStep = (tokens: Token[], context: BodyContext) => Token[];

/** A new token; `nesting` is 1 for an opening tag, -1 for a closing one, 0 for neither. */
export function makeToken(type: string, tag: string, nesting: -1 | 0 | 1): Token {
  return new MarkdownIt.Token(type, tag, nesting);
}

/** A token of plain text. */
export function textToken(content: string): Token {
  const token = makeToken('text', '', 0);
  token.content = content;
  return token;
}

/** The token lists that hold running text: each one is a paragraph, a heading, a cell. */
export function* eachLine(tokens: readonly Token[]): Generator<Token[]> {
  for (const token of tokens) if (token.type === 'inline' && token.children) yield token.children;
}
