// A stream, packed by gzip, by zstd or not at all, becomes its bytes.
import type { Readable } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';

export type Packing = 'plain' | 'gzip' | 'zstd';

/** In bytes. */
const PIECE = 256 * 1024;
/** How many bytes show the packing. */
const MARK_LENGTH = 4;

/** By the first four bytes: RFC 1952, § 2.3.1; RFC 8878, §§ 3.1.1 and 3.1.2 (a frame to be skipped may come first). */
export function packingOf(head: Buffer): Packing {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  const mark = head.length < MARK_LENGTH ? 0 : head.readUInt32LE(0);
  return mark === 0xfd2fb528 || mark >>> 4 === 0x184d2a5 ? 'zstd' : 'plain';
}

const UNPACKERS = {
  gzip: () => createGunzip({ chunkSize: PIECE }),
  zstd: () => createZstdDecompress({ chunkSize: PIECE }),
} as const;

/**
 * @param onPiece is done with a piece when it returns.
 * @returns null: all was given; else what is wrong with the rest, in zlib's words. Rejects when the stream itself fails.
 */
export function unpack(stream: Readable, onPiece: (piece: Buffer) => void): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let mark = Buffer.alloc(0);
    const begin = (isAll: boolean): void => {
      stream.off('data', onFirst).off('end', onEarlyEnd);
      const packing = packingOf(mark);
      if (packing === 'plain') {
        onPiece(mark);
        stream.on('data', onPiece).on('end', () => resolve(null));
        if (isAll) resolve(null);
        return;
      }
      const unpacker = UNPACKERS[packing]();
      // Each piece is taken as it comes: a fault, as where a file was cut, would throw away those that wait.
      unpacker.on('data', onPiece).on('end', () => resolve(null));
      unpacker.on('error', (error: NodeJS.ErrnoException) => {
        stream.destroy();
        resolve(error.code ?? error.message);
      });
      unpacker.write(mark);
      if (isAll) unpacker.end();
      else stream.pipe(unpacker);
    };
    const onFirst = (piece: Buffer): void => {
      mark = Buffer.concat([mark, piece]);
      if (mark.length >= MARK_LENGTH) begin(false);
    };
    const onEarlyEnd = (): void => begin(true);
    stream.on('error', reject).on('data', onFirst).on('end', onEarlyEnd);
  });
}
