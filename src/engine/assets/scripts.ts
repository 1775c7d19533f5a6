// The theme's client code to modules and to the few lines that run before them, or to the mistakes in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildFailure, BuildOptions, Plugin } from 'esbuild';
import { hashOf } from '../../hash/hash.ts';
import { themeMessages } from '../../locale/theme-messages.ts';
import { type Checked, compareProblems, type Problem } from '../../problem/problem.ts';
import { filesBelow } from '../../source/files-below.ts';
import { type Asset, hashedAsset } from './asset.ts';
import { cached } from './asset-cache.ts';
import { packageVersion } from './installed-package.ts';

/** Each module holds all that it imports. */
export interface Scripts {
  /** On every page. */
  readonly main: Asset;
  /** On articles. */
  readonly article: Asset;
  /** On the page of the search alone. */
  readonly search: Asset;
  /** On pages without furniture of their own. */
  readonly furniture: Asset;
  /** Fetched when a reader opens a photograph. */
  readonly viewer: Asset;
  /** Fetched when a reader comes near a form for comments or votes. */
  readonly participation: Asset;
  /** On pages at old addresses. */
  readonly redirect: Asset;
  /** Stands in the page itself. */
  readonly early: string;
  /** In that of the search. */
  readonly searchEarly: string;
}

const OPTIONS = {
  bundle: true,
  minify: true,
  target: 'es2022',
  charset: 'utf8',
  write: false,
  logLevel: 'silent',
  // The settings of the type check (a file beside the client code) have no say in what is delivered.
  tsconfigRaw: '{}',
} satisfies BuildOptions;

/** Rooms of ours from which client code takes what the build does as well: the words of a text, and how they are found. */
const SHARED_ROOMS = ['search', 'source'] as const;
const SRC = join(import.meta.dirname, '../..');

/** They are where this file is, wherever an owner has the theme. */
const sharedRooms: Plugin = {
  name: 'shared rooms',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/\.\.\/search\// }, ({ path }) => ({
      path: join(SRC, path.slice('../../'.length)),
    }));
  },
};

/** Files of `client`, without their ending: each is made into one script, in this format. */
const ENTRIES = {
  main: 'esm',
  article: 'esm',
  search: 'esm',
  furniture: 'esm',
  viewer: 'esm',
  participation: 'esm',
  redirect: 'iife',
  early: 'iife',
  'search-early': 'iife',
} as const;

type Entry = keyof typeof ENTRIES;

/** What the entries make with all that they import; without `keeps` it is not put into the cache. */
export async function clientScripts(
  themeDir: string,
  cacheDir: string,
  keeps = true,
): Promise<Checked<Scripts>> {
  const dir = join(themeDir, 'client');
  const sources = [dir, ...SHARED_ROOMS.map(room => join(SRC, room))].flatMap(folder =>
    filesBelow(folder)
      .filter(({ file }) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map(({ file, path }) => [file, readFileSync(path, 'utf8')]),
  );
  // Of all sources at once: to hash them for each entry would take longer than to read what was kept.
  const ingredients = hashOf(JSON.stringify([packageVersion('esbuild'), OPTIONS, sources]));
  const bytes = new Map<Entry, Buffer>();
  const problems: Problem[] = [];
  let fresh = false;
  await Promise.all(
    (Object.keys(ENTRIES) as Entry[]).map(async entry => {
      const { checked, made } = await script(dir, entry, ingredients, cacheDir, keeps);
      fresh ||= made;
      if (checked.ok) bytes.set(entry, checked.value);
      else problems.push(...checked.problems);
    }),
  );
  // esbuild is a program of its own, which would hold its memory for as long as this one runs.
  if (fresh) (await import('esbuild')).stop();
  if (problems.length > 0) return { ok: false, problems: eachOnce(problems) };
  return {
    ok: true,
    value: {
      main: hashedAsset('quotidien', 'js', bytes.get('main')!),
      article: hashedAsset('article', 'js', bytes.get('article')!),
      search: hashedAsset('search', 'js', bytes.get('search')!),
      furniture: hashedAsset('furniture', 'js', bytes.get('furniture')!),
      viewer: hashedAsset('viewer', 'js', bytes.get('viewer')!),
      participation: hashedAsset('participation', 'js', bytes.get('participation')!),
      redirect: hashedAsset('redirect', 'js', bytes.get('redirect')!),
      early: withinPage(bytes.get('early')!, 'early'),
      searchEarly: withinPage(bytes.get('search-early')!, 'search-early'),
    },
  };
}

/** `made`: esbuild was asked for it; else it was kept. */
async function script(
  dir: string,
  entry: Entry,
  ingredients: string,
  cacheDir: string,
  keeps: boolean,
): Promise<{ readonly checked: Checked<Buffer>; readonly made: boolean }> {
  const format = ENTRIES[entry];
  const file = join(dir, `${entry}.ts`);
  let problems: readonly Problem[] = [];
  let made = false;
  const make = async (): Promise<Buffer | null> => {
    made = true;
    // Imported here and not above: only a build whose client code changed needs it.
    const { build } = await import('esbuild');
    try {
      const { outputFiles } = await build({
        ...OPTIONS,
        format,
        plugins: [sharedRooms],
        entryPoints: [file],
      });
      return Buffer.from(outputFiles[0]!.contents);
    } catch (error) {
      if (!isBuildFailure(error)) throw error;
      problems = error.errors.map(({ location, text }) => ({
        file: location?.file ?? file,
        line: location?.line ?? 1,
        column: (location?.column ?? 0) + 1,
        rule: 'client-script',
        message: themeMessages.script(location?.lineText.trim() ?? '', text),
      }));
      return null;
    }
  };
  const bytes = await cached(cacheDir, `${entry}.js`, [ingredients, format], make, keeps);
  return { checked: bytes === null ? { ok: false, problems } : { ok: true, value: bytes }, made };
}

/** A mistake in a file that several entries import is found for each of them. */
function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(
    (problem, index) => problems.findIndex(other => compareProblems(other, problem) === 0) === index,
  );
}

/** The text of a script as it may stand in a page. */
function withinPage(script: Buffer, entry: Entry): string {
  const text = script.toString().trim();
  // It would end the script in which the text stands (HTML, « Restrictions for contents of script elements »).
  if (/<\/script|<!--/i.test(text)) throw new Error(`client/${entry}.ts holds what may not stand in a page`);
  return text;
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
