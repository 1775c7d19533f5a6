// The fonts of the theme to the text that has to go with them: whose they are, and their licence.
import { readFileSync } from 'node:fs';
import { FONT_LICENCE_URL } from '../../address/addresses.ts';
import { french } from '../../locale/french.ts';
import type { FontFace } from '../../theme/fonts.ts';
import type { Asset } from './asset.ts';
import { cached } from './asset-cache.ts';
import { sfntOf } from './font-format.ts';
import { NAME, readFontNames } from './font-names.ts';
import { packageFile } from './installed-package.ts';

/**
 * A file of text at a fixed address: per font its name, the name of what it is cut from and the copyright that this one holds, then each
 * licence once. Made once, which takes some hundredths of a second, and kept.
 */
export async function fontLicence(faces: readonly FontFace[], cacheDir: string): Promise<Asset> {
  const fonts = faces.map(({ family, original, package: source, file }) => ({
    title: french.cutFrom.replace('{family}', family).replace('{original}', original),
    whole: readFileSync(packageFile(source, file)),
    licence: licenceOf(readFileSync(packageFile(source, 'LICENSE'), 'utf8')),
  }));
  const ingredients = fonts.map(({ title, whole, licence }) => [title, whole.toString('latin1'), licence]);
  // The mark tells browsers the encoding where a server does not.
  const bytes = await cached(cacheDir, 'licence-of-fonts', ingredients, async () => {
    const notices = fonts.map(async ({ title, whole }) => `${title}\n${await copyrightOf(whole)}\n`);
    const licences = new Set(fonts.map(({ licence }) => licence));
    return Buffer.from(`\ufeff${[...(await Promise.all(notices)), ...licences].join('\n')}`);
  });
  return { url: FONT_LICENCE_URL, bytes };
}

async function copyrightOf(font: Buffer): Promise<string> {
  const names = readFontNames(await sfntOf(font));
  return names.find(({ id }) => id === NAME.copyright)?.text ?? '';
}

/** Without what the package puts before it: a line that gives the fonts to the firm that hands them out. The fonts themselves know better. */
function licenceOf(text: string): string {
  const begin = text.indexOf('This Font Software is licensed under');
  return begin === -1 ? text : text.slice(begin);
}
