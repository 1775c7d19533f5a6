// Words that somebody has to answer to within a time, and once: for a passkey, or for a calculation. Nothing is kept of one before it is answered.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '../time/instant.ts';
import type { Store } from './store/store.ts';

const SECRET = 'challenges';
/** Bytes of chance, of the instant, and of the signature. */
const [CHANCE, TIME, SIGNATURE] = [16, 6, 16];

/** @param purpose what the answer is for: of another purpose a challenge is worth nothing. */
export async function giveChallenge(
  store: Pick<Store, 'secret'>,
  purpose: string,
  now: Instant,
): Promise<string> {
  const time = Buffer.alloc(TIME);
  time.writeUIntBE(now, 0, TIME);
  const own = Buffer.concat([randomBytes(CHANCE), time]);
  return Buffer.concat([own, signature(await store.secret(SECRET), purpose, own)]).toString('base64url');
}

/** Whether it was given for that purpose, at most `time` ms ago, and never used. From then on it is. */
export async function useChallenge(
  store: Pick<Store, 'secret' | 'spend'>,
  purpose: string,
  challenge: string,
  { time, now }: { readonly time: number; readonly now: Instant },
): Promise<boolean> {
  const bytes = Buffer.from(challenge, 'base64url');
  // One challenge has one spelling: else it could be used once by each.
  if (bytes.length !== CHANCE + TIME + SIGNATURE || bytes.toString('base64url') !== challenge) return false;
  const own = bytes.subarray(0, CHANCE + TIME);
  const right = signature(await store.secret(SECRET), purpose, own);
  if (!timingSafeEqual(bytes.subarray(CHANCE + TIME), right)) return false;
  const given = own.readUIntBE(CHANCE, TIME);
  if (now < given || now >= given + time) return false;
  return await store.spend(challenge, given + time);
}

function signature(secret: string, purpose: string, own: Buffer): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\n`).update(own).digest().subarray(0, SIGNATURE);
}
