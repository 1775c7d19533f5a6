// What a build knows of a file that an article shows. Plain JSON data.
import type { Photograph } from '../images/photograph.ts';
import type { Recording } from './recording.ts';

export type MediaFacts =
  | { readonly kind: 'photograph'; readonly photograph: Photograph }
  | Recording
  | { readonly kind: 'captions'; readonly hash: string }
  | {
      readonly kind: 'transcript';
      readonly hash: string;
      /** As the author typed them. */
      readonly paragraphs: readonly string[];
    };

/** The hash of the file's bytes. */
export function factsHash(facts: MediaFacts): string {
  return facts.kind === 'photograph' ? facts.photograph.hash : facts.hash;
}
