// A text in YAML or JSON becomes the keys in it that would reach the prototype of every object when data is merged, with their places.
import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { capProblems } from '../problem/cap-problems.ts';
import type { Problem } from '../problem/problem.ts';
import { positionFinder } from './position.ts';

/** Templates' data is merged key by key: `__proto__`, and `constructor` with `prototype` in it, lead out of the data. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A text without any of these holds no such key: a backslash may write a letter of one. */
const MAY_HOLD_ONE = /__proto__|constructor|prototype|\\/;

/** Whether a key, or a name that becomes one, leads to the prototype of every object. */
export function isPrototypeKey(key: string): boolean {
  return PROTOTYPE_KEYS.has(key);
}

/** A problem for each such key; none in a text that can't be parsed, which is a problem of its own. `file` is as in `Problem`. */
export function findPrototypeKeys(text: string, file: string): readonly Problem[] {
  if (!MAY_HOLD_ONE.test(text)) return [];
  let events: readonly Event[];
  try {
    events = parseEvents(text, {});
  } catch {
    return [];
  }
  const found = [...keysOf(events, text)].filter(({ key }) => isPrototypeKey(key));
  const positionOf = positionFinder(text, 1);
  return capProblems(
    found.map(({ key, start }) => ({
      file,
      ...positionOf(start),
      rule: 'prototype-key',
      message: `Le nom «\u00a0${key}\u00a0» changerait toutes les données du site, et non celles d’ici seules\u202f; renommez ce champ, ou effacez-le.`,
    })),
  );
}

/** The keys of all mappings that are simple words, in the order of the text. */
function* keysOf(events: readonly Event[], text: string): Generator<{ key: string; start: number }> {
  /** Of each list or mapping that is open: whether its next node is a key. */
  const open: { readonly isMapping: boolean; wantsKey: boolean }[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    const around = open.at(-1);
    const isKey = around?.wantsKey === true;
    if (around?.isMapping) around.wantsKey = !around.wantsKey;
    const isMapping = event.type === EVENT_ID.MAPPING;
    if (isMapping || event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.DOCUMENT)
      open.push({ isMapping, wantsKey: isMapping });
    else if (isKey && event.type === EVENT_ID.SCALAR && event.valueStart !== -1)
      yield { key: getScalarValue(text, event), start: event.valueStart - (isQuoted(event) ? 1 : 0) };
  }
}

function isQuoted({ style }: ScalarEvent): boolean {
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED;
}
