// A field of a YAML mapping and its new value become the edits of the text that say so, and that leave all else as it was typed: comments, quotes,
// blank lines, line ends.
import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { TextEdit } from './text-edit.ts';

/** A value as it is typed, its quotes included. */
interface TypedScalar {
  readonly kind: 'scalar';
  readonly start: number;
  readonly end: number;
  readonly quote: '' | '"' | "'";
}

interface TypedList {
  readonly kind: 'list';
  readonly start: number;
  /** `[a, b]`, and not a line for each. */
  readonly isFlow: boolean;
  readonly items: readonly TypedValue[];
}

/** `other`: a mapping, nothing, or a text over several lines after `|` or `>`. */
type TypedValue = TypedScalar | TypedList | { readonly kind: 'other' };

interface TypedMapping {
  readonly start: number;
  readonly isFlow: boolean;
  readonly fields: ReadonlyMap<string, TypedValue>;
}

/** `style` of a mapping or list between brackets. */
const FLOW = 2;

/**
 * Puts a text in the place of a field's.
 * @param value of letters, digits and signs that need no quotes, but perhaps a word such as `true`.
 * @returns null: the field is not there, or typed in a way that is not known how to change.
 */
export function setField(yaml: string, name: string, value: string): readonly TextEdit[] | null {
  const typed = topOf(yaml)?.fields.get(name);
  return typed?.kind === 'scalar' ? [replaceScalar(typed, value)] : null;
}

/** The same of an item of a field's list, by its index. */
export function setItem(
  yaml: string,
  name: string,
  index: number,
  value: string,
): readonly TextEdit[] | null {
  const typed = topOf(yaml)?.fields.get(name);
  const item = typed?.kind === 'list' ? typed.items[index] : undefined;
  return item?.kind === 'scalar' ? [replaceScalar(item, value)] : null;
}

/** Takes an item, by its index, from a field's list, which stays though it may be empty then; a comment on the item's line goes with it. */
export function removeItem(yaml: string, name: string, index: number): readonly TextEdit[] | null {
  const typed = topOf(yaml)?.fields.get(name);
  const item = typed?.kind === 'list' ? typed.items[index] : undefined;
  if (typed?.kind !== 'list' || item?.kind !== 'scalar') return null;
  return typed.isFlow ? removeBetweenBrackets(yaml, typed, item) : removeLine(yaml, typed, item);
}

/**
 * Adds a text to the end of a field's list, in the way in which the list is typed; a field that is not there comes last.
 * @param yaml whose last line is ended.
 * @param lineEnd that of the file's lines.
 * @returns null: the mapping or the list is typed in a way that is not known how to change.
 */
export function addItem(
  yaml: string,
  name: string,
  value: string,
  lineEnd: string,
): readonly TextEdit[] | null {
  const top = topOf(yaml);
  if (top === null) return null;
  const typed = top.fields.get(name);
  if (typed === undefined) return addField(yaml, top, `${name}: [${value}]`, lineEnd);
  if (typed.kind !== 'list') return null;
  return typed.isFlow
    ? addBetweenBrackets(yaml, typed, value, lineEnd)
    : addLine(yaml, typed, value, lineEnd);
}

/** Adds a field that is not there, with a text that needs no quotes, as the last one; otherwise as `addItem`. */
export function addText(
  yaml: string,
  name: string,
  value: string,
  lineEnd: string,
): readonly TextEdit[] | null {
  const top = topOf(yaml);
  return top === null || top.fields.has(name) ? null : addField(yaml, top, `${name}: ${value}`, lineEnd);
}

function addField(
  yaml: string,
  { start, isFlow }: TypedMapping,
  field: string,
  lineEnd: string,
): readonly TextEdit[] | null {
  if (isFlow) return [insertion(start + 1, `${field}, `)];
  const indent = lineBefore(yaml, start);
  return /^ *$/.test(indent) ? [insertion(yaml.length, `${indent}${field}${lineEnd}`)] : null;
}

