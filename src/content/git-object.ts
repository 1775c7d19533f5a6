// What git prints of one object, to its id, its type and its bytes.

export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly bytes: Buffer;
}

/** An object, or the line that says why there is none, and where what follows it begins. */
export interface PrintedObject {
  readonly object: GitObject | null;
  readonly header: string;
  readonly end: number;
}

/** @param printed by `git cat-file --batch` (git-cat-file(1), « BATCH OUTPUT »): `<id> <type> <size>`, a line's end, the bytes, a line's end. */
export function objectIn(printed: Buffer, at: number): PrintedObject {
  const line = printed.indexOf('\n', at);
  const headerEnd = line === -1 ? printed.length : line;
  const header = printed.toString('latin1', at, headerEnd);
  const [, id, type, size] = /^([0-9a-f]+) ([a-z]+) (\d+)$/.exec(header) ?? [];
  if (id === undefined || type === undefined) return { object: null, header, end: headerEnd + 1 };
  const end = headerEnd + 1 + Number(size);
  return { object: { id, type, bytes: printed.subarray(headerEnd + 1, end) }, header, end: end + 1 };
}
