// A line for readers, as an editor types a field, becomes the first thing in it that readers would see as code, or null.
import type { z } from 'zod';
import type { Mistake } from '../problem/problem.ts';
import { breaks } from '../problem/rule.ts';
import { shorten } from '../source/shorten.ts';
import { loneMarks, mayHoldLoneMark } from '../typography/lone-marks.ts';
import { findQuotationMarks } from '../typography/quotes.ts';
import { withoutEscapes } from '../typography/typeset-line.ts';
import { namedCharacter } from './named-character.ts';

/** Most lines have none of these. */
const ANY_CODE = /[&<*_~`"]|\]\(/;

const REFERENCE = /&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});/gi;
const TAG =
  /<!--|<\/?(?:a|abbr|b|br|cite|code|div|em|font|h[1-6]|i|img|p|q|s|script|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/i;
/** Emphasis as in Markdown: its marks are tight around words, and no letters are beside them. */
const EMPHASIS =
  /(?<![\p{L}\p{N}*_~@/])(\*{1,3}|_{1,3}|~~)(?=[^\s*_~])[^*_~\n]*[^\s*_~]\1(?![\p{L}\p{N}*_~])/u;
/** What opens bold or struck text and is closed nowhere, or beside a letter. */
const LOOSE = /(?<![\p{L}\p{N}*_~/])(?:\*\*|__|~~)(?=[\p{L}\p{N}«“"])/u;
const LINK = /\[[^[\]]+\]\([^()\s]+\)/;
const CODE = /`[^`]+`/;

/** Where a line holds what only a body may: character references, tags, marks of Markdown; or a quotation mark without its partner. */
export function lineMistake(line: string): Mistake | null {
  if (!ANY_CODE.test(line) && !mayHoldLoneMark(line)) return null;
  const text = withoutEscapes(line);
  return referenceIn(text) ?? markupIn(text) ?? quotationIn(text);
}

function referenceIn(text: string): Mistake | null {
  for (const [reference] of text.matchAll(REFERENCE)) {
    const character = namedCharacter(reference);
    if (character === null) continue;
    const sign = /^\s$/.test(character) ? 'une espace' : character;
    return markup(
      `Les lecteurs verraient le code «\u00a0${reference}\u00a0»\u202f; écrivez le signe lui-même (${sign}) ou, pour montrer ce code, «\u00a0\\${reference}\u00a0».`,
    );
  }
  return null;
}

function markupIn(text: string): Mistake | null {
  const found = (TAG.exec(text) ??
    EMPHASIS.exec(text) ??
    LOOSE.exec(text) ??
    LINK.exec(text) ??
    CODE.exec(text))?.[0];
  if (found === undefined) return null;
  return markup(
    `Les lecteurs verraient «\u00a0${shorten(found)}\u00a0» tel quel, car un champ ou une légende est du texte simple\u202f; retirez ce balisage ou, pour montrer ses signes, mettez «\u00a0\\\u00a0» devant chacun.`,
  );
}

function markup(message: string): Mistake {
  return { rule: 'markup-in-field', message };
}

/** Behind a figure a straight mark may be inches, seconds or minutes. */
export function quotationIn(text: string): Mistake | null {
  const lone = loneMarkIn(text);
  return lone === undefined ? null : loneQuotationMark(text.slice(lone));
}

function loneMarkIn(text: string): number | undefined {
  const { open, closing } = findQuotationMarks(text);
  const straight = [
    ...open.filter(at => text[at] === '"'),
    ...closing.filter(at => text[at] === '"' && !/\d/.test(text[at - 1] ?? '')),
  ];
  const others = mayHoldLoneMark(text) ? loneMarks([{ text, isParagraph: true }]) : [];
  return [...straight, ...others.map(({ at }) => at)].sort((a, b) => a - b)[0];
}

/** @param text from the mark on. */
export function loneQuotationMark(text: string): Mistake {
  const words = shorten(text.replace(/\s+/g, ' ').trim(), 30)
    .replace(/« ?/g, '«\u00a0')
    .replace(/ ?»/g, '\u00a0»');
  return {
    rule: 'quotation-marks',
    message: `Un guillemet n’a pas son pendant, ici\u00a0: ${words} — ajoutez l’autre, de la même sorte, ou, s’il est seul à dessein, mettez devant lui une barre oblique inverse (\\).`,
  };
}

/** A check of a zod schema: reports the mistake of a line. */
export function refuseLineMistake(line: z.core.ParsePayload<string>): void {
  const mistake = lineMistake(line.value);
  if (mistake === null) return;
  const { rule, message } = mistake;
  line.issues.push({ code: 'custom', input: line.value, params: breaks(rule), message });
}
