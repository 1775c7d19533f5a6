// The fonts of the theme to files that hold only what French needs, to the rules by which style sheets take them, and to
// the letters of social cards.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CARD_FONTS, type CardFont } from '../../images/card-look.ts';
import {
  CHARACTERS,
  FONT_DISPLAY,
  type FontFace,
  type FontStack,
  type LocalFace,
} from '../../theme/fonts.ts';
import { type Asset, hashedAsset } from './asset.ts';
import { cached } from './asset-cache.ts';
import { cutFont } from './font-cutter.ts';
import { packageFile, packageVersion } from './installed-package.ts';

/** One more whenever `font-cutter.ts` makes another file of the same. */
const CUT = 2;

/** WOFF2 files, named after their `family`; a font is cut once, which takes half a second, and kept. */
export async function fontAssets(faces: readonly FontFace[], cacheDir: string): Promise<readonly Asset[]> {
  const cutter = packageVersion('subset-font');
  return Promise.all(
    faces.map(async ({ name, family, package: source, file, weight }) => {
      const whole = readFileSync(packageFile(source, file));
      const ingredients = [CUT, cutter, CHARACTERS, family, weight, whole.toString('latin1')];
      const bytes = await cached(cacheDir, `${name}.woff2`, ingredients, () =>
        cutFont({ to: 'web', whole, weight, family }),
      );
      return hashedAsset(name, 'woff2', bytes);
    }),
  );
}

/**
 * TrueType files for `openCardPrinter`, each with all letters of its source; made once, which takes a tenth of a second, and kept. No site
 * holds them (a card is a picture), so they keep their names.
 */
export async function cardFonts(
  cacheDir: string,
): Promise<{ readonly serif: readonly Buffer[]; readonly sans: readonly Buffer[] }> {
  const [serif, sans] = await Promise.all([
    cardFontFiles(CARD_FONTS.serif, cacheDir),
    cardFontFiles(CARD_FONTS.sans, cacheDir),
  ]);
  return { serif, sans };
}

function cardFontFiles(font: CardFont, cacheDir: string): Promise<readonly Buffer[]> {
  const { package: source, version, files, weight } = font;
  const cutter = packageVersion('subset-font');
  return Promise.all(
    files.map(file =>
      cached(cacheDir, `${basename(file, '.woff2')}.ttf`, [cutter, source, version, file, weight], () =>
        cutFont({ to: 'card', whole: readFileSync(packageFile(source, file)), weight }),
      ),
    ),
  );
}

/**
 * The rules of all stacks: our fonts (`assets` in the order of `stacks`), what of the reader's is fitted to them, and the custom
 * properties that name all of them in order.
 */
export function fontSheet(stacks: readonly FontStack[], assets: readonly Asset[]): string {
  const rules = stacks.flatMap((stack, index) => [
    ourRule(stack.face, assets[index]!.url),
    ...stack.italics.map(face => localRule(stack, stack.face.family, face, 'italic')),
    ...stack.fallbacks.flatMap(({ family, faces }) =>
      faces.map(face => localRule(stack, family, face, 'normal')),
    ),
  ]);
  const properties = stacks.map(stack => `${stack.property}: ${familyList(stack)};`);
  return `${rules.join('\n')}\n@layer tokens {\n:root {\n${properties.join('\n')}\n}\n}\n`;
}

function familyList({ face, fallbacks, generic }: FontStack): string {
  return [...[face, ...fallbacks].map(({ family }) => `"${family}"`), generic].join(', ');
}

function ourRule({ family, weight }: FontFace, url: string): string {
  const weights = typeof weight === 'number' ? weight : `${weight.min} ${weight.max}`;
  return `@font-face { font-family: "${family}"; src: url("${url}") format("woff2"); font-weight: ${weights}; font-display: ${FONT_DISPLAY}; }`;
}

function localRule(
  { ascent, descent }: FontStack,
  family: string,
  { weight, local, size }: LocalFace,
  style: 'normal' | 'italic',
): string {
  const sources = local.map(name => `local("${name}")`).join(', ');
  // Heights are counted in the size after `size-adjust` (CSS Fonts 5, § 2.2), ours in the size before.
  const height = (percent: number): string => `${Math.round((percent * 10000) / size) / 100}%`;
  return (
    `@font-face { font-family: "${family}"; src: ${sources}; font-weight: ${weight}; font-style: ${style}; size-adjust: ${size}%; ` +
    `ascent-override: ${height(ascent)}; descent-override: ${height(descent)}; line-gap-override: 0%; }`
  );
}
