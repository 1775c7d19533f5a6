// The image library, set up for a build: imported when the first picture has to be looked at, so that builds without one don't wait for it.
import type { SharpConstructor } from 'sharp';

let loading: Promise<SharpConstructor> | null = null;

export function loadSharp(): Promise<SharpConstructor> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    // Encoders of AVIF give other bytes with other numbers of threads, so every machine takes one. Several files in
    // work at once use the cores as well.
    sharp.concurrency(1);
    // No picture is opened twice, so what the library would keep of the last ones is only memory.
    sharp.cache(false);
    return sharp;
  });
  return loading;
}
