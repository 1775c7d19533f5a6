// Files of the site that are no pages of ours: how the memory tells them from pages.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { hashOf } from '../../hash/hash.ts';
import { filesBelow } from '../../source/files-below.ts';
import { importedFiles } from '../../source/imported-files.ts';
import type { Memory } from '../memory/memory.ts';
import type { RememberedPage } from '../memory/row-formats.ts';

/** Instead of a fingerprint: what Eleventy wrote besides our pages (a site owner's, copied files). Always made anew. */
export const OWNERS = -1;

/** Instead of a fingerprint: a file that is its own fingerprint. */
export const ASSET = -2;

/** The note of the list that the output had when the memory was written (`output/site-list.ts`). */
export const OUTPUT_NOTE = 'output';

/** The note of the key of its folders' stamps (`output/folder-stamps.ts`). */
export const FOLDERS_NOTE = 'folders';

/** The note of the rules by which the files of the site have their headers (`host/header-rules.ts`). */
export const HEADERS_NOTE = 'headers';

/** The note of what was named as not ours. */
export const FOREIGN_NOTE = 'foreign';

/** What the memory keeps of such a file. */
export function fileRow(kind: typeof OWNERS | typeof ASSET, bytesHash: string): RememberedPage {
  return { fingerprint: kind, glance: 0, bytesHash, parts: '', why: '', body: null };
}

/** Addresses of what Eleventy wrote besides our pages. */
export function ownedAddresses(memory: Pick<Memory, 'getNote'>): readonly string[] {
  return JSON.parse(memory.getNote('owned') ?? '[]') as string[];
}

/**
 * Of everything that pages of a site owner's own may be made from: the code, the theme and the data, whole, with what their modules
 * import, wherever that is. The theme's own TypeScript is code; but for `eleventy`, where all is an owner's.
 */
export function ownersFingerprint(code: string, themeDir: string, dataDir: string): string {
  const ofTheme = filesBelow(themeDir).filter(
    ({ file }) => !file.endsWith('.ts') || file.startsWith('eleventy/'),
  );
  const paths = [...ofTheme, ...filesBelow(dataDir)].filter(({ isFile }) => isFile).map(({ path }) => path);
  const all = new Set([...paths, ...importedFiles(paths)]);
  // From the theme: the next machine has the project in another folder.
  const texts = [...all].map(path => `${relative(themeDir, path)} ${hashOf(readFileSync(path))}`);
  return hashOf(JSON.stringify([code, texts.sort()]));
}
