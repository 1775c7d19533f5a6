// What a server is asked by SFTP, and what its refusals mean.
import type { FileFacts } from './file-access.ts';
import { StoreError, type StoreFailure } from './object-store.ts';
import type { SftpAnswer, SftpClient } from './sftp-client.ts';
import { EXTENSION, type Field, PACKET, STATUS } from './sftp-packets.ts';

/** Of the flags of statvfs(3), as OpenSSH hands them on. */
const READ_ONLY = 1n;

/** Anything but what a request asks for. */
export interface Refusal {
  readonly code: number;
  readonly words: string;
}

export interface SftpConversation {
  ask(type: number, ...fields: Field[]): Promise<SftpAnswer>;
  /** Of requests that are answered by a status alone: it may be « ok ». */
  statusOf(type: number, ...fields: Field[]): Promise<Refusal>;
  /** The handle of what was opened. */
  handleOr(type: number, ...fields: Field[]): Promise<Buffer | Refusal>;
  /** By a name of `EXTENSION`; « unsupported » where the server does not have it. */
  extended(name: string, ...fields: Field[]): Promise<Refusal>;
  /** null: nothing is at that path. */
  look(path: string): Promise<FileFacts | null>;
  failureOf(refusal: Refusal): Promise<StoreError>;
}

/** `at` makes the server's own path of one below the place. */
export function sftpConversation(
  place: string,
  at: (path: string) => string,
  connect: () => Promise<SftpClient>,
): SftpConversation {
  const ask = async (type: number, ...fields: Field[]): Promise<SftpAnswer> =>
    (await connect()).request(type, ...fields);
  const statusOf = async (type: number, ...fields: Field[]): Promise<Refusal> =>
    refusalIn(await ask(type, ...fields)) ?? { code: STATUS.failure, words: 'SFTP' };
  const handleOr = async (type: number, ...fields: Field[]): Promise<Buffer | Refusal> => {
    const answer = await ask(type, ...fields);
    return refusalIn(answer) ?? answer.fields.bytes();
  };
  const extended = async (name: string, ...fields: Field[]): Promise<Refusal> =>
    (await connect()).extensions.has(name)
      ? statusOf(PACKET.extended, name, ...fields)
      : { code: STATUS.unsupported, words: name };

  const look = async (path: string): Promise<FileFacts | null> => {
    const answer = await ask(PACKET.lookAtLink, at(path));
    if (answer.type === PACKET.attributes) return answer.fields.facts();
    const refusal = refusalIn(answer)!;
    if (refusal.code === STATUS.noSuchFile) return null;
    throw await failureOf(refusal);
  };

  /** Version 3 has one word for a disk that is full, one that may only be read, and much else; but servers tell how much is free. */
  const whyNot = async (): Promise<StoreFailure> => {
    const client = await connect();
    if (!client.extensions.has(EXTENSION.space)) return 'other';
    const { type, fields } = await client.request(PACKET.extended, EXTENSION.space, at(''));
    if (type !== PACKET.extendedReply) return 'other';
    // `bsize`, `frsize`, `blocks`, `bfree`, `bavail`, `files`, `ffree`, `favail`, `fsid`, `flag` of statvfs(3).
    const [, , blocks = 0n, , free, files = 0n, , freeFiles, , flag = 0n] = Array.from({ length: 10 }, () =>
      fields.long(),
    );
    if (flag & READ_ONLY) return 'refused';
    // File systems that do not count say 0 of 0.
    return (blocks > 0n && free === 0n) || (files > 0n && freeFiles === 0n) ? 'full' : 'other';
  };

  const failureOf = async ({ code, words }: Refusal): Promise<StoreError> => {
    const known: Readonly<Record<number, StoreFailure>> = {
      [STATUS.noSuchFile]: 'no-place',
      [STATUS.permissionDenied]: 'refused',
    };
    const failure = code === STATUS.failure ? await whyNot() : (known[code] ?? 'other');
    return new StoreError(failure, place, words);
  };

  return { ask, statusOf, handleOr, extended, look, failureOf };
}

/** null: it is no status. */
export function refusalIn({ type, fields }: SftpAnswer): Refusal | null {
  if (type !== PACKET.status) return null;
  const code = fields.number();
  return { code, words: fields.isAtEnd() ? '' : fields.text() };
}
