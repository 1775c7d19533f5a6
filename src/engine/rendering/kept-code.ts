// Templates to the JavaScript that an earlier build on this machine made of them: to compile a whole theme takes a tenth of a second.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../hash/hash.ts';

/** Below the cache folder. Its first line is the hash of all others. */
export const TEMPLATES_FILE = 'templates.json';

export interface KeptCode {
  /** Of a template; it is compiled where it is not known. */
  of(template: string): string;
  /** Writes down what was asked for, if some of it is new, and forgets the rest. */
  keep(): void;
}

/** By the hash of each template. */
interface Kept {
  readonly version: string;
  readonly code: Readonly<Record<string, string>>;
}

/**
 * @param version of whatever `compile` follows from besides the template.
 * @param compile a template to JavaScript.
 */
export function keptCode(cacheDir: string, version: string, compile: (template: string) => string): KeptCode {
  const path = join(cacheDir, TEMPLATES_FILE);
  const known = readKept(path, version);
  const asked: Record<string, string> = {};
  let isNew = false;
  return {
    of(template) {
      const key = hashOf(template);
      const before = known[key];
      if (before === undefined) isNew = true;
      const code = before ?? compile(template);
      asked[key] = code;
      return code;
    },
    keep() {
      if (isNew) writeKept(path, cacheDir, { version, code: asked });
    },
  };
}

/** Nothing, if another version wrote it or its bytes are damaged. */
function readKept(path: string, version: string): Kept['code'] {
  try {
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (hashOf(body) !== text.slice(0, end)) return {};
    const kept = JSON.parse(body) as Kept;
    return kept.version === version ? kept.code : {};
  } catch {
    return {};
  }
}

/** Whole or not at all. Where nothing can be written the next build compiles again, and loses no more than that. */
function writeKept(path: string, cacheDir: string, kept: Kept): void {
  const half = `${path}.half-${process.pid}`;
  try {
    const body = JSON.stringify(kept);
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(half, `${hashOf(body)}\n${body}`);
    renameSync(half, path);
  } catch {
    if (existsSync(half)) rmSync(half);
  }
}
