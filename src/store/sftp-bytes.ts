// The bytes of a file that is open on a server, many pieces at a time.
import type { Piece } from './object-store.ts';
import { type Refusal, refusalIn, type SftpConversation } from './sftp-conversation.ts';
import { PACKET, STATUS } from './sftp-packets.ts';

/** What every server takes in one packet, in bytes (draft-ietf-secsh-filexfer-02, § 3). */
const PIECE = 32 * 1024;

/** Pieces of one file that are under way. */
const PIECES_AT_ONCE = 32;

/** All that is there; `expected` is how much that will be, about. */
export async function readBytes(
  conversation: SftpConversation,
  handle: Buffer,
  expected: number,
): Promise<Buffer> {
  return readFrom(conversation, handle, 0, expected, Number.POSITIVE_INFINITY);
}

/** As far as it is there. */
export async function readPieceOfBytes(
  conversation: SftpConversation,
  handle: Buffer,
  { at, length }: Piece,
): Promise<Buffer> {
  return (await readFrom(conversation, handle, at, at + length, at + length)).subarray(0, length);
}

/** From one place on, up to `end` or some bytes more, if there are as many; where it will end is `expected`. */
async function readFrom(
  { ask, failureOf }: SftpConversation,
  handle: Buffer,
  from: number,
  expected: number,
  end: number,
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let offset = from; offset < end; ) {
    const left = Math.ceil(Math.max(0, expected - offset) / PIECE) + (end === expected ? 0 : 1);
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
  return Buffer.concat(pieces);
}

/** Writes from the beginning, and closes. */
export async function writeBytes(
  { statusOf, failureOf }: SftpConversation,
  handle: Buffer,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
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
}
