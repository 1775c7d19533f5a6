// What a build knows of a file that an article shows. Plain JSON data.
import type { Photograph } from '../images/photograph.ts';
import type { DocumentFacts } from './read-document.ts';
import type { Recording } from './recording.ts';

export type MediaFacts =
  | { readonly kind: 'photograph'; readonly photograph: Photograph }
  | Recording
  | { readonly kind: 'captions'; readonly hash: string }
  | DocumentFacts
  /** An article or a page of the site, which a text names by its Markdown file. */
  | { readonly kind: 'page'; readonly url: string }
  | {
      readonly kind: 'transcript';
      readonly hash: string;
      /** As the author typed them. */
      readonly paragraphs: readonly string[];
    };

/** The hash of the file's bytes; of a page, what a link to it changes with. */
export function factsHash(facts: MediaFacts): string {
  if (facts.kind === 'page') return facts.url;
  return facts.kind === 'photograph' ? facts.photograph.hash : facts.hash;
}
