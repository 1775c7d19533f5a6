// The file system of a server, by SFTP.
import type { FileAccess, FileFacts, Outcome } from './file-access.ts';
import { readBytes, readPieceOfBytes, writeBytes } from './sftp-bytes.ts';
import type { SftpAnswer, SftpClient } from './sftp-client.ts';
import { type Refusal, refusalIn, sftpConversation } from './sftp-conversation.ts';
import { EXTENSION, NO_ATTRIBUTES, OPEN, PACKET, STATUS } from './sftp-packets.ts';

/** Answers of one folder that are under way: those after the last say that there are no more. */
const FOLDER_READS_AT_ONCE = 4;

/** Of a request that fails for no reason that can be seen. */
const TRIES = 5;

/** `connect` is called when something is first asked for; `root` is absolute, or from the user's home. */
export function sftpFiles(
  place: string,
  root: string,
  connect: () => Promise<SftpClient>,
  close: () => Promise<void>,
): FileAccess {
  // The place itself may be a link, which a last slash has the system follow.
  const at = (path: string): string => `${root}/${path}`;
  const conversation = sftpConversation(place, at, connect);
  const { ask, statusOf, handleOr, extended, look, failureOf } = conversation;

  /**
   * What a request that changes something came to. Of « failure », the server's one word for many things, what stands at `path` says more; what stood
   * there may be gone meanwhile, so then it is asked again. A file is in no way of a request that `replaces` it.
   */
  const outcomeOf = async (
    path: string,
    request: () => Promise<Refusal>,
    replaces = false,
  ): Promise<Outcome> => {
    for (let tries = 1; ; tries += 1) {
      const refusal = await request();
      if (refusal.code === STATUS.ok) return 'done';
      if (refusal.code === STATUS.noSuchFile) return 'no-folder';
      if (refusal.code === STATUS.unsupported) return 'unable';
      const standing = refusal.code === STATUS.failure ? await look(path) : null;
      if (standing?.kind === 'folder') return 'blocked';
      if (standing && !replaces) return 'exists';
      if (refusal.code !== STATUS.failure || tries === TRIES) throw await failureOf(refusal);
    }
  };

  /** What comes after it need not wait, and that it failed is of no use to anybody. */
  const finish = (handle: Buffer): void => {
    ask(PACKET.close, handle).catch(() => {});
  };

  return {
    look,
    async read(path, piece) {
      // A pipe would have the server wait for somebody to write into it.
      const facts = await look(path);
      if (facts?.kind !== 'file') return null;
      const handle = await handleOr(PACKET.open, at(path), OPEN.read, NO_ATTRIBUTES);
      if (!Buffer.isBuffer(handle)) {
        if (handle.code === STATUS.noSuchFile) return null;
        throw await failureOf(handle);
      }
      try {
        if (piece !== undefined) return await readPieceOfBytes(conversation, handle, piece);
        return await readBytes(conversation, handle, facts.size);
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
        await writeBytes(conversation, handle, pieces);
        return 'done';
      } catch (error) {
        // It may be closed already.
        finish(handle);
        throw error;
      }
    },
    replace: (from, to) => outcomeOf(to, () => extended(EXTENSION.rename, at(from), at(to)), true),
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
