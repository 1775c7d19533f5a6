// YAML text becomes its data, with the place of every piece; what YAML allows and editors do not need is refused.
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
  YAMLException,
} from 'js-yaml';
import type { Checked, Problem } from '../problem/problem.ts';
import { explainYamlError } from './explain-yaml-error.ts';
import { type Position, positionAt, type Where } from './position.ts';
import { findUnwantedCharacters, nameUnwantedCharacter } from './unwanted-characters.ts';

/** The way from the top of a document to a piece of it: keys and, from 0, places in lists. */
export type Path = readonly (string | number)[];

/** YAML once read. */
export interface YamlDocument {
  /** Plain data: null, booleans, numbers, strings, arrays, objects. undefined when there is nothing at all. */
  readonly value: unknown;
  /**
   * Where the piece at `path` begins; when there is none, the nearest piece around it. With `key`, the key's place
   * instead of its value's. Costs a walk over the document: for problems only.
   */
  locate(path: Path, piece?: 'value' | 'key'): Position;
}

/**
 * How plain scalars are read: as YAML's core schema says (`typed`), or with every number left as it is written
 * (`numbers-as-text`), so that a title « 007 » or « 1.50 » stays what the editor wrote. Dates are text in both.
 */
export type Scalars = 'typed' | 'numbers-as-text';

const SCHEMAS = {
  typed: CORE_SCHEMA,
  'numbers-as-text': FAILSAFE_SCHEMA.withTags(nullCoreTag, boolCoreTag),
} as const;

/** Far above what front matter and data need, far below what exhausts a stack. */
const MAX_DEPTH = 16;

/** Reads one YAML document (JSON is YAML too). Never throws; a problem's message holds no word of the parser's. */
export function parseYaml(text: string, where: Where, scalars: Scalars): Checked<YamlDocument> {
  const problem = (offset: number, rule: string, message: string): Problem => ({
    file: where.file,
    ...positionAt(text, Math.min(offset, text.length), where.firstLine),
    rule,
    message,
  });
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: MAX_DEPTH });
  } catch (error) {
    const { offset, rule, message } = explainYamlError(text, ...reasonAndOffset(error));
    return { ok: false, problems: [problem(offset, rule, message)] };
  }
  const refused = [...refuseFeatures(events, text)];
  if (refused.length > 0) {
    return {
      ok: false,
      problems: refused.map(({ offset, rule, message }) => problem(offset, rule, message)),
    };
  }
  try {
    const schema = SCHEMAS[scalars];
    const [value] = constructFromEvents([...events], { source: text, schema, maxAliases: 0 });
    return { ok: true, value: { value, locate: locator(events, text, where) } };
  } catch (error) {
    const duplicates = findDuplicateKeys(events, text, where);
    if (duplicates.length > 0) return { ok: false, problems: duplicates };
    const { offset, rule, message } = explainYamlError(text, ...reasonAndOffset(error));
    return { ok: false, problems: [problem(offset, rule, message)] };
  }
}

function reasonAndOffset(error: unknown): readonly [reason: string, offset: number] {
  // Anything else than the parser's own exception would be a fault of the parser's: the editor still gets an answer.
  return error instanceof YAMLException ? [error.reason, error.mark?.position ?? 0] : ['', 0];
}

interface Refusal {
  readonly offset: number;
  readonly rule: string;
  readonly message: string;
}

/** What YAML allows and we do not: tags, anchors, aliases, a second document, unseen loss after a `#`. */
function* refuseFeatures(events: readonly Event[], text: string): Generator<Refusal> {
  const escapes = text.includes('\\');
  const hashes = text.includes(' #') || text.includes('\t#');
  let documents = 0;
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
    if (hashes && event.style === SCALAR_STYLE.PLAIN) yield* refuseComment(text, event);
  }
}

