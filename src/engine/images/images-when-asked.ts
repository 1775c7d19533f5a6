// Addresses of images that no build has made yet to images, made now and kept for the next build.
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { imagePath } from '../../images/image-cache.ts';
import type { DerivedFiles } from '../../pages/derived-files.ts';
import { type MakingSettings, makeFiles } from './make-files.ts';

export interface AskedImage {
  /** Of its content: `image/avif`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** null: the address is not one of them. Rejects when the image can't be made, with `ContentChanged` until the next build. */
export type ImageWhenAsked = (url: string) => Promise<AskedImage | null>;

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/**
 * `files` gives those of the latest build; null: there was none. An image that the output has already, as `isThere` says, is left
 * to the server.
 */
export function imagesWhenAsked(
  settings: Omit<MakingSettings, 'onProgress'>,
  files: () => DerivedFiles | null,
  isThere: (url: string) => boolean,
): ImageWhenAsked {
  return async url => {
    const known = files();
    const type = TYPES[extname(url)];
    if (type === undefined || !known?.has(url) || isThere(url)) return null;
    await makeFiles([url], known, { ...settings, onProgress: () => {} });
    return { type, bytes: await readFile(imagePath(settings.cacheDir, url)) };
  };
}
