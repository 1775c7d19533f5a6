// The colours of the tokens are far enough apart wherever they meet, by day and by night, and style sheets let no others meet.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { COLOUR_PAIRS, LEAST_OF_TEXT, PARTING_COLOURS } from '../pages/style/colour-pairs.ts';
import { dayTokens } from './day-tokens.ts';

const STYLES = `${import.meta.dirname}/styles`;
const tokens = readFileSync(`${STYLES}/tokens.css`, 'utf8');

/** `light-dark(a, b)` to `light-dark(b, a)`: the day of these is the night of those. */
const byNight = tokens.replaceAll(/light-dark\(([^,()]+), ([^()]+)\)/g, 'light-dark($2, $1)');
const SCHEMES = { light: dayTokens(tokens), dark: dayTokens(byNight) };

describe('the colours of the theme', () => {
  for (const [scheme, colours] of Object.entries(SCHEMES))
    for (const { colour, ground, least } of COLOUR_PAIRS)
      it(`${colour} on ${ground}, ${scheme}: at least ${least} to 1`, () => {
        const ratio = contrast(colours.get(colour)!, colours.get(ground)!);
        assert.ok(ratio >= least, `${ratio.toFixed(2)} to 1`);
      });

  it('are all in a pair', () => {
    const inPairs = new Set([
      ...COLOUR_PAIRS.flatMap(({ colour, ground }) => [colour, ground]),
      ...PARTING_COLOURS,
    ]);
    const all = [...SCHEMES.light].filter(([, value]) => value.startsWith('#')).map(([name]) => name);
    assert.deepEqual(all.sort(), [...inPairs].sort());
  });

  it('are the colour of letters, or the ground of letters, only where a pair says so', () => {
    const ofText = COLOUR_PAIRS.filter(({ least }) => least === LEAST_OF_TEXT);
    const letters = new Set(ofText.map(({ colour }) => colour));
    // Behind a photograph, until it is there.
    const grounds = new Set([...ofText.map(({ ground }) => ground), 'tone']);
    const wrong = globSync('**/*.css', { cwd: STYLES }).flatMap(file => {
      const css = readFileSync(`${STYLES}/${file}`, 'utf8');
      const used = (property: string): readonly string[] =>
        [...css.matchAll(new RegExp(`(?<![\\w-])${property}: [^;]*?var\\(--([\\w-]+)`, 'g'))].map(
          ([, name]) => name!,
        );
      return [
        ...used('color').filter(name => !letters.has(name)),
        ...used('background(?:-color)?').filter(name => !grounds.has(name)),
      ].map(name => `${file}: ${name}`);
    });
    assert.deepEqual(wrong, []);
  });
});

/** WCAG 2.2, « contrast ratio ». Colours are hexadecimal, with three digits or six. */
function contrast(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** WCAG 2.2, « relative luminance »: from 0, black, to 1, white. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? [...colour.slice(1)].map(digit => digit + digit) : null;
  const parts = digits ?? [1, 3, 5].map(at => colour.slice(at, at + 2));
  const [red, green, blue] = parts
    .map(part => Number.parseInt(part, 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
