// One-time links and sessions of editors: what an editor holds, and what of it is kept.
import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { HOUR, MINUTE } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { Pass, PassKind, SessionStore } from './store/session-store.ts';

const TIME: Readonly<Record<PassKind, number>> = { link: 15 * MINUTE, session: 12 * HOUR };

/**
 * @param passkey the id of the key that opens the session, if one does.
 * @returns what its owner holds: 256 bits of chance, which are kept nowhere.
 */
export async function givePass(
  store: SessionStore,
  kind: PassKind,
  now: Instant,
  passkey: string | null = null,
): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const token = randomBytes(32).toString('base64url');
  await store.addPass({ kind, id: idOf(secret), token, ends: now + TIME[kind], passkey });
  return secret;
}

/** What is kept of the session that somebody holds; null: there is none. */
export async function sessionOf(store: SessionStore, secret: string, now: Instant): Promise<Pass | null> {
  return await store.pass('session', idOf(secret), now);
}

/** @returns whether it was good, which it is once. */
export async function usePass(
  store: SessionStore,
  kind: PassKind,
  secret: string,
  now: Instant,
): Promise<boolean> {
  return await store.usePass(kind, idOf(secret), now);
}

export function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function idOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}
