// A text becomes the same text with all that is not prose (addresses, code, smileys…) held out of typography's reach.
import { OBJECT } from './characters.ts';

/**
 * What is held back, in the order in which they are tried. A stand-in that is already in the text is held back too,
 * so that there are as many stand-ins as things to put back.
 */
const NOT_PROSE = new RegExp(
  [
    OBJECT,
    // Templates: an editor who writes about them sees them as typed.
    '\\{\\{.*?\\}\\}|\\{%.*?%\\}|\\{#.*?#\\}',
    // Tags and comments, shown as text.
    '<!--.*?-->|</?[a-z][^<>]*>',
    // Addresses, without the punctuation of the sentence around them.
    '(?:(?<![a-z0-9])[a-z][a-z0-9+.-]{0,30}://|(?<![a-z0-9])www\\.|(?<![a-z0-9])(?:mailto|tel|data|javascript):(?=\\S))' +
      '[^\\s<>«»“”"\\uFFFC]*[^\\s<>«»“”"\\uFFFC.,;:!?…\'’)\\]}]',
    "(?<![\\w.+-])[\\w.+-][\\w.+'’-]{0,63}@[\\w-]+(?:\\.[\\w-]+)+",
    // Character references, as the text of a page about HTML has them. Two letters at least: « AT&T ; » is prose.
    '&(?:[a-z][a-z0-9]{1,30}|#[0-9]{1,7}|#x[0-9a-f]{1,6});',
    // Windows paths.
    '(?<![a-z0-9])[a-z]:\\\\[^\\s«»"]*[^\\s«»".,;:!?…)]|\\\\\\\\[^\\s«»"]*[^\\s«»".,;:!?…)]',
    // Short codes and smileys, only when they stand alone: beside a space, or a mark that will have one.
    '(?<![^\\s«]):[a-z0-9_+-]+:(?![^\\s.,;:!?…»])',
    "(?<![^\\s«])[:;=]['’]?-?[)(dpo|/\\\\*]+(?![^\\s.,;:!?…»])",
  ].join('|'),
  'gi',
);

/** One cheap look that lets nearly every paragraph pass by. */
const MAY_HOLD = /[@\\<{&\uFFFC]|:\/\/|www\.|:[A-Za-z0-9_+-]|[:;=]['’]?-?[)(DdPpOo|/*]/i;

/**
 * Applies `change` to the prose of a text only.
 *
 * Everything else is one stand-in (U+FFFC) while `change` runs: it must keep every stand-in, in order.
 */
export function onProseOnly(text: string, change: (prose: string) => string): string {
  if (!MAY_HOLD.test(text)) return change(text);
  const held: string[] = [];
  const prose = text.replace(NOT_PROSE, thing => {
    held.push(thing);
    return OBJECT;
  });
  if (held.length === 0) return change(text);
  let next = 0;
  return change(prose).replaceAll(OBJECT, () => held[next++] ?? OBJECT);
}
