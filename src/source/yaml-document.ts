// YAML text becomes its data with a way to locate each value, or problems. Features of YAML that editors do not need are problems too.
import {
  boolCoreTag,
  CORE_SCHEMA,
  constructFromEvents,
  EVENT_ID,
  type Event,
  FAILSAFE_SCHEMA,
  getScalarValue,
  nullCoreTag,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
} from 'js-yaml';
import type { Checked, Mistake, Problem } from '../problem/problem.ts';
import type { Rule } from '../problem/rule.ts';
import { explainYamlFailure, lostInComment } from './explain-yaml-error.ts';
import { type Position, positionFinder, type Where } from './position.ts';
import { shorten } from './shorten.ts';
import { findUnwantedCharacters, nameUnwantedCharacter } from './unwanted-characters.ts';

/** The path from the top of a document to a value in it: keys of mappings, and indexes of lists, counted from 0. */
export type Path = readonly (string | number)[];

/** A parsed YAML document. */
export interface YamlDocument {
  /** Plain data: null, booleans, numbers, strings, arrays, objects; undefined for an empty document. */
  readonly value: unknown;
  /**
   * The position at which the value at `path` begins or, with `key`, its key. If there is none, the position of the nearest
   * value around it. It walks over the whole document, so it is for problems only.
   */
  locate(path: Path, piece?: 'value' | 'key'): Position;
}

/**
 * How plain scalars become values: by YAML's core schema (`typed`), or with each number left as text (`numbers-as-text`),
 * so that a title « 007 » or « 1.50 » stays as the editor wrote it. Dates are text in both.
 */
export type Scalars = 'typed' | 'numbers-as-text';

const SCHEMAS = {
  typed: CORE_SCHEMA,
  'numbers-as-text': FAILSAFE_SCHEMA.withTags(nullCoreTag, boolCoreTag),
} as const;

/** Front matter and data need far less depth, and the stack bears far more. */
const MAX_DEPTH = 16;

/** Parses one YAML document (JSON is YAML too). Never throws. The messages of problems quote nothing of the parser's, which is English. */
export function parseYaml(text: string, where: Where, scalars: Scalars): Checked<YamlDocument> {
  const positionOf = positionFinder(text, where.firstLine);
  const problem = (offset: number, rule: Rule, message: string): Problem => ({
    file: where.file,
    ...positionOf(Math.min(offset, text.length)),
    rule,
    message,
  });
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    const { offset, rule, message } = explainYamlFailure(text, error);
    return { ok: false, problems: [problem(offset, rule, message)] };
  }
  const refusals = [...refuseFeatures(events, text)];
  if (refusals.length > 0) {
    return {
      ok: false,
      problems: refusals.map(({ offset, rule, message }) => problem(offset, rule, message)),
    };
  }
  try {
    const schema = SCHEMAS[scalars];
    const [value] = constructFromEvents([...events], { source: text, schema, maxAliases: 0 });
    return { ok: true, value: { value, locate: locator(events, text, where) } };
  } catch (error) {
    const duplicates = findDuplicateKeys(events, text, where);
    if (duplicates.length > 0) return { ok: false, problems: duplicates };
    const { offset, rule, message } = explainYamlFailure(text, error);
    return { ok: false, problems: [problem(offset, rule, message)] };
  }
}

interface Refusal extends Mistake {
  readonly offset: number;
}

/** The features of YAML that are refused: tags, anchors, aliases, a second document, and `#` that silently drops text. */
function* refuseFeatures(events: readonly Event[], text: string): Generator<Refusal> {
  const escapes = text.includes('\\');
  const hashes = text.includes(' #') || text.includes('\t#');
  let documents = 0;
  let nameEnd = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.POP) continue;
    if (event.type === EVENT_ID.DOCUMENT) {
      if (++documents === 2) yield refuseDocument(text);
      continue;
    }
    if (event.type === EVENT_ID.ALIAS) {
      yield refuseAlias(text, event.anchorStart - 1, event.anchorEnd);
      continue;
    }
    if (event.anchorStart !== -1) yield refuseAlias(text, event.anchorStart - 1, event.anchorEnd);
    if (event.tagStart !== -1) yield refuseTag(text, event.tagStart, event.tagEnd);
    if (event.type !== EVENT_ID.SCALAR) continue;
    if (escapes && event.style === SCALAR_STYLE.DOUBLE_QUOTED) yield* refuseEscapes(text, event);
    if (hashes && event.style === SCALAR_STYLE.PLAIN) yield* refuseComment(text, event, nameEnd);
    if (event.valueEnd !== -1) nameEnd = event.valueEnd;
  }
}

