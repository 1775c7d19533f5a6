// The drawings of Bootstrap Icons to one file of SVG symbols, of which pages show one by its name.
import { readFileSync } from 'node:fs';
import { ICONS } from '../../theme/icons.ts';
import { type Asset, hashedAsset } from './asset.ts';
import { cached } from './asset-cache.ts';
import { packageFile, packageVersion } from './installed-package.ts';

const PACKAGE = 'bootstrap-icons';

export async function iconSprite(cacheDir: string): Promise<Asset> {
  const ingredients = [packageVersion(PACKAGE), ICONS, SHAPE];
  const bytes = await cached(cacheDir, 'icons.svg', ingredients, () => Buffer.from(sprite()));
  return hashedAsset('icons', 'svg', bytes);
}

/** Raised when `sprite` makes another file of the same drawings. */
const SHAPE = 2;

function sprite(): string {
  const symbols = Object.entries(ICONS).map(
    ([name, drawing]) => `<symbol id="${name}" viewBox="0 0 16 16">${pathsOf(drawing)}</symbol>\n`,
  );
  // Black unless the page's own colour comes through, which it does where the symbol is used.
  return `<svg xmlns="http://www.w3.org/2000/svg" fill="currentColor">\n${symbols.join('')}</svg>\n`;
}

/** What stands within the `svg` element of a drawing. */
function pathsOf(drawing: string): string {
  const svg = readFileSync(packageFile(PACKAGE, `icons/${drawing}.svg`), 'utf8');
  const inside = /<svg[^>]*viewBox="0 0 16 16"[^>]*>(.*)<\/svg>/s.exec(svg);
  if (!inside) throw new Error(`${drawing}.svg is no drawing of 16 by 16`);
  return inside[1]!
    .replace(/\s*\n\s*/g, '')
    .replace(FINER, (_, kept: string, next: string) => rounded(kept, next));
}

/** The decimals of a number that has more than two. */
const FINER = /\.(\d\d)(\d)\d*/g;

/**
 * Two decimals are enough: of a drawing of 16 by 16 that is shown at most twice as large, a hundredth is a fiftieth of a pixel. It spares
 * every page an eighth of the file. What stands before the point stays as it is, since flags of arcs may stand against it: `.996` is `.99`.
 */
function rounded(kept: string, next: string): string {
  const hundredths = Number(kept) + (next >= '5' && kept !== '99' ? 1 : 0);
  return `.${String(hundredths).padStart(2, '0')}`;
}
