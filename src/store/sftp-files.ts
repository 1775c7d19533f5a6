// The file system of a server, by SFTP.
import type { FileAccess, FileFacts, Outcome } from './file-access.ts';
import { StoreError, type StoreFailure } from './object-store.ts';
import type { SftpAnswer, SftpClient } from './sftp-client.ts';
import { EXTENSION, type Field, NO_ATTRIBUTES, OPEN, PACKET, STATUS } from './sftp-packets.ts';

/** What every server takes in one packet, in bytes (draft-ietf-secsh-filexfer-02, § 3). */
const PIECE = 32 * 1024;

/** Pieces of one file that are under way. */
const PIECES_AT_ONCE = 32;

/** Answers of one folder that are under way: those after the last say that there are no more. */
const FOLDER_READS_AT_ONCE = 4;

/** Of a request that fails for no reason that can be seen. */
const TRIES = 5;

/** Of the flags of statvfs(3), as OpenSSH hands them on. */
const READ_ONLY = 1n;

/** Anything but what a request asks for. */
interface Refusal {
  readonly code: number;
  readonly words: string;
}

/** `connect` is called when something is first asked for; `root` is absolute, or from the user's home. */
export function sftpFiles(
  place: string,
  root: string,
  connect: () => Promise<SftpClient>,
  close: () => Promise<void>,
): FileAccess {
  // The place itself may be a link, which a last slash has the system follow.
  const at = (path: string): string => `${root}/${path}`;
  const ask = async (type: number, ...fields: Field[]): Promise<SftpAnswer> =>
    (await connect()).request(type, ...fields);
  /** What the server says when it gives nothing else. */
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

  /**
   * What a request that changes something came to. Of « failure », the server's one word for many things, what stands at `path` says more; what stood
   * there may be gone meanwhile, so then it is asked again.
   */
  const outcomeOf = async (path: string, request: () => Promise<Refusal>): Promise<Outcome> => {
    for (let tries = 1; ; tries += 1) {
      const refusal = await request();
      if (refusal.code === STATUS.ok) return 'done';
      if (refusal.code === STATUS.noSuchFile) return 'no-folder';
      if (refusal.code === STATUS.unsupported) return 'unable';
      const standing = refusal.code === STATUS.failure ? await look(path) : null;
      if (standing) return standing.kind === 'folder' ? 'blocked' : 'exists';
      if (refusal.code !== STATUS.failure || tries === TRIES) throw await failureOf(refusal);
    }
  };

  /** What comes after it need not wait, and that it failed is of no use to anybody. */
  const finish = (handle: Buffer): void => {
    ask(PACKET.close, handle).catch(() => {});
  };

  const readAll = async (handle: Buffer, expected: number): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    for (let offset = 0; ; ) {
      const left = Math.ceil(Math.max(0, expected - offset) / PIECE) + 1;
      const answers = await Promise.all(
        Array.from({ length: Math.min(left, PIECES_AT_ONCE) }, (_, index) =>
          ask(PACKET.read, handle, BigInt(offset + index * PIECE), PIECE),
        ),
      );
      for (const answer of answers) {
        const refusal = refusalIn(answer);
        if (refusal?.code === STATUS.end) return Buffer.concat(pieces);
        if (refusal) throw await failureOf(refusal);
        const piece = answer.fields.bytes();
        pieces.push(piece);
        offset += piece.length;
        // Less than asked for: what comes after it is asked for again.
        if (piece.length < PIECE) break;
      }
    }
  };

  const writeAll = async (handle: Buffer, pieces: AsyncIterable<Uint8Array>): Promise<void> => {
    let offset = 0;
    let under: Promise<Refusal>[] = [];
    const settle = async (): Promise<void> => {
      const refusals = await Promise.all(under);
      under = [];
      const refusal = refusals.find(({ code }) => code !== STATUS.ok);
      if (refusal) throw await failureOf(refusal);
    };
    for await (const whole of pieces) {
      for (let first = 0; first < whole.length; first += PIECE) {
        const piece = whole.subarray(first, first + PIECE);
        const written = statusOf(PACKET.write, handle, BigInt(offset), piece);
        // Looked at with the others.
        written.catch(() => {});
        under.push(written);
        offset += piece.length;
        if (under.length >= PIECES_AT_ONCE) await settle();
      }
    }
    under.push(statusOf(PACKET.close, handle));
    await settle();
  };

  return {
    look,
    async read(path) {
      // A pipe would have the server wait for somebody to write into it.
      const facts = await look(path);
      if (facts?.kind !== 'file') return null;
      const handle = await handleOr(PACKET.open, at(path), OPEN.read, NO_ATTRIBUTES);
      if (!Buffer.isBuffer(handle)) {
        if (handle.code === STATUS.noSuchFile) return null;
        throw await failureOf(handle);
      }
      try {
        return await readAll(handle, facts.size);
      } finally {
        finish(handle);
      }
    },
    async create(path, pieces) {
      let handle: Buffer = Buffer.alloc(0);
      const opened = await outcomeOf(path, async () => {
        const given = await handleOr(PACKET.open, at(path), OPEN.writeNew, NO_ATTRIBUTES);
        if (!Buffer.isBuffer(given)) return given;
        handle = given;
        return { code: STATUS.ok, words: '' };
      });
      if (opened !== 'done') return opened;
      try {
        await writeAll(handle, pieces);
        return 'done';
      } catch (error) {
        // It may be closed already.
        finish(handle);
        throw error;
      }
    },
    replace: (from, to) => outcomeOf(to, () => extended(EXTENSION.rename, at(from), at(to))),
    link: (from, to) =>
      outcomeOf(to, async () => {
        const refusal = await extended(EXTENSION.link, at(from), at(to));
        // So do file systems answer that have no links; whether it is a right that is missing, the next request tells.
        return refusal.code === STATUS.permissionDenied ? { ...refusal, code: STATUS.unsupported } : refusal;
      }),
    async remove(path) {
      const refusal = await statusOf(PACKET.remove, at(path));
      if (refusal.code === STATUS.ok || refusal.code === STATUS.noSuchFile) return;
      // A folder is not ours to remove.
      if ((await look(path))?.kind === 'folder') return;
      throw await failureOf(refusal);
    },
    async makeFolder(path) {
      const outcome = await outcomeOf(path, () => statusOf(PACKET.makeFolder, at(path), NO_ATTRIBUTES));
      return outcome === 'blocked' ? 'exists' : outcome;
    },
    async removeFolder(path) {
      return (await statusOf(PACKET.removeFolder, at(path))).code === STATUS.ok;
    },
    async entries(path) {
      const handle = await handleOr(PACKET.openFolder, at(path));
      if (!Buffer.isBuffer(handle)) {
        if (handle.code === STATUS.noSuchFile) return null;
        throw await failureOf(handle);
      }
      const found: (FileFacts & { readonly name: string })[] = [];
      for (let isOver = false; !isOver; ) {
        const asked = Array.from({ length: FOLDER_READS_AT_ONCE }, () => ask(PACKET.readFolder, handle));
        for (const answer of await Promise.all(asked)) {
          const refusal = refusalIn(answer);
          if (refusal && refusal.code !== STATUS.end) throw await failureOf(refusal);
          isOver ||= refusal !== null;
          if (!refusal) found.push(...namesIn(answer));
        }
      }
      finish(handle);
      return found;
    },
    close,
  };
}

/** null: it is no status. */
function refusalIn({ type, fields }: SftpAnswer): Refusal | null {
  if (type !== PACKET.status) return null;
  const code = fields.number();
  return { code, words: fields.isAtEnd() ? '' : fields.text() };
}

function namesIn({ fields }: SftpAnswer): readonly (FileFacts & { readonly name: string })[] {
  const found: (FileFacts & { readonly name: string })[] = [];
  for (let left = fields.number(); left > 0; left -= 1) {
    const bytes = fields.bytes();
    // As `ls -l` has it, for people.
    fields.bytes();
    const facts = fields.facts();
    const name = bytes.toString();
    // What is no text can't be asked for.
    if (name !== '.' && name !== '..' && Buffer.from(name).equals(bytes)) found.push({ ...facts, name });
  }
  return found;
}
