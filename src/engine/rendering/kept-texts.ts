// What to make a text of, to the text that an earlier build on this machine made: to compile a whole theme, or to render the Markdown of all that feeds show, takes a tenth of a second.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { hashOf } from '../../hash/hash.ts';

/** Below the cache folder: the JavaScript of templates. The first line of such a file is the hash of all others. */
export const TEMPLATES_FILE = 'templates.json';

/** Below the cache folder: the HTML of articles' bodies. */
export const BODIES_FILE = 'bodies.json';

export interface KeptTexts {
  /** Whether the text that is made of `source` need not be made. */
  knows(source: string): boolean;
  of(source: string, make: (source: string) => string): string;
  /** Writes down what was asked for, if some of it is new, and forgets the rest. */
  keep(): void;
}

/** By the hash of what each was made of, the one that was asked for last at the end. */
interface Kept {
  readonly version: string;
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * @param path of the file.
 * @param version of whatever texts follow from besides what they are made of.
 * @param others how many texts are kept besides those that the last build asked for.
 */
export function keptTexts(path: string, version: string, others = 0): KeptTexts {
  const known = readKept(path, version);
  const asked: Record<string, string> = {};
  let isNew = false;
  return {
    knows: source => known[hashOf(source)] !== undefined,
    of(source, make) {
      const key = hashOf(source);
      const before = asked[key] ?? known[key];
      if (before === undefined) isNew = true;
      const text = before ?? make(source);
      asked[key] = text;
      return text;
    },
    keep() {
      if (!isNew) return;
      const spare = Object.entries(known).filter(([key]) => asked[key] === undefined);
      writeKept(path, {
        version,
        texts: { ...Object.fromEntries(others === 0 ? [] : spare.slice(-others)), ...asked },
      });
    },
  };
}

/** Nothing, if another version wrote it or its bytes are damaged. */
function readKept(path: string, version: string): Kept['texts'] {
  try {
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (hashOf(body) !== text.slice(0, end)) return {};
    const kept = JSON.parse(body) as Kept;
    return kept.version === version ? kept.texts : {};
  } catch {
    return {};
  }
}

/** Whole or not at all. Where nothing can be written the next build makes them again, and loses no more than that. */
function writeKept(path: string, kept: Kept): void {
  const half = `${path}.half-${process.pid}`;
  try {
    const body = JSON.stringify(kept);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(half, `${hashOf(body)}\n${body}`);
    renameSync(half, path);
  } catch {
    if (existsSync(half)) rmSync(half);
  }
}
