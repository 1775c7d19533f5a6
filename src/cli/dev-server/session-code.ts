// The code that a session of `npm run dev` is loaded with: which files it is, whether they are as they were, and when they change.
import { readFileSync, statSync, unwatchFile, watchFile } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { hashOf } from '../../hash/hash.ts';
import { filesBelow } from '../../source/files-below.ts';
import { importedFiles } from '../../source/imported-files.ts';
import { watchFolders } from '../watch-folders.ts';

const ROOT = join(import.meta.dirname, '../../..');
const SOURCES = join(ROOT, 'src');

/** The last is written by npm when it has installed packages. */
const AROUND = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json'];

/** Eleventy's settings. */
const SETTINGS = join(ROOT, '.eleventy.js');

/** Milliseconds between two looks at files that are in no watched folder. */
const PAUSE = 500;

/** Paths to hashes. */
export type CodeState = ReadonlyMap<string, string>;

/** Of what a build reads anew by itself: pages, styles and scripts of the theme, and the owner's modules beside their pages. */
const READ_ANEW = /^theme\/(?:client|eleventy|static|styles)\//;

/** All code that this process may have loaded. */
export function codeState(): CodeState {
  const sources = filesBelow(SOURCES)
    .filter(({ file, isFile }) => isFile && /\.(?:[cm]?[jt]s|json)$/.test(file))
    .filter(({ file }) => !READ_ANEW.test(file) && !file.endsWith('.test.ts'))
    .map(({ path }) => path);
  return new Map([...sources, ...outsideFiles()].map(path => [path, hashOfFile(path)]));
}

/** The files that are not as they were. Quick enough to be asked before every build: new ones are not looked for. */
export function changedCode(before: CodeState): readonly string[] {
  return [...before].filter(([path, hash]) => hashOfFile(path) !== hash).map(([path]) => path);
}

/** Whether there is any difference, new files too. */
export function isSameCode(a: CodeState, b: CodeState): boolean {
  return a.size === b.size && [...a].every(([path, hash]) => b.get(path) === hash);
}

function outsideFiles(): readonly string[] {
  let imported: readonly string[] = [];
  try {
    imported = [...importedFiles([SETTINGS])].filter(path => relative(SOURCES, path).startsWith(`..${sep}`));
  } catch {
    // Settings that are gone are a change of their own.
  }
  return [...AROUND.map(name => join(ROOT, name)), SETTINGS, ...imported];
}

/** Of a file that is as it was, the hash is known. */
const known = new Map<string, { readonly stamp: string; readonly hash: string }>();

function hashOfFile(path: string): string {
  try {
    const { mtimeMs, ctimeMs, size, ino } = statSync(path);
    const stamp = [mtimeMs, ctimeMs, size, ino].join(' ');
    const before = known.get(path);
    if (before?.stamp === stamp) return before.hash;
    const hash = hashOf(readFileSync(path));
    known.set(path, { stamp, hash });
    return hash;
  } catch {
    return '';
  }
}

/** Calls `onChange` after something of it was written, even if it is as before. Returns what ends it. */
export function watchCode(onChange: () => void, onTrouble: (error: Error) => void): () => void {
  const files = outsideFiles();
  // Few, and two of them are hidden or in a folder of thousands: looked at by their names, they may come and go.
  for (const path of files) watchFile(path, { interval: PAUSE, persistent: false }, onChange);
  const close = watchFolders([SOURCES], { onChange, onTrouble });
  return () => {
    close();
    for (const path of files) unwatchFile(path, onChange);
  };
}
