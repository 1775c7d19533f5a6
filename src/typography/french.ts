// A text as typed becomes the same text with French typography: spaces, quotation marks, numbers, accents.
import { type CutText, type StepGroup, takeSteps } from './edits.ts';
import { setApostrophes, setDashes, setDialogues, setEllipses } from './marks.ts';
import { bindCenturies, setNumbers, setRomanOrdinals } from './numbers.ts';
import { onProseOnly } from './prose-only.ts';
import { setQuotes } from './quotes.ts';
import { spaceClosings, spaceColons, spaceHighMarks, spaceOpenings } from './spaces.ts';
import { accentCapitals, bindTitles } from './words.ts';

/**
 * The order matters twice here. Marks come before the spaces beside them (`...?`, `"mot"`). Guillemets come last, since the
 * space inside them replaces any other space.
 */
const STEPS: StepGroup['steps'] = [
  setEllipses,
  setQuotes,
  setApostrophes,
  setDialogues,
  setDashes,
  setRomanOrdinals,
  setNumbers,
  bindCenturies,
  bindTitles,
  accentCapitals,
  spaceHighMarks,
  spaceColons,
  spaceOpenings,
  spaceClosings,
];

const ONE_PIECE: readonly number[] = [];

/**
 * Applies French typography to a plain text (no Markdown, no HTML).
 *
 * Addresses, code-like words, templates, smileys and character references stay as typed. Letters and figures stay too,
 * except in `1ère`, `2ème` and a short list of words with a bare capital. Idempotent: a second call changes nothing.
 * Rules: Imprimerie nationale, « Lexique des règles typographiques ».
 */
export function typesetFrench(text: string): string {
  return typesetCutText({ text, cuts: ONE_PIECE }).text;
}

/** The same for a text in pieces, with the bounds of the pieces in the new text. */
export function typesetCutText(text: CutText): CutText {
  return onProseOnly(text, prose => takeSteps(prose, STEPS));
}