function addBetweenBrackets(
  yaml: string,
  { start, items }: TypedList,
  value: string,
  lineEnd: string,
): readonly TextEdit[] | null {
  const last = items.at(-1);
  if (last === undefined) return [insertion(start + 1, value)];
  if (last.kind !== 'scalar') return null;
  const text = quoted(value, last.quote);
  const indent = lineBefore(yaml, last.start);
  const [comma] = /^[ \t]*,/.exec(yaml.slice(last.end)) ?? [''];
  const end = last.end + comma.length;
  if (!/^[ \t]*$/.test(indent)) return [insertion(end, comma === '' ? `, ${text}` : ` ${text},`)];
  // On a line of its own, as the last one; behind that stands perhaps a comment.
  const [rest] = /^[ \t]*(?:#[^\r\n]*)?(?=[\r\n])/.exec(yaml.slice(end)) ?? [null];
  if (rest === null) return [insertion(end, comma === '' ? `, ${text}` : ` ${text},`)];
  return [
    ...(comma === '' ? [insertion(end, ',')] : []),
    insertion(end + rest.length, `${lineEnd}${indent}${text}${comma === '' ? '' : ','}`),
  ];
}

function removeBetweenBrackets(
  yaml: string,
  { items }: TypedList,
  item: TypedScalar,
): readonly TextEdit[] | null {
  const indent = lineBefore(yaml, item.start);
  const [line] = /^[ \t]*(?:,[ \t]*)?(?:#[^\r\n]*)?(?:\r\n|\r|\n)/.exec(yaml.slice(item.end)) ?? [null];
  if (line !== null && /^[ \t]*$/.test(indent))
    return [{ start: item.start - indent.length, end: item.end + line.length, text: '' }];
  if (items.length === 1) return [{ start: item.start, end: item.end, text: '' }];
  const index = items.indexOf(item);
  const [before, after] = [items[index - 1], items[index + 1]];
  const [start, end, comma] =
    before?.kind === 'scalar'
      ? [before.end, item.end, yaml.slice(before.end, item.start)]
      : after?.kind === 'scalar'
        ? [item.start, after.start, yaml.slice(item.end, after.start)]
        : [0, 0, ''];
  // A comment may be about either of the two.
  return /^\s*,\s*$/.test(comma) ? [{ start, end, text: '' }] : null;
}

function removeLine(yaml: string, { items }: TypedList, item: TypedScalar): readonly TextEdit[] | null {
  const mark = lineBefore(yaml, item.start);
  if (!/^[ \t]*-[ \t]+$/.test(mark)) return null;
  // Brackets are never at the beginning of a line.
  const empty = `${/^[ \t]*/.exec(mark)![0] || ' '}[]`;
  if (items.length === 1) return [{ start: item.start - mark.length, end: item.end, text: empty }];
  const rest = /^[^\r\n]*(?:\r\n|\r|\n)/.exec(yaml.slice(item.end))?.[0];
  if (rest === undefined) return null;
  return [{ start: item.start - mark.length, end: item.end + rest.length, text: '' }];
}

function addLine(
  yaml: string,
  { items }: TypedList,
  value: string,
  lineEnd: string,
): readonly TextEdit[] | null {
  const last = items.at(-1);
  if (last?.kind !== 'scalar') return null;
  const mark = lineBefore(yaml, last.start);
  if (!/^[ \t]*-[ \t]+$/.test(mark)) return null;
  const end = last.end + yaml.slice(last.end).search(/[\r\n]|$/);
  return [insertion(end, `${lineEnd}${mark}${quoted(value, last.quote)}`)];
}

/** What YAML would take for something else than a text. */
const NO_TEXT = /^(?:null|true|false)$/i;

function replaceScalar({ start, end, quote }: TypedScalar, value: string): TextEdit {
  return { start, end, text: quoted(value, quote === '' && NO_TEXT.test(value) ? '"' : quote) };
}

function quoted(value: string, quote: TypedScalar['quote']): string {
  return `${quote}${value}${quote}`;
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

/** What precedes an offset on its line. */
function lineBefore(text: string, offset: number): string {
  const before = text.slice(0, offset);
  return before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
}

/** null: the text is no mapping. */
function topOf(yaml: string): TypedMapping | null {
  const events = parseEvents(yaml, {});
  const top = events[1];
  if (top?.type !== EVENT_ID.MAPPING) return null;
  let next = 2;
  const values = valuesUntilEnd();
  const fields = new Map<string, TypedValue>();
  for (let index = 0; index + 1 < values.length; index += 2) {
    const { event } = values[index]!;
    if (event.type === EVENT_ID.SCALAR) fields.set(scalarText(event, yaml), values[index + 1]!.value);
  }
  return { start: top.start, isFlow: top.style === FLOW, fields };

  /** All up to the end of the collection that began last; `next` is then behind it. */
  function valuesUntilEnd(): readonly { readonly event: Event; readonly value: TypedValue }[] {
    const found: { event: Event; value: TypedValue }[] = [];
    for (let event = events[next++]; event && event.type !== EVENT_ID.POP; event = events[next++])
      found.push({ event, value: typedValue(event) });
    return found;
  }

  function typedValue(event: Event): TypedValue {
    if (event.type === EVENT_ID.SCALAR) return typedScalar(event);
    if (event.type !== EVENT_ID.SEQUENCE && event.type !== EVENT_ID.MAPPING) return { kind: 'other' };
    const items = valuesUntilEnd().map(({ value }) => value);
    if (event.type === EVENT_ID.MAPPING) return { kind: 'other' };
    return { kind: 'list', start: event.start, isFlow: event.style === FLOW, items };
  }
}

function typedScalar({ style, valueStart, valueEnd }: ScalarEvent): TypedValue {
  if (valueStart === -1) return { kind: 'other' };
  const { PLAIN, SINGLE_QUOTED, DOUBLE_QUOTED } = SCALAR_STYLE;
  if (style === PLAIN) return { kind: 'scalar', start: valueStart, end: valueEnd, quote: '' };
  if (style !== SINGLE_QUOTED && style !== DOUBLE_QUOTED) return { kind: 'other' };
  const quote = style === SINGLE_QUOTED ? "'" : '"';
  return { kind: 'scalar', start: valueStart - 1, end: valueEnd + 1, quote };
}

function scalarText(event: ScalarEvent, text: string): string {
  return event.valueStart === -1 ? '' : getScalarValue(text, event);
}
