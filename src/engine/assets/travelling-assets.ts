// What was made of the theme to the memory that travels, and from it to the cache of a machine that begins with nothing: to make it again takes longer than all else.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Memory } from '../memory/memory.ts';
import { TableDamaged } from '../memory/parts.ts';
import { ASSETS_FOLDER } from './asset-cache.ts';

/** The letters of social cards: as large as all else together, and made in a tenth of a second. */
const LETTERS_OF_CARDS = '.ttf';

/** A machine that has made something itself is given nothing. Throws `TableDamaged` at a name that would lead out of the cache: whoever can write into the state must not write to this machine. */
export function bringAssets({ assets }: Pick<Memory, 'assets'>, cacheDir: string): void {
  const folder = join(cacheDir, ASSETS_FOLDER);
  if (existsSync(folder)) return;
  for (const [name, text] of assets.all()) {
    if (basename(name) !== name) throw new TableDamaged(`asset ${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), bytesOf(text));
  }
}

/** What this machine has of it is what the next one gets. */
export function keepAssets({ assets }: Pick<Memory, 'assets'>, cacheDir: string): void {
  const folder = join(cacheDir, ASSETS_FOLDER);
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const stays = new Set(names.filter(name => !name.includes(`${LETTERS_OF_CARDS}.`)));
  for (const name of stays) assets.put(name, textOf(readFileSync(join(folder, name))));
  for (const [name] of [...assets.all()]) if (!stays.has(name)) assets.drop(name);
}

const AS_TEXT = 't';
const AS_BASE64 = 'b';

function textOf(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? AS_TEXT + text : AS_BASE64 + bytes.toString('base64');
}

function bytesOf(kept: string): Buffer {
  return Buffer.from(kept.slice(1), kept.startsWith(AS_TEXT) ? 'utf8' : 'base64');
}
