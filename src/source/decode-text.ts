// The bytes of a file become its text: without byte order mark, with `\n` for every line end, accents composed, without unwanted characters.
import type { Checked, Problem } from '../problem/problem.ts';
import { wholeFile } from '../problem/whole-file.ts';
import { findMergeConflict } from './merge-conflict.ts';
import { positionAt, positionFinder } from './position.ts';
import { findUnwantedCharacters, nameUnwantedCharacter } from './unwanted-characters.ts';

/** Shared by all calls, since making a decoder takes longer than decoding a short article. */
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true });

/** A binary file would give thousands of problems; the first ones show the editor what is wrong. */
const MOST_LINES_REPORTED = 20;

/**
 * Decodes the bytes of `file`. It removes a byte order mark, turns `\r\n` and `\r` into `\n`, and composes accents (Unicode's NFC). Bytes that are not UTF-8
 * give one problem, and so do the remains of a merge; unwanted characters (control, bidirectional) give at most one problem for each line.
 */
export function decodeText(bytes: Uint8Array, file: string): Checked<string> {
  let decoded: string;
  try {
    decoded = STRICT_UTF8.decode(bytes);
  } catch {
    return { ok: false, problems: [explainBadBytes(bytes, file)] };
  }
  const text = plain(decoded);
  const conflict = findMergeConflict(text);
  if (conflict !== null) return { ok: false, problems: [explainConflict(text, conflict, file)] };
  const unwanted = findUnwantedCharacters(text);
  if (unwanted.length === 0) return { ok: true, value: text };
  return { ok: false, problems: explainUnwanted(text, unwanted, file) };
}

/** The same text as `decodeText` gives for a file that it has accepted before. `text` is the file's text as Node reads it. */
export function acceptedText(text: string): string {
  return plain(text.startsWith('\uFEFF') ? text.slice(1) : text);
}

/** Combining marks of Latin, Greek and Cyrillic, Korean letters in parts, and the sound marks of Japanese. */
const PERHAPS_DECOMPOSED = /[\u0300-\u036f\u1100-\u11ff\u3099\u309a]/;

/** Programs of macOS and text from PDF files part a letter from its accent; typography, the search and addresses know whole letters. */
function plain(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return PERHAPS_DECOMPOSED.test(lines) ? lines.normalize('NFC') : lines;
}

function explainUnwanted(text: string, offsets: readonly number[], file: string): readonly Problem[] {
  const problems: Problem[] = [];
  const positionOf = positionFinder(text, 1);
  for (const offset of offsets) {
    const { line, column } = positionOf(offset);
    if (problems.at(-1)?.line === line) continue;
    const message = `Cette ligne contient ${nameUnwantedCharacter(text, offset)}, que l’on ne voit pas ; effacez ce signe, ou retapez la ligne.`;
    problems.push({ file, line, column, rule: 'control-character', message });
    if (problems.length === MOST_LINES_REPORTED) break;
  }
  return problems;
}

/** One problem for all marks: half of the text is another version's, so any other problem would mislead. */
function explainConflict(text: string, offset: number, file: string): Problem {
  const mark = text.slice(offset, offset + 7);
  const message = `Cette ligne («\u00a0${mark}\u00a0») reste d’une fusion de git qui n’a pas été achevée\u202f; gardez celle des deux versions qui convient, et ôtez les lignes de «\u00a0<<<<<<<\u00a0», «\u00a0=======\u00a0» et «\u00a0>>>>>>>\u00a0» (pour les montrer en exemple, mettez une espace devant).`;
  return { file, ...positionAt(text, offset, 1), rule: 'merge-conflict', message };
}

function explainBadBytes(bytes: Uint8Array, file: string): Problem {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) {
    const message = 'Ce fichier est enregistré en UTF-16 ; enregistrez-le en UTF-8.';
    return wholeFile(file, 'not-utf-8', message);
  }
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, firstBadByte(bytes)), { stream: true });
  const text = before.replace(/\r\n?/g, '\n');
  const { line, column } = positionAt(text, text.length, 1);
  const message =
    'Ce fichier n’est pas en UTF-8 à partir d’ici (peut-être du Windows-1252 ou du Latin-1) ; enregistrez-le en UTF-8.';
  return { file, line, column, rule: 'not-utf-8', message };
}

/** The length in bytes of the longest beginning that is UTF-8; its last character may be incomplete. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (good < bad) {
    const middle = Math.ceil((good + bad) / 2);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle - 1;
    }
  }
  return good;
}