function refuseDocument(text: string): Refusal {
  // The first separator after some content; a document may begin with one.
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

/** What an escape writes goes past the check of the file's own characters. */
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

/** « Le tube #1 de l’été » would silently lose its end. A comment set off by a space after `#` is nobody's accident. */
function* refuseComment(text: string, scalar: ScalarEvent): Generator<Refusal> {
  if (scalar.valueStart === -1) return;
  const comment = /[ \t]+#(?=[^\s#])/y;
  comment.lastIndex = scalar.valueEnd;
  const match = comment.exec(text);
  if (match === null) return;
  yield {
    offset: scalar.valueEnd + match[0].length - 1,
    rule: 'yaml-comment',
    message:
      'En YAML, ce qui suit « # » est un commentaire et serait perdu ; mettez toute la valeur entre guillemets ou, pour un vrai commentaire, une espace après « # ».',
  };
}

interface Piece {
  readonly start: number;
  /** Of a mapping, in order; of a list, null. */
  readonly entries: readonly Entry[];
  readonly items: readonly Piece[];
}

interface Entry {
  readonly key: string;
  readonly keyStart: number;
  readonly value: Piece;
}

/** The document's pieces, from the parser's flat events. */
function readPieces(events: readonly Event[], text: string): Piece {
  let next = 1; // past the document's own event
  /** `around`: the start of what holds the piece, for a value left empty. */
  function readPiece(around: number): Piece {
    const event = events[next++];
    if (event?.type === EVENT_ID.MAPPING) {
      const entries: Entry[] = [];
      while (next < events.length && events[next]?.type !== EVENT_ID.POP) {
        const keyEvent = events[next]!;
        const key = readPiece(event.start);
        const name = keyEvent.type === EVENT_ID.SCALAR ? scalarText(keyEvent, text) : '';
        entries.push({ key: name, keyStart: key.start, value: readPiece(key.start) });
      }
      next++;
      return { start: event.start, entries, items: [] };
    }
    if (event?.type === EVENT_ID.SEQUENCE) {
      const items: Piece[] = [];
      while (next < events.length && events[next]?.type !== EVENT_ID.POP) items.push(readPiece(event.start));
      next++;
      return { start: event.start, entries: [], items };
    }
    if (event?.type === EVENT_ID.SCALAR && event.valueStart !== -1) {
      const quoted = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
      return { start: event.valueStart - (quoted ? 1 : 0), entries: [], items: [] };
    }
    return { start: around, entries: [], items: [] };
  }
  return readPiece(0);
}

function scalarText(event: ScalarEvent, text: string): string {
  return event.valueStart === -1 ? '' : getScalarValue(text, event);
}

function locator(events: readonly Event[], text: string, where: Where): YamlDocument['locate'] {
  let root: Piece | null = null;
  return (path, piece = 'value') => {
    root ??= readPieces(events, text);
    let found = root;
    let start = root.start;
    for (const step of path) {
      const entry = found.entries.find(({ key }) => key === String(step));
      const next = entry?.value ?? (typeof step === 'number' ? found.items[step] : undefined);
      if (next === undefined) break;
      found = next;
      start = piece === 'key' && entry !== undefined ? entry.keyStart : next.start;
    }
    return positionAt(text, start, where.firstLine);
  };
}

function findDuplicateKeys(events: readonly Event[], text: string, where: Where): readonly Problem[] {
  const problems: Problem[] = [];
  function visit(piece: Piece): void {
    const firsts = new Map<string, number>();
    for (const { key, keyStart, value } of piece.entries) {
      const first = firsts.get(key);
      if (first === undefined) firsts.set(key, keyStart);
      else {
        const { line } = positionAt(text, first, where.firstLine);
        problems.push({
          file: where.file,
          ...positionAt(text, keyStart, where.firstLine),
          rule: 'duplicate-key',
          message: `Le champ « ${key} » est déjà écrit à la ligne ${line} ; gardez l’un des deux.`,
        });
      }
      visit(value);
    }
    piece.items.forEach(visit);
  }
  visit(readPieces(events, text));
  return problems;
}
