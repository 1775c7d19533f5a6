// A function that changes prose becomes one that leaves everything else in a text alone: addresses, code, smileys…
import { OBJECT } from './characters.ts';

/**
 * The passages that are not prose; the expression tries the kinds in this order. A placeholder (U+FFFC) that the text already
 * contains counts as one of them, so that there are as many placeholders as passages to put back.
 */
const NOT_PROSE = new RegExp(
  [
    OBJECT,
    // Template code, in an article about templates.
    '\\{\\{.*?\\}\\}|\\{%.*?%\\}|\\{#.*?#\\}',
    // HTML tags and comments, in an article about HTML.
    '<!--.*?-->|</?[a-z][^<>]*>',
    // Addresses, without the punctuation of the surrounding sentence.
    '(?:(?<![a-z0-9])[a-z][a-z0-9+.-]{0,30}://|(?<![a-z0-9])www\\.|(?<![a-z0-9])(?:mailto|tel|data|javascript):(?=\\S))' +
      '[^\\s<>«»“”"\\uFFFC]*[^\\s<>«»“”"\\uFFFC.,;:!?…\'’)\\]}]',
    "(?<![\\w.+-])[\\w.+-][\\w.+'’-]{0,63}@[\\w-]+(?:\\.[\\w-]+)+",
    // Character references, in an article about HTML. At least two letters, since « AT&T ; » is prose.
    '&(?:[a-z][a-z0-9]{1,30}|#[0-9]{1,7}|#x[0-9a-f]{1,6});',
    // Windows paths.
    '(?<![a-z0-9])[a-z]:\\\\[^\\s«»"]*[^\\s«»".,;:!?…)]|\\\\\\\\[^\\s«»"]*[^\\s«»".,;:!?…)]',
    // Short codes and smileys, if a space is beside them, or a mark that will get a space.
    '(?<![^\\s«]):[a-z0-9_+-]+:(?![^\\s.,;:!?…»])',
    "(?<![^\\s«])[:;=]['’]?-?[)(dpo|/\\\\*]+(?![^\\s.,;:!?…»])",
  ].join('|'),
  'gi',
);

/** A cheap test that spares nearly every paragraph the long expression. */
const MAY_CONTAIN_NON_PROSE = /[@\\<{&\uFFFC]|:\/\/|www\.|:[A-Za-z0-9_+-]|[:;=]['’]?-?[)(DdPpOo|/*]/i;

/**
 * Applies `change` to the prose of a text only.
 *
 * While `change` runs, one placeholder (U+FFFC) replaces each passage that is not prose. `change` must keep every
 * placeholder, in order.
 */
export function onProseOnly(text: string, change: (prose: string) => string): string {
  if (!MAY_CONTAIN_NON_PROSE.test(text)) return change(text);
  const passages: string[] = [];
  const prose = text.replace(NOT_PROSE, passage => {
    passages.push(passage);
    return OBJECT;
  });
  if (passages.length === 0) return change(text);
  let next = 0;
  return change(prose).replaceAll(OBJECT, () => passages[next++] ?? OBJECT);
}
