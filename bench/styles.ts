// The theme's style sheets as one file, as every program of the bench delivers it: the very file of our own build.
import { join } from 'node:path';
import { themeAssets } from '../src/build/assets/assets.ts';
import { THEME_DIR } from '../src/build/templates.ts';
import { formatProblems } from '../src/problem/format-problems.ts';

export async function bundledStyles(): Promise<string> {
  const assets = await themeAssets(THEME_DIR, join(import.meta.dirname, '../.cache'));
  if (!assets.ok) throw new Error(formatProblems(assets.problems));
  return assets.value.files.find(({ url }) => url.endsWith('.css'))!.bytes.toString();
}
