// A film or a sound, read in pieces, to what the library MediaInfo finds in it.
import type { MediaInfo, Track } from 'mediainfo.js';
import type { ByteSource } from './byte-source.ts';

/**
 * Bytes of one file that the library is given at most. It asks for one to two million of a film of any size; damage may send it
 * to and fro within the file.
 */
const MOST_READ = 64 * 1024 * 1024;

/** Imported when the first recording has to be looked at, so that builds without one don't wait for it. */
let library: Promise<MediaInfo> | null = null;

let previous: Promise<unknown> = Promise.resolve();

/**
 * The library has one file in hand at a time, so calls wait for one another. Throws only what `source` does.
 * @returns the file as a whole, then its tracks; null: its bytes are in such disorder that the library gave up.
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
    // No bytes: the library makes do with what it has seen.
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
    // WebAssembly stopped at an access outside its memory, say. Nothing tells what state that left it in.
    library = null;
    if (sourceFailure !== null) throw (sourceFailure as { readonly error: unknown }).error;
    return null;
  }
}
