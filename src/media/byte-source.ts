// A file, or bytes in memory, to pieces read at any place: a film of half a gigabyte is never in memory whole.
import type { FileHandle } from 'node:fs/promises';

export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  /** `length` bytes from `offset` on, or as many of them as there are. */
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
