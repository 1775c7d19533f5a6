// What a rule of the proof is: what it looks at, and whom it tells. One file a rule in `rules`, all of them in `rules/rules.ts`.
import type { proofWords } from '../locale/proof-words.ts';
import type { PageFacts, PageLink } from './reading/page-facts.ts';
import type { Led, Tree } from './tree/tree.ts';

export type RuleName = keyof typeof proofWords.rules;

export interface LedLink extends PageLink {
  readonly led: Led;
}

export interface PageUnderProof extends Omit<PageFacts, 'links'> {
  readonly links: readonly LedLink[];
  /** Within the tree. */
  readonly address: string;
  /** Its number in the tree's table. */
  readonly file: number;
  readonly bytes: Buffer;
  /** Whether links lead to it from the home page; null: there is no home page. */
  readonly isReached: boolean | null;
}

export interface FileUnderProof {
  readonly address: string;
  readonly file: number;
  /** In bytes. */
  readonly size: number;
  /** Its first characters. */
  readonly start: string;
  /** As UTF-8. */
  readonly text: string;
}

export interface Tell {
  /** So many of what the rule counts were looked at. */
  looked(count?: number): void;
  /** @param what a sentence. Where many pages have the same fault it is told once, with their number. */
  found(what: string): void;
  /** For what the rule knows only when it has seen all pages: plain data. */
  note(note: unknown): void;
}

/** What a rule makes of its notes, in the thread that has them all. They come in any order. */
export interface Gathering {
  take(address: string, note: unknown): void;
  /** Pages that are to be looked at once more, by their numbers, each with what is asked of it. */
  questions?(): Iterable<readonly [file: number, question: unknown]>;
  /** @param tellOf of the page or file at an address. */
  end(tellOf: (address: string) => Pick<Tell, 'found' | 'looked'>, files: readonly string[]): void;
}

export interface Rule {
  readonly name: RuleName;
  /** An error is one for whoever reads the pages; a warning is to be looked at by somebody who knows what was meant. */
  readonly severity: 'error' | 'warning';
  readonly page?: (page: PageUnderProof, tree: Tree, tell: Tell) => void | Promise<void>;
  /** Of files that are no pages; after all pages. */
  readonly file?: (file: FileUnderProof, tree: Tree, tell: Tell) => void;
  readonly again?: (page: PageUnderProof, question: unknown, tell: Tell) => void;
  readonly gather?: (tree: Tree) => Gathering;
}
