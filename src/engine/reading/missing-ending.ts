// A name without an ending becomes the mistake of the photograph that has it: nothing else tells a browser its type.
import { closeSync, lstatSync, openSync, readSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type PhotographType, photographType } from '../../images/photograph-type.ts';
import { endingOf } from '../../media/media-kinds.ts';
import { mediaMessages } from '../../media/media-messages.ts';
import type { Mistake } from '../../problem/problem.ts';

const NAMES: Readonly<Record<Exclude<PhotographType, 'git-lfs'>, readonly [type: string, ending: string]>> = {
  jpeg: ['JPEG', '.jpg'],
  png: ['PNG', '.png'],
  webp: ['WebP', '.webp'],
  avif: ['AVIF', '.avif'],
  tiff: ['TIFF', '.tif'],
  gif: ['GIF', '.gif'],
  svg: ['SVG', '.svg'],
  heic: ['HEIC', '.heic'],
};

/** Enough to see an SVG's root element. */
const FIRST_BYTES = 16_384;

/**
 * null: the name has an ending, or no photograph has the name.
 * @param from the Markdown file that names it, below the content folder.
 */
export function missingEnding(contentDir: string, from: string, src: string): Mistake | null {
  if (endingOf(src) !== '') return null;
  const path = posix.normalize(src);
  if (path.split('/').includes('..')) return null;
  for (const folder of src.startsWith('/') ? ['media'] : [posix.dirname(from), 'media']) {
    const type = typeOf(join(contentDir, folder, path));
    if (type === null || type === 'git-lfs') continue;
    return { rule: 'unknown-media-type', message: mediaMessages.withoutEnding(src, ...NAMES[type]) };
  }
  return null;
}

function typeOf(file: string): PhotographType | null {
  try {
    if (!lstatSync(file).isFile()) return null;
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(FIRST_BYTES);
      return photographType(bytes.subarray(0, readSync(descriptor, bytes)));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return null;
  }
}
