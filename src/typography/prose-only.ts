// A function that changes prose becomes one that leaves everything else in a text alone: addresses, code, smileys…
import { OBJECT } from './characters.ts';
import type { CutText } from './edits.ts';

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
    '(?<![^\\s«]):[a-z0-9_+-]+:(?![^\\s.,;:!?…»\\u0022])',
    "(?<![^\\s«])[:;=]['’]?-?[)(dpo|/\\\\*]+(?![^\\s.,;:!?…»\\u0022])",
  ].join('|'),
  'gi',
);

/** A cheap test that spares nearly every paragraph the long expression. */
const MAY_CONTAIN_NON_PROSE = /[@\\<{&\uFFFC]|:\/\/|www\.|:[A-Za-z0-9_+-]|[:;=]['’]?-?[)(DdPpOo|/*]/i;

/** A passage that is not prose: where it begins and ends. */
interface Passage {
  readonly start: number;
  readonly end: number;
}

/**
 * Applies `change` to the prose of a text only.
 *
 * While `change` runs, one placeholder (U+FFFC) replaces each passage that is not prose. `change` must keep every
 * placeholder, in order. A bound between pieces within a passage stays where it is in the passage.
 */
export function onProseOnly(whole: CutText, change: (prose: CutText) => CutText): CutText {
  if (!MAY_CONTAIN_NON_PROSE.test(whole.text)) return change(whole);
  const passages = findPassages(whole.text);
  if (passages.length === 0) return change(whole);
  const { prose, within } = hidePassages(whole, passages);
  return showPassages(change(prose), whole.text, passages, within);
}

function findPassages(text: string): readonly Passage[] {
  const passages: Passage[] = [];
  const endOf = passageEnds(text);
  NOT_PROSE.lastIndex = 0;
  for (let match = NOT_PROSE.exec(text); match !== null; match = NOT_PROSE.exec(text)) {
    const end = endOf(match[0], match.index);
    if (end === null) {
      NOT_PROSE.lastIndex = match.index + 1;
      continue;
    }
    passages.push({ start: match.index, end });
    NOT_PROSE.lastIndex = end;
  }
  return passages;
}

/** Where a bound is that lies within a passage: which passage, and how far from its start. */
interface WithinPassage {
  readonly passage: number;
  readonly offset: number;
}

/** The text with a placeholder for each passage; for each of its bounds, whether it lies within a passage. */
function hidePassages(
  { text, cuts }: CutText,
  passages: readonly Passage[],
): { readonly prose: CutText; readonly within: readonly (WithinPassage | null)[] } {
  let prose = '';
  let done = 0;
  for (const { start, end } of passages) {
    prose += text.slice(done, start) + OBJECT;
    done = end;
  }
  let next = 0;
  let hidden = 0;
  const within: (WithinPassage | null)[] = [];
  const proseCuts = cuts.map(cut => {
    while (next < passages.length && passages[next]!.end <= cut) {
      hidden += passages[next]!.end - passages[next]!.start - OBJECT.length;
      next += 1;
    }
    const start = passages[next]?.start ?? cut;
    within.push(start < cut ? { passage: next, offset: cut - start } : null);
    return Math.min(start, cut) - hidden;
  });
  return { prose: { text: prose + text.slice(done), cuts: proseCuts }, within };
}

/** Puts the passages of `whole` back in the place of their placeholders. */
function showPassages(
  { text, cuts }: CutText,
  whole: string,
  passages: readonly Passage[],
  within: readonly (WithinPassage | null)[],
): CutText {
  let shown = '';
  let done = 0;
  const places: number[] = [];
  const starts: number[] = [];
  for (const { start, end } of passages) {
    const place = text.indexOf(OBJECT, done);
    shown += text.slice(done, place);
    places.push(place);
    starts.push(shown.length);
    shown += whole.slice(start, end);
    done = place + OBJECT.length;
  }
  let next = 0;
  const shownCuts = cuts.map((cut, index) => {
    const inside = within[index];
    if (inside) return starts[inside.passage]! + inside.offset;
    while (next < places.length && places[next]! < cut) next += 1;
    if (next === 0) return cut;
    const last = next - 1;
    const end = starts[last]! + passages[last]!.end - passages[last]!.start;
    return end + cut - places[last]! - OBJECT.length;
  });
  return { text: shown + text.slice(done), cuts: shownCuts };
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
