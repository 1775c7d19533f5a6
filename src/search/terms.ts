// A word of a text or of a query becomes the terms under which the index keeps it.
import { stemOf } from './stem.ts';

/** Words that stand in almost every text, folded; letters that an apostrophe cut off are among them. */
const COMMON = new Set(
  (
    'a ai ainsi as au aux avec c car ce cela ces cet cette ceux ci comme d dans de des donc dont du elle elles en entre es est et etait ete ' +
    'etre eux fait il ils j je jusqu l la le les leur leurs lorsqu lui m mais me meme n ne ni nos notre nous on ont or ou par pas plus ' +
    'pour puisqu qu que quel quelle qui quoiqu s sa sans se sera ses si soit son sont sous sur t ta te tes toi ton tous tout toute tu ' +
    'un une vers vos votre vous y'
  ).split(' '),
);

/** Of no use for finding: the index does not have it. */
export function isCommon(word: string): boolean {
  return COMMON.has(word);
}

/** A number as part of another word: `67` is in « 67e », `xx` in « XXe ». */
const ORDINAL_TERM = /^(\d+|[ivx]{2,}|[vx])e$/;

/** By what a word that is sought is found. */
export function termOf(word: string): string {
  return termsOf(word)[0]!;
}

/** All that finds a word of a text: itself, and of an ordinal the bare number. */
export function termsOf(word: string): readonly string[] {
  const number = ORDINAL_TERM.exec(word)?.[1];
  return number === undefined ? [stemOf(word)] : [word, number];
}

/** The term of what is no word of the text: by it results are sifted. No word holds such a sign. */
export const sectionTerm = (slug: string): string => `#${slug}`;

/** `words` are those of the source's name. */
export const sourceTerm = (words: readonly { readonly word: string }[]): string =>
  `@${words.map(({ word }) => word).join('_')}`;
