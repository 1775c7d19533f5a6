// The passkeys of editors: what is public of each. Whoever reads the database can enter by none of them.
import type { Instant } from '../../time/instant.ts';
import { note } from './audit.ts';
import type { Database } from './database.ts';
import type { By } from './desk-store.ts';

export interface Passkey {
  /** The credential's, in base64url. */
  readonly id: string;
  /** As its editor called it; the audit log names the editor so. */
  readonly name: string;
  readonly publicKey: string;
  readonly added: Instant;
  /** When it opened a session last; null: never. */
  readonly used: Instant | null;
}

export interface PasskeyStore {
  /** @returns false: another key has that id or that name. */
  addPasskey(key: Omit<Passkey, 'used'>, by: By): Promise<boolean>;
  passkey(id: string): Promise<Passkey | null>;
  /** Oldest first. */
  passkeys(): Promise<readonly Passkey[]>;
  usedPasskey(id: string, now: Instant): Promise<void>;
  /** Takes it away, and ends the sessions that it opened. @param which its id or its name. @returns whether there was one. */
  revokePasskey(which: string, by: By): Promise<boolean>;
  /** Notes that a challenge is used, until `ends`. @returns whether it was not. */
  spend(challenge: string, ends: Instant): Promise<boolean>;
}

export function passkeyStore(database: Database): PasskeyStore {
  const { rows } = database;
  const COLUMNS = 'id, name, public_key AS "publicKey", added, used';
  return {
    addPasskey: ({ id, name, publicKey, added }, { who, at }) =>
      database.together(async inside => {
        const made = await inside.rows(
          `INSERT INTO passkeys (id, name, public_key, added) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING id`,
          [id, name, publicKey, added],
        );
        if (made.length === 0) return false;
        await note(inside, { at, who, act: 'key-added', comment: name });
        return true;
      }),

    async passkey(id) {
      const [found] = await rows(`SELECT ${COLUMNS} FROM passkeys WHERE id = $1`, [id]);
      return (found as unknown as Passkey | undefined) ?? null;
    },

    async passkeys() {
      const found = await rows(`SELECT ${COLUMNS} FROM passkeys ORDER BY added, id`);
      return found as unknown as readonly Passkey[];
    },

    async usedPasskey(id, now) {
      await rows(`UPDATE passkeys SET used = $2 WHERE id = $1`, [id, now]);
    },

    revokePasskey: (which, { who, at }) =>
      database.together(async inside => {
        const [gone] = await inside.rows(
          `DELETE FROM passkeys WHERE id = $1 OR name = $1 RETURNING id, name`,
          [which],
        );
        if (gone === undefined) return false;
        await inside.rows(`DELETE FROM sessions WHERE passkey = $1`, [gone.id!]);
        await note(inside, { at, who, act: 'key-revoked', comment: String(gone.name) });
        return true;
      }),

    async spend(challenge, ends) {
      // Used once more after the machine lost its power, a challenge does no harm: nobody waits for the disk.
      const spent = await database.hurried.rows(
        `INSERT INTO spent (challenge, ends) VALUES ($1, $2) ON CONFLICT (challenge) DO NOTHING RETURNING challenge`,
        [challenge, ends],
      );
      return spent.length > 0;
    },
  };
}
