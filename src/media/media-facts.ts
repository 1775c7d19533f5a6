// What is known of a file that an article shows, once it has been looked at. Plain JSON data.
import type { Photograph } from '../images/photograph.ts';
import type { Recording } from './recording.ts';

export type MediaFacts =
  | { readonly kind: 'photograph'; readonly photograph: Photograph }
  | Recording
  | { readonly kind: 'captions'; readonly hash: string }
  | {
      readonly kind: 'transcript';
      readonly hash: string;
      /** As typed. */
      readonly paragraphs: readonly string[];
    };

/** Changes with the bytes of the file. */
export function factsHash(facts: MediaFacts): string {
  return facts.kind === 'photograph' ? facts.photograph.hash : facts.hash;
}
