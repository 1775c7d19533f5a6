// Requests for images that no build has made yet to images, made now and kept for the next build.
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { imagePath } from '../../images/image-cache.ts';
import type { DerivedFiles } from '../../pages/derived-files.ts';
import { type MakingSettings, makeFiles } from './make-files.ts';

/** Answers a request, or hands it on. */
export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

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
): Middleware {
  return (request, response, next) => {
    const url = (request.url ?? '').replace(/[?#].*$/, '');
    const known = files();
    if (!known?.has(url) || isThere(url)) {
      next();
      return;
    }
    const send = (): void => {
      response.writeHead(200, { 'Content-Type': TYPES[extname(url)] });
      response.end(readFileSync(imagePath(settings.cacheDir, url)));
    };
    makeFiles([url], known, { ...settings, onProgress: () => {} }).then(send, () => {
      // The photograph changed since the build, which another one is about to see.
      response.writeHead(503, { 'Retry-After': '1' });
      response.end();
    });
  };
}
