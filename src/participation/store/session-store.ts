// One-time links and sessions of editors: known by hashes, so that whoever reads the database is nobody's editor.
import type { Instant } from '../../time/instant.ts';
import type { Database } from './database.ts';

/** `link`: opens a session, once; `session`: is one. */
export type PassKind = 'link' | 'session';

export interface Pass {
  readonly kind: PassKind;
  /** The hash of what its owner holds. */
  readonly id: string;
  /** The token that forms of the session carry. */
  readonly token: string;
  readonly ends: Instant;
  /** The key that opened the session; null: a link did. */
  readonly passkey: string | null;
}

export interface SessionStore {
  addPass(pass: Pass): Promise<void>;
  /** Of a pass that has not ended; null: there is none. */
  pass(kind: PassKind, id: string, now: Instant): Promise<Pass | null>;
  /** Takes a pass away. @returns whether it was there and had not ended: of two who ask at the same time only one is told so. */
  usePass(kind: PassKind, id: string, now: Instant): Promise<boolean>;
}

export function sessionStore({ rows }: Database): SessionStore {
  return {
    async addPass({ kind, id, token, ends, passkey }) {
      await rows(`INSERT INTO sessions (id, kind, token, ends, passkey) VALUES ($1, $2, $3, $4, $5)`, [
        id,
        kind,
        token,
        ends,
        passkey,
      ]);
    },
    async pass(kind, id, now) {
      const [found] = await rows(
        `SELECT kind, id, token, ends, passkey FROM sessions WHERE kind = $1 AND id = $2 AND ends > $3`,
        [kind, id, now],
      );
      return (found as unknown as Pass | undefined) ?? null;
    },
    async usePass(kind, id, now) {
      const used = await rows(`DELETE FROM sessions WHERE kind = $1 AND id = $2 AND ends > $3 RETURNING id`, [
        kind,
        id,
        now,
      ]);
      return used.length > 0;
    },
  };
}
