// A film or a sound, in pieces, becomes a list of what the library MediaInfo finds in it.
import type { MediaInfo, Track } from 'mediainfo.js';
import type { ByteSource } from './byte-source.ts';

/**
 * The most bytes of one file that the library may read. For a film of any size one or two million are enough; in a damaged file
 * the library may jump to and fro without end.
 */
const MOST_READ = 64 * 1024 * 1024;

/** The first recording imports it, so that builds without new recordings don't wait for it. */
let library: Promise<MediaInfo> | null = null;

let previous: Promise<unknown> = Promise.resolve();

/**
 * The library reads one file at a time, so calls wait for one another. Throws only what `source` throws.
 * @returns an entry for the file as a whole, then one for each track; null when damage in the file made the library fail.
 */
export function inspectRecording(source: ByteSource): Promise<readonly Track[] | null> {
  const inspection = previous.then(() => inspect(source));
  previous = inspection.catch(() => {});
  return inspection;
}

async function inspect(source: ByteSource): Promise<readonly Track[] | null> {
  library ??= import('mediainfo.js').then(({ mediaInfoFactory }) => mediaInfoFactory());
  const mediaInfo = await library;
  let given = 0;
  let sourceFailure: { readonly error: unknown } | null = null;
  const readChunk = async (length: number, offset: number) => {
    // Without more bytes the library reports what it has found so far.
    if (given >= MOST_READ) return new Uint8Array();
    try {
      const bytes = await source.read(offset, length);
      given += bytes.length;
      return bytes;
    } catch (error) {
      sourceFailure = { error };
      throw error;
    }
  };
  try {
    const { media } = await mediaInfo.analyzeData(source.size, readChunk);
    return media?.track ?? [];
  } catch {
    // For example, WebAssembly trapped at an access outside its memory. The next file needs a fresh library.
    library = null;
    if (sourceFailure !== null) throw (sourceFailure as { readonly error: unknown }).error;
    return null;
  }
}
