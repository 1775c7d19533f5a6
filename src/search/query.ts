// What a reader types becomes the words and phrases that are sought.
import { isCommon, termOf } from './terms.ts';
import { type Word, wordsIn } from './words.ts';

export interface Query {
  /** Each once, folded, in the order in which they were typed; without common words. */
  readonly words: readonly string[];
  /** What was in quotation marks: words that stand one after the other, common ones too. */
  readonly phrases: readonly (readonly string[])[];
}

/** As keyboards and printers have them: `"…"`, `“…”`, `« … »`. What is not closed goes to the end. */
const QUOTED = /["“”«»„]([^"“”«»„]*)(?:["“”«»„]|$)/g;

export function readQuery(typed: string): Query {
  const words = wordsIn(typed).map(({ word }) => word);
  const rare = words.filter(word => !isCommon(word));
  return {
    words: [...new Map(rare.map(word => [termOf(word), word])).values()],
    phrases: [...typed.matchAll(QUOTED)]
      .map(([, quoted]) => wordsIn(quoted!).map(({ word }) => word))
      .filter(phrase => phrase.length > 1),
  };
}

/** Whether the text has the words of each phrase one after the other. */
export function hasPhrases(text: readonly Word[], phrases: Query['phrases']): boolean {
  return phrases.every(phrase => placeOfPhrase(text, phrase) !== -1);
}

/** The index of the phrase's first word in the text; -1: it is not there. */
export function placeOfPhrase(text: readonly Word[], phrase: readonly string[]): number {
  return text.findIndex(
    (_, start) =>
      start + phrase.length <= text.length &&
      phrase.every((word, index) => text[start + index]!.word === word),
  );
}
