// Loads sharp, the image library, and sets it up. It is loaded for the first picture, so that builds without pictures don't wait for it.
import type { SharpConstructor } from 'sharp';

let loading: Promise<SharpConstructor> | null = null;

export function loadSharp(): Promise<SharpConstructor> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    // The bytes of an AVIF depend on the number of threads, so every machine uses one. Encoding several files at a time
    // uses the other cores.
    sharp.concurrency(1);
    // No picture is opened twice, so a cache of opened pictures would only take memory.
    sharp.cache(false);
    return sharp;
  });
  return loading;
}
