// The theme's tokens to the colours of cards for social networks, or to the mistakes in them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CARD_COLOUR_NAMES, type CardColours } from '../images/card-look.ts';
import { themeMessages } from '../locale/theme-messages.ts';
import type { Checked, Problem } from '../problem/problem.ts';
import { dayTokens } from './day-tokens.ts';

/** CSS Color 4, § 5.2: what every program that draws SVG understands, which is less than browsers do. */
const HEXADECIMAL = /^#(?:[\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i;

/** Those of `styles/tokens.css` in the folder of the theme, by day; or a problem for each that is missing or can't be drawn. */
export function readCardColours(themeDir: string): Checked<CardColours> {
  const file = join(themeDir, 'styles', 'tokens.css');
  const css = readIfThere(file);
  const tokens = dayTokens(css);
  const colours: Partial<Record<keyof CardColours, string>> = {};
  const problems: Problem[] = [];
  for (const name of CARD_COLOUR_NAMES) {
    const colour = tokens.get(name);
    if (colour !== undefined && HEXADECIMAL.test(colour)) colours[name] = colour;
    else {
      problems.push({
        file,
        line: lineOf(name, css),
        column: 1,
        rule: 'card-colour',
        message: themeMessages.cardColour(name, colour ?? null),
      });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: colours as CardColours };
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

/** Where the token was last set; 1: nowhere. */
function lineOf(name: string, css: string): number {
  const at = css.lastIndexOf(`--${name}:`);
  return at === -1 ? 1 : css.slice(0, at).split('\n').length;
}
