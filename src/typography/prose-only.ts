// A function that changes prose becomes one that leaves everything else in a text alone: addresses, code, smileys…
import { OBJECT } from './characters.ts';

/**
 * The passages that are not prose; the expression tries the kinds in this order. A placeholder (U+FFFC) that the text already
 * contains counts as one of them, so that there are as many placeholders as passages to put back.
 */
const NOT_PROSE = new RegExp(
  [
    OBJECT,
    // The openings of template code and of comments, in an article about templates or HTML; `passageEnd` finds where each closes.
    '\\{[{%#]|<!--',
    // HTML tags, in an article about HTML.
    '</?[a-z][^<>]*>',
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
  let prose = '';
  let done = 0;
  const endOf = passageEnds(text);
  NOT_PROSE.lastIndex = 0;
  for (let match = NOT_PROSE.exec(text); match !== null; match = NOT_PROSE.exec(text)) {
    const end = endOf(match[0], match.index);
    if (end === null) {
      NOT_PROSE.lastIndex = match.index + 1;
      continue;
    }
    passages.push(text.slice(match.index, end));
    prose += text.slice(done, match.index) + OBJECT;
    done = end;
    NOT_PROSE.lastIndex = end;
  }
  if (passages.length === 0) return change(text);
  let next = 0;
  return change(prose + text.slice(done)).replaceAll(OBJECT, () => passages[next++] ?? OBJECT);
}

/** What closes a passage, by what opens it. */
const CLOSINGS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}', '<!--': '-->' };

/**
 * A function from what the expression found, and where, to the end of the passage; null: it is not closed on its line. It is asked from
 * the text's beginning to its end, and looks at each character once for each kind, however many passages are never closed.
 */
function passageEnds(text: string): (found: string, at: number) => number | null {
  const ahead = new Map<string, number>();
  const nextOf = (sign: string, from: number): number => {
    const known = ahead.get(sign);
    if (known !== undefined && known >= from) return known;
    const at = text.indexOf(sign, from);
    const place = at === -1 ? Number.POSITIVE_INFINITY : at;
    ahead.set(sign, place);
    return place;
  };
  return (found, at) => {
    const from = at + found.length;
    const closing = CLOSINGS[found];
    if (closing === undefined) return from;
    const end = nextOf(closing, from);
    return end < nextOf('\n', from) ? end + closing.length : null;
  };
}
