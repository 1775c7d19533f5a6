// Requests for images that no build has made yet to images, made now and kept for the next build.
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { outputPath } from '../address/addresses.ts';
import type { FileSources } from '../engine/images/file-sources.ts';
import { makeFiles } from '../engine/images/make-files.ts';
import { imagePath } from '../images/image-cache.ts';
import type { BuildCommandOptions } from './command-line.ts';
import type { Middleware } from './dev-server.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** `sources` gives those of the latest build; null: there was none. What a build has written already is left to the server. */
export function imagesWhenAsked(
  { contentDir, cacheDir, outputDir, workers }: BuildCommandOptions,
  sources: () => FileSources | null,
): Middleware {
  return (request, response, next) => {
    const url = (request.url ?? '').replace(/[?#].*$/, '');
    const known = sources();
    if (!known?.has(url) || existsSync(join(outputDir, outputPath(url)))) {
      next();
      return;
    }
    const send = (): void => {
      response.writeHead(200, { 'Content-Type': TYPES[extname(url)] });
      response.end(readFileSync(imagePath(cacheDir, url)));
    };
    makeFiles([url], known, { contentDir, cacheDir, workers, onProgress: () => {} }).then(send, () => {
      // The photograph changed since the build, which another one is about to see.
      response.writeHead(503, { 'Retry-After': '1' });
      response.end();
    });
  };
}
