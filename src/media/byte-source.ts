// A file, or bytes in memory, becomes a source that gives pieces from any place: no film has to be in memory whole.
import type { FileHandle } from 'node:fs/promises';

export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** Gives `length` bytes from `offset` on, or fewer at the end. */
  readonly read: (offset: number, length: number) => Promise<Buffer>;
}

export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => Buffer.from(bytes.subarray(offset, offset + length)),
  };
}

export async function bytesOfFile(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    read: async (offset, length) => {
      const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await file.read(buffer, 0, buffer.length, offset);
      return buffer.subarray(0, bytesRead);
    },
  };
}
