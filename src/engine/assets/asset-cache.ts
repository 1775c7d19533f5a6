// Bytes that take long to make, kept in the cache folder under the hash of all that they are made from.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from '../../hash/hash.ts';

/** The folder of the cache that `npm run clean` removes. */
export const ASSETS_FOLDER = 'assets';

/** Before the bytes stands their hash: a file that is cut short or changed is made anew. */
const HASH_LENGTH = hashOf('').length;

/**
 * What `make` gave for `ingredients` in an earlier build, or gives now. `name` (`serif.woff2`) is a file's of its own: of
 * each name only the newest is kept, and a failure (null) not at all. The cache is a help, no condition: when it cannot be
 * written, the bytes are given all the same; without `keeps` it is only read.
 */
export async function cached<Made extends Buffer | null>(
  cacheDir: string,
  name: string,
  ingredients: readonly unknown[],
  make: () => Promise<Made> | Made,
  keeps = true,
): Promise<Made | Buffer> {
  const dir = join(cacheDir, ASSETS_FOLDER);
  const file = `${name}.${hashOf(JSON.stringify(ingredients))}`;
  const known = intactBytes(join(dir, file));
  if (known) return known;
  const bytes = await make();
  if (bytes !== null && keeps) keep(dir, name, file, bytes);
  return bytes;
}

function intactBytes(path: string): Buffer | null {
  let held: Buffer;
  try {
    held = readFileSync(path);
  } catch {
    return null;
  }
  const bytes = held.subarray(HASH_LENGTH);
  return held.toString('latin1', 0, HASH_LENGTH) === hashOf(bytes) ? bytes : null;
}

function keep(dir: string, name: string, file: string, bytes: Buffer): void {
  try {
    mkdirSync(dir, { recursive: true });
    // Renamed into place: another build, or the next one after this was killed, never meets half of it.
    const half = join(dir, `${name}.half-${process.pid}`);
    writeFileSync(half, Buffer.concat([Buffer.from(hashOf(bytes), 'latin1'), bytes]));
    renameSync(half, join(dir, file));
    for (const other of readdirSync(dir))
      if (other !== file && other.startsWith(`${name}.`)) rmSync(join(dir, other), { force: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}
