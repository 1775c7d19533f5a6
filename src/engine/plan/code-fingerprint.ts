// The version of the code that makes pages, as a hash of its text.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../hash/hash.ts';

const ROOT = join(import.meta.dirname, '../../..');

/**
 * Of every TypeScript file of the project but its tests, its Eleventy settings, and the exact versions of what it depends
 * on: any of them may change a page. Templates are not in it; each page counts its own. Nor are styles and client code: a
 * page only names the addresses of what is made of them, and those have a hash.
 */
export function codeFingerprint(): string {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('theme/client/'))
    .sort()
    .map(name => join('src', name));
  const files = [...sources, '.eleventy.js', 'package.json', 'package-lock.json'];
  return hashOf(
    JSON.stringify([process.version, ...files.map(name => [name, readIfThere(join(ROOT, name))])]),
  );
}

/** A package installed from elsewhere comes without a lock file. */
function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
