// What the system refuses to one French sentence.
import { OutputBlocked } from '../engine/output/output.ts';
import { innermost } from '../engine/threads/failure.ts';
import { storeWords } from '../locale/store-words.ts';
import { systemWords } from '../locale/system-words.ts';
import { StoreError } from '../store/object-store.ts';

type SystemError = Partial<Pick<NodeJS.ErrnoException, 'code' | 'path'>> & {
  /** SQLite's own code (sqlite.org/rescode.html). */
  readonly errcode?: number;
};

/** By Node's codes (`errno(3)`). */
const BY_CODE: Readonly<Record<string, (path: string | null) => string>> = {
  ENOSPC: systemWords.diskFull,
  EDQUOT: systemWords.diskFull,
  EFBIG: systemWords.diskFull,
  EACCES: systemWords.notAllowed,
  EPERM: systemWords.notAllowed,
  EROFS: systemWords.readOnly,
  EMFILE: systemWords.tooManyFiles,
  ENFILE: systemWords.tooManyFiles,
  ENOMEM: systemWords.noMemory,
  ERR_WORKER_OUT_OF_MEMORY: systemWords.noMemory,
  EIO: systemWords.faultyDisk,
};

/** By the lowest byte of SQLite's codes: FULL, IOERR, READONLY, CANTOPEN, NOMEM. */
const BY_SQLITE_CODE: Readonly<Record<number, (path: string | null) => string>> = {
  13: systemWords.diskFull,
  10: systemWords.faultyDisk,
  8: systemWords.notAllowed,
  14: systemWords.notAllowed,
  7: systemWords.noMemory,
};

/** null: the error is of another kind, a mistake of ours. */
export function systemErrorSentence(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (error instanceof StoreError) return storeWords.failures[error.failure](error.place, error.detail);
  if (error instanceof OutputBlocked) return systemWords.blocked(error.path);
  const { code = '', path, errcode } = innermost(error) as SystemError;
  const sentence = errcode === undefined ? BY_CODE[code] : BY_SQLITE_CODE[errcode & 0xff];
  return sentence?.(path ?? null) ?? null;
}
