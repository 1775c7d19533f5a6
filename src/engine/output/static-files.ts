// The theme's folder `static` to files that the site holds as they are: `static/favicon.svg` is `/favicon.svg`.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface StaticFile {
  /** Begins with `/`. */
  readonly url: string;
  readonly bytes: Buffer;
}

/** In the order of their addresses; none when the theme has no such folder. Hidden files are passed over. */
export function staticFiles(themeDir: string): readonly StaticFile[] {
  const folder = join(themeDir, 'static');
  return itemsOf(folder)
    .filter(item => item.isFile() && !item.name.startsWith('.'))
    .map(item => join(item.parentPath, item.name))
    .sort()
    .map(path => ({
      url: `/${relative(folder, path).replaceAll('\\', '/')}`,
      bytes: readFileSync(path),
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
