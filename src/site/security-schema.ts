// `security` of `_data/site`: to whom holes in the site's security are told, and until when (RFC 9116).
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';
import { dateMistake } from '../time/date-mistake.ts';
import type { Instant } from '../time/instant.ts';
import { readInstant } from '../time/read-instant.ts';

/** Addresses of e-mail, of a page without encryption left out, and of a telephone (section 2.5.3). */
const CONTACT = /^(?:mailto:[^\s@<>"]+@[a-z0-9.-]+|https:\/\/[^\s<>"]+|tel:\+?[\d-]+)$/i;

const contact = z
  .string()
  .max(200)
  .refine(text => CONTACT.test(text), {
    message:
      'Le contact pour la sécurité est une adresse entière, sans espace\u202f; écrivez-la comme «\u00a0mailto:securite@exemple.fr\u00a0» ou «\u00a0https://www.exemple.fr/contact\u00a0».',
    params: breaks('security-contact'),
  });

const policy = z
  .string()
  .max(200)
  .refine(text => /^https:\/\/[^\s<>"]+$/.test(text) && URL.canParse(text), {
    message:
      'La page qui dit comment signaler une faille doit commencer par «\u00a0https://\u00a0», sans espace\u202f; écrivez son adresse entière, ou effacez la ligne.',
    params: breaks('security-contact'),
  });

const expires = z.string({
  error: ({ input }) =>
    input === undefined ? undefined : 'La date «\u00a0expires\u00a0» s’écrit comme 2027-06-30.',
});

export const securitySchema = z.strictObject({
  contact: z.union([contact.transform(one => [one]), z.array(contact).min(1).max(5)]),
  expires,
  policy: policy.nullable().default(null),
});

/** To whom, and until when. */
export interface SecurityContact {
  /** The most wanted first. */
  readonly contact: readonly string[];
  readonly expires: Instant;
  /** A page that says how such things are told; null: there is none. */
  readonly policy: string | null;
}

/** Whether the date can be read in the zone; runs on files that have other mistakes too. */
export function checkExpires(
  file: unknown,
  timeZone: string,
  report: (path: readonly string[], message: string) => void,
): void {
  const { expires } = ((file as { readonly security?: unknown } | null)?.security ?? {}) as {
    readonly expires?: unknown;
  };
  if (typeof expires !== 'string' || readInstant(expires, timeZone) !== null) return;
  report(['security', 'expires'], dateMistake(expires, timeZone));
}
