// That somebody has voted in a poll becomes a token for their own browser, which says neither who nor what; and back.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Store } from './store/store.ts';

const SECRET = 'votes';

/** The token is of this poll alone. */
export async function voteToken(store: Pick<Store, 'secret'>, poll: string): Promise<string> {
  const nonce = randomBytes(12).toString('base64url');
  return `${nonce}.${signature(await store.secret(SECRET), poll, nonce)}`;
}

export async function isVoteToken(
  store: Pick<Store, 'secret'>,
  poll: string,
  token: string,
): Promise<boolean> {
  const [, nonce, signed] = /^([\w-]{16})\.([\w-]{43})$/.exec(token) ?? [];
  if (nonce === undefined || signed === undefined) return false;
  const right = signature(await store.secret(SECRET), poll, nonce);
  return timingSafeEqual(Buffer.from(signed), Buffer.from(right));
}

function signature(secret: string, poll: string, nonce: string): string {
  return createHmac('sha256', secret).update(`${poll}\n${nonce}`).digest('base64url');
}
