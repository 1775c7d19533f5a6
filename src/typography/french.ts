// A text as it was typed becomes the same text as French print sets it: spaces, quotation marks, numbers, accents.
import type { TypographyStep } from './characters.ts';
import { setApostrophes, setDashes, setEllipses } from './marks.ts';
import { holdUnits, setHours, setOrdinals, setThousands } from './numbers.ts';
import { onProseOnly } from './protect.ts';
import { setQuotes } from './quotes.ts';
import { spaceColons, spaceGuillemets, spaceHighMarks } from './spaces.ts';
import { accentCapitals, holdAbbreviations } from './words.ts';

/**
 * The order matters in three places: marks are set before the spaces that stand beside them (`...?`, `"mot"`);
 * thousands come before hours and units, which look at the figures before them; guillemets come last, since the space they need
 * wins over any other.
 */
const STEPS: readonly TypographyStep[] = [
  setEllipses,
  setApostrophes,
  setQuotes,
  setDashes,
  setOrdinals,
  setThousands,
  setHours,
  holdUnits,
  holdAbbreviations,
  accentCapitals,
  spaceHighMarks,
  spaceColons,
  spaceGuillemets,
];

/**
 * Sets a plain text (no Markdown, no HTML) as French is printed.
 *
 * Addresses, code-like words, templates, smileys and character references stay as they are. Idempotent: a text that
 * is set already comes back unchanged. Letters and figures stay too, but for `1ère`, `2ème` and the accents of a short
 * list of words. Rules: Imprimerie nationale, « Lexique des règles typographiques ».
 */
export function typesetFrench(text: string): string {
  return onProseOnly(text, setProse);
}

function setProse(prose: string): string {
  let text = prose;
  for (const step of STEPS) text = step(text);
  return text;
}
