// The theme's folder `static` to files that the site holds as they are: `static/favicon.svg` is `/favicon.svg`.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { SPECIMENS_URL, urlOf } from '../../address/addresses.ts';

export interface StaticFile {
  /** Begins with `/`. */
  readonly url: string;
  readonly bytes: Buffer;
  readonly source: string;
}

/**
 * In the order of their addresses; none when the theme has no such folder. Hidden files are passed over. With `specimens` those
 * that the style page shows come with them.
 */
export function staticFiles(themeDir: string, specimens: boolean): readonly StaticFile[] {
  return [
    ...filesOf(join(themeDir, 'static'), '/'),
    ...(specimens ? filesOf(join(themeDir, 'specimens'), SPECIMENS_URL) : []),
  ];
}

function filesOf(folder: string, root: string): readonly StaticFile[] {
  return itemsOf(folder)
    .filter(item => item.isFile() && !item.name.startsWith('.'))
    .map(item => join(item.parentPath, item.name))
    .sort()
    .map(path => ({
      url: root + urlOf(relative(folder, path).replaceAll('\\', '/')).slice(1),
      bytes: readFileSync(path),
      source: path,
    }));
}

function itemsOf(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [];
  }
}
