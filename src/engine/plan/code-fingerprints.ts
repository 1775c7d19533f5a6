// The versions of the code that reads, that finds photographs and looks at them, and that makes pages: each as a hash of its text.
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { hashOf } from '../../hash/hash.ts';

const ROOT = join(import.meta.dirname, '../../..');

export interface CodeFingerprints {
  /** Of what makes articles and comments of files: when it changes, all of them are read again. */
  readonly reading: string;
  /** Of what makes facts of photographs and recordings: when it changes, all of them are looked at again. */
  readonly media: string;
  /** Of what finds them: when it changes, those of all months are found again, and none is looked at. */
  readonly files: string;
  /** Of what makes pages of an edition: when it changes, all of them are rendered again. */
  readonly pages: string;
}

/** The files with which each begins; what they import belongs to it, however far. */
const ENTRIES: Readonly<Record<keyof CodeFingerprints, readonly string[]>> = {
  reading: [
    'src/engine/reading/read-articles.ts',
    'src/engine/reading/read-comments.ts',
    // What it found on a shelf is remembered (`known-shelves.ts`).
    'src/engine/reading/walk-content.ts',
    // What months are summed up in is remembered with their articles.
    'src/edition/month-summary.ts',
  ],
  media: ['src/engine/reading/read-media-file.ts'],
  files: ['src/engine/reading/files-of-months.ts'],
  pages: [
    'src/engine/plan/plan.ts',
    'src/engine/rendering/render-page.ts',
    'src/engine/eleventy-plugin.ts',
    'src/engine/stages/edit.ts',
    '.eleventy.js',
  ],
};

/** Packages of other versions may make other pages of the same code; so may another Node. */
const PACKAGES = ['package.json', 'package-lock.json'];

/**
 * Templates are in none of them; each page counts its own. Nor are styles and client code: a page only names the addresses of
 * what is made of them, and those have a hash. Files are read once a process, which goes on running the code that it began with.
 */
export function codeFingerprints(): CodeFingerprints {
  fingerprints ??= readFingerprints();
  return fingerprints;
}

let fingerprints: CodeFingerprints | null = null;

function readFingerprints(): CodeFingerprints {
  const packages = PACKAGES.map(name => readIfThere(join(ROOT, name)));
  const known: KnownFiles = new Map();
  const filesOf = codeFiles(known);
  const fingerprintOf = (part: keyof CodeFingerprints): string => {
    const files = [...filesOf[part]].sort();
    return hashOf(
      JSON.stringify([process.version, packages, files.map(file => [file, known.get(file)!.hash])]),
    );
  };
  return {
    reading: fingerprintOf('reading'),
    media: fingerprintOf('media'),
    files: fingerprintOf('files'),
    pages: fingerprintOf('pages'),
  };
}

interface CodeFile {
  /** null: there is no such file. */
  readonly hash: string | null;
  /** The paths below the project of the own files that it imports. */
  readonly imports: readonly string[];
}

/** By their paths below the project. Most belong to several fingerprints, and each is read once. */
type KnownFiles = Map<string, CodeFile>;

/** The files that each fingerprint covers, by their paths below the project; what is known of them goes into `known`. */
export function codeFiles(
  known: KnownFiles = new Map(),
): Readonly<Record<keyof CodeFingerprints, ReadonlySet<string>>> {
  return {
    reading: closureOf(ENTRIES.reading, known),
    media: closureOf(ENTRIES.media, known),
    files: closureOf(ENTRIES.files, known),
    pages: closureOf(ENTRIES.pages, known),
  };
}

/** What a module imports of the project's own files when it runs: types are gone by then. */
const IMPORTED =
  /^(?:import|export)(?!\s+type\b)(?:[^'";]*?\bfrom)?\s*['"](\.{1,2}\/[^'"]+)['"]|\bimport\(\s*['"](\.{1,2}\/[^'"]+)['"]|\bnew URL\(\s*['"](\.{1,2}\/[^'"]+)['"]/gm;

/** The files and all that they import, by their path below the project. */
function closureOf(entries: readonly string[], known: KnownFiles): ReadonlySet<string> {
  const closure = new Set<string>();
  const visit = (file: string): void => {
    if (closure.has(file)) return;
    closure.add(file);
    const code = known.get(file) ?? readCode(file);
    known.set(file, code);
    for (const imported of code.imports) visit(imported);
  };
  for (const entry of entries) visit(entry);
  return closure;
}

function readCode(file: string): CodeFile {
  const text = readIfThere(join(ROOT, file));
  if (text === null) return { hash: null, imports: [] };
  const imports = [...text.matchAll(IMPORTED)].map(([, fromImport, called, thread]) =>
    relative(ROOT, join(ROOT, dirname(file), fromImport ?? called ?? thread!)).replaceAll('\\', '/'),
  );
  return { hash: hashOf(text), imports };
}

/** A package installed from elsewhere comes without a lock file. */
function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
