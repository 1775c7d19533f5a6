// The theme's folder `static` to files that the site holds as they are: `static/favicon.svg` is `/favicon.svg`.
import { type Dirent, readdirSync, readFileSync } from 'node:fs';
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
  return filesBelow(folder)
    .sort()
    .map(path => ({
      url: root + urlOf(relative(folder, path).replaceAll('\\', '/')).slice(1),
      bytes: readFileSync(path),
      source: path,
    }));
}

/** Not `readdirSync` with `recursive`: that follows links to folders, and would publish what is in them. */
function filesBelow(folder: string): string[] {
  return itemsOf(folder).flatMap(item => {
    const path = join(folder, item.name);
    if (item.isDirectory()) return filesBelow(path);
    return item.isFile() && !item.name.startsWith('.') ? [path] : [];
  });
}

/** Nothing when there is no such folder. */
export function itemsOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return [];
  }
}
