// A text as typed becomes the same text with French typography: spaces, quotation marks, numbers, accents.
import type { TypographyStep } from './characters.ts';
import { setApostrophes, setDashes, setEllipses } from './marks.ts';
import { bindUnits, setHours, setOrdinals, setThousands } from './numbers.ts';
import { onProseOnly } from './prose-only.ts';
import { setQuotes } from './quotes.ts';
import { spaceColons, spaceGuillemets, spaceHighMarks } from './spaces.ts';
import { accentCapitals, bindAbbreviations } from './words.ts';

/**
 * The order matters three times. Marks come before the spaces beside them (`...?`, `"mot"`). Thousands come before
 * hours and units, whose rules look at the figures in front of them. Guillemets come last, since the space inside
 * them replaces any other space.
 */
const STEPS: readonly TypographyStep[] = [
  setEllipses,
  setApostrophes,
  setQuotes,
  setDashes,
  setOrdinals,
  setThousands,
  setHours,
  bindUnits,
  bindAbbreviations,
  accentCapitals,
  spaceHighMarks,
  spaceColons,
  spaceGuillemets,
];

/**
 * Applies French typography to a plain text (no Markdown, no HTML).
 *
 * Addresses, code-like words, templates, smileys and character references stay as typed. Letters and figures stay too,
 * except in `1ère`, `2ème` and a short list of words with a bare capital. Idempotent: a second call changes nothing.
 * Rules: Imprimerie nationale, « Lexique des règles typographiques ».
 */
export function typesetFrench(text: string): string {
  return onProseOnly(text, setProse);
}

function setProse(prose: string): string {
  let text = prose;
  for (const step of STEPS) text = step(text);
  return text;
}