function refuseDocument(text: string): Refusal {
  // Finds the first separator after some content, since the first document may begin with a separator.
  const separator = /^(?:---|\.\.\.)(?=\s|$)/gm;
  separator.lastIndex = Math.max(0, text.search(/^(?!---|%)[^\s#]/m));
  return {
    offset: separator.exec(text)?.index ?? text.length,
    rule: 'yaml-documents',
    message:
      'Ce séparateur commence un second document YAML, qui ne serait pas lu ; effacez cette ligne, ou mettez le texte entre guillemets.',
  };
}

function refuseAlias(text: string, start: number, end: number): Refusal {
  const mark = text[start] ?? '&';
  return {
    offset: start,
    rule: 'yaml-alias',
    message: `En YAML, « ${mark} » suivi d’un mot (ici « ${text.slice(start, Math.min(end, start + 40))} ») est un renvoi, refusé ici ; si c’est du texte, mettez toute la valeur entre guillemets, sinon écrivez la valeur en entier.`,
  };
}

function refuseTag(text: string, start: number, end: number): Refusal {
  return {
    offset: start,
    rule: 'yaml-tag',
    message: `En YAML, un mot qui commence par « ! » (ici « ${text.slice(start, Math.min(end, start + 40))} ») change le type de la valeur, ce qui est refusé ; effacez-le ou, si c’est du texte, mettez toute la valeur entre guillemets.`,
  };
}

/** `decodeText` has checked the file's characters, but an escape can write an unwanted character in others. */
function* refuseEscapes(text: string, scalar: ScalarEvent): Generator<Refusal> {
  if (!text.slice(scalar.valueStart, scalar.valueEnd).includes('\\')) return;
  const value = getScalarValue(text, scalar);
  const [unwanted] = findUnwantedCharacters(value);
  if (unwanted === undefined) return;
  yield {
    offset: scalar.valueStart - 1,
    rule: 'control-character',
    message: `Ce texte entre guillemets contient, écrit avec « \\ », ${nameUnwantedCharacter(value, unwanted)} ; effacez ce signe.`,
  };
}

/** What may precede a comment that is meant as one: a word, a number, a date. After a text, `#` was likely meant to be read. */
const SHORT_VALUE = /^(?:\S*|[\d.:h+TZ -]+)$/;
/** The names of fields whose values readers read, with what precedes a name on its line. */
const FOR_READERS =
  /(?:^|[\s"'{,])(?:title|summary|source|author|place|caption|credit|alt|text|name|description|standfirst|question)$/;
const LONGEST_NAME = 16;
const COMMENT_AFTER_VALUE = /[ \t]+#/y;
/** After the name of a field, or after the marks of an item, perhaps on a line below. */
const COMMENT_FOR_VALUE = /["']?(?:[ \t]*:[ \t]+|(?:[ \t]*:)?\s*-[ \t]+(?:-[ \t]+)*)#/y;
const LOOKS_TYPED = /[^\s#]|[ \t]*\d/y;

/**
 * « Le tube #1 de l’été » would silently lose its end, and « #MeToo » all.
 * @param nameEnd where the text before the value, which is the field's name, ends.
 */
function* refuseComment(text: string, scalar: ScalarEvent, nameEnd: number): Generator<Refusal> {
  const isEmpty = scalar.valueStart === -1;
  const comment = isEmpty ? COMMENT_FOR_VALUE : COMMENT_AFTER_VALUE;
  const start = isEmpty ? nameEnd : scalar.valueEnd;
  comment.lastIndex = start;
  const match = start === -1 ? null : comment.exec(text);
  if (match === null) return;
  const after = start + match[0].length;
  LOOKS_TYPED.lastIndex = after;
  const value = isEmpty ? '' : text.slice(scalar.valueStart, scalar.valueEnd);
  const isForReaders = !isEmpty && FOR_READERS.test(text.slice(Math.max(0, nameEnd - LONGEST_NAME), nameEnd));
  if (!isEmpty && !LOOKS_TYPED.test(text) && SHORT_VALUE.test(value) && !isForReaders) return;
  yield lostInComment(after - 1);
}

/** A node of the document, with the offset at which it starts. */
interface Node {
  readonly start: number;
  /** The entries of a mapping, in order; empty for other nodes. */
  readonly entries: readonly Entry[];
  /** The first entry with that key. */
  readonly entryOf: (key: string) => Entry | undefined;
  /** The items of a list; empty for other nodes. */
  readonly items: readonly Node[];
}

interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly value: Node;
}

/** The document's root node, built from the parser's flat list of events. */
function buildTree(events: readonly Event[], text: string): Node {
  let next = 1; // The first event is the document's own.
  /** @param around the start of the key or node around, which becomes the start of an empty value. */
  function buildNode(around: number): Node {
    const event = events[next++];
    if (event?.type === EVENT_ID.MAPPING) {
      const entries: Entry[] = [];
      while (next < events.length && events[next]?.type !== EVENT_ID.POP) {
        const keyEvent = events[next]!;
        const key = buildNode(event.start);
        const name = keyEvent.type === EVENT_ID.SCALAR ? scalarText(keyEvent, text) : '';
        entries.push({ key: name, keyStart: key.start, value: buildNode(key.start) });
      }
      next++;
      return { start: event.start, entries, entryOf: entryFinder(entries), items: [] };
    }
    if (event?.type === EVENT_ID.SEQUENCE) {
      const items: Node[] = [];
      while (next < events.length && events[next]?.type !== EVENT_ID.POP) items.push(buildNode(event.start));
      next++;
      return { start: event.start, entries: [], entryOf: noEntry, items };
    }
    if (event?.type === EVENT_ID.SCALAR && event.valueStart !== -1) {
      const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      return { start: event.valueStart - (quoted ? 1 : 0), entries: [], entryOf: noEntry, items: [] };
    }
    return { start: around, entries: [], entryOf: noEntry, items: [] };
  }
  return buildNode(0);
}

function noEntry(): undefined {}

/** Of thousands of entries each may be asked for. */
function entryFinder(entries: readonly Entry[]): Node['entryOf'] {
  let byKey: Map<string, Entry> | null = null;
  return key => {
    // Backwards, so that the first of two stays.
    byKey ??= new Map(entries.toReversed().map(entry => [entry.key, entry]));
    return byKey.get(key);
  };
}

function scalarText(event: ScalarEvent, text: string): string {
  return event.valueStart === -1 ? '' : getScalarValue(text, event);
}

function locator(events: readonly Event[], text: string, where: Where): YamlDocument['locate'] {
  let root: Node | null = null;
  const positionOf = positionFinder(text, where.firstLine);
  return (path, piece = 'value') => {
    root ??= buildTree(events, text);
    let node = root;
    let start = root.start;
    for (const step of path) {
      const entry = node.entryOf(String(step));
      const next = entry?.value ?? (typeof step === 'number' ? node.items[step] : undefined);
      if (next === undefined) break;
      node = next;
      start = piece === 'key' && entry !== undefined ? entry.keyStart : next.start;
    }
    return positionOf(start);
  };
}

function findDuplicateKeys(events: readonly Event[], text: string, where: Where): readonly Problem[] {
  const problems: Problem[] = [];
  const positionOf = positionFinder(text, where.firstLine);
  function visit(node: Node): void {
    const firsts = new Map<string, number>();
    for (const { key, keyStart, value } of node.entries) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, keyStart);
      else {
        const { line } = positionOf(first);
        problems.push({
          file: where.file,
          ...positionOf(keyStart),
          rule: 'duplicate-key',
          message: `Le champ « ${shorten(key)} » est déjà écrit à la ligne ${line} ; gardez l’un des deux.`,
        });
      }
      visit(value);
    }
    node.items.forEach(visit);
  }
  visit(buildTree(events, text));
  return problems;
}
