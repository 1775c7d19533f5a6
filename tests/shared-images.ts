// Images take long to make, and tests build the same ones again and again: they share what any of them has made.
import { existsSync, globSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../src/hash/hash.ts';

const ROOT = join(import.meta.dirname, '..');

/** A folder for each state of the code that makes images: what older code made is never taken for this one's. */
const SHARED = join(ROOT, '.cache/tests', imagesOfThisCode());

function imagesOfThisCode(): string {
  const files = globSync('src/{images,map}/**/*.ts', { cwd: ROOT })
    .filter(file => !file.endsWith('.test.ts'))
    .sort();
  const texts = files.map(file => readFileSync(join(ROOT, file), 'utf8'));
  return hashOf(JSON.stringify([files, texts, readFileSync(join(ROOT, 'package-lock.json'), 'utf8')]));
}

/** Builds with this cache take images from the shared folder, and leave theirs there. */
export function shareImages(cacheDir: string): void {
  const own = join(cacheDir, 'images');
  if (existsSync(own)) return;
  mkdirSync(SHARED, { recursive: true });
  mkdirSync(cacheDir, { recursive: true });
  symlinkSync(SHARED, own);
}
