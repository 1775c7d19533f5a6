// A name without an ending becomes the mistake of the photograph that has it: nothing else tells a browser its type.
import { closeSync, openSync, readSync } from 'node:fs';
import { posix } from 'node:path';
import type { ContentSource } from '../../content/content-source.ts';
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
export function missingEnding(source: ContentSource, from: string, src: string): Mistake | null {
  if (endingOf(src) !== '') return null;
  const path = posix.normalize(src);
  if (path.split('/').includes('..')) return null;
  for (const folder of src.startsWith('/') ? ['media'] : [posix.dirname(from), 'media']) {
    const type = typeOf(source, posix.join(folder, path));
    if (type === null || type === 'git-lfs') continue;
    return { rule: 'unknown-media-type', message: mediaMessages.withoutEnding(src, ...NAMES[type]) };
  }
  return null;
}

function typeOf(source: ContentSource, file: string): PhotographType | null {
  try {
    if (source.kindOf(file) !== 'file') return null;
    const { path, at } = source.placeOf(file);
    const descriptor = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(FIRST_BYTES);
      return photographType(bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, at)));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return null;
  }
}
