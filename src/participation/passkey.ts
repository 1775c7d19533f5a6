// What a browser says of a passkey becomes a key that is known, or the proof that somebody has it (Web Authentication Level 3, § 7).
//
// No authenticator is asked to prove of which make it is, so nothing in CBOR has to be read: browsers give the public key as they give it to pages, and
// the signature is Node's to check.
import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { z } from 'zod';

/** Where the service is, as browsers know it: passkeys are of its host alone. */
export interface RelyingParty {
  readonly origin: string;
  /** The challenge that was given. */
  readonly useChallenge: (challenge: string) => Promise<boolean>;
}

export interface NewPasskey {
  /** The credential's, in base64url. */
  readonly id: string;
  /** SubjectPublicKeyInfo in DER, in base64url. */
  readonly publicKey: string;
}

const bytes = z
  .string()
  .regex(/^[\w-]+$/)
  .max(4096);
const credentialId = bytes.max(1400);

const registrationSchema = z.object({
  id: credentialId,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, publicKey: bytes }),
});

const assertionSchema = z.object({
  id: credentialId,
  type: z.literal('public-key'),
  response: z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes }),
});

const clientDataSchema = z.object({
  type: z.string(),
  challenge: z.string(),
  origin: z.string(),
  crossOrigin: z.boolean().optional(),
});

/** ES256, Ed25519, RS256 (IANA, « COSE Algorithms »): what nearly all authenticators have, the usual one first. */
export const ALGORITHMS = [-7, -8, -257] as const;

/** Whether browsers take a host for one that may have passkeys: a name, and no address of a machine (§ 5.1.2). */
export function hasPasskeys(origin: string): boolean {
  const { hostname } = new URL(origin);
  return !/^[\d.]+$|^\[/.test(hostname);
}

/** @param answer JSON of a `PublicKeyCredential` that was made. null: it is none of ours. */
export async function registeredKey(answer: string, party: RelyingParty): Promise<NewPasskey | null> {
  const read = registrationSchema.safeParse(jsonOf(answer));
  if (!read.success) return null;
  const { id, response } = read.data;
  if (publicKeyOf(response.publicKey) === null) return null;
  return (await isOurs('webauthn.create', response, party)) ? { id, publicKey: response.publicKey } : null;
}

/** The id of the key that an answer is of; null: it is of none. */
export function keyIdOf(answer: string): string | null {
  return assertionSchema.safeParse(jsonOf(answer)).data?.id ?? null;
}

/** @param answer JSON of a `PublicKeyCredential` that signed. */
export async function isSignedBy(publicKey: string, answer: string, party: RelyingParty): Promise<boolean> {
  const read = assertionSchema.safeParse(jsonOf(answer));
  const key = publicKeyOf(publicKey);
  if (!read.success || key === null) return false;
  const { response } = read.data;
  const signed = Buffer.concat([
    Buffer.from(response.authenticatorData, 'base64url'),
    createHash('sha256').update(Buffer.from(response.clientDataJSON, 'base64url')).digest(),
  ]);
  // Ed25519 hashes by itself.
  const algorithm = key.asymmetricKeyType === 'ed25519' ? null : 'sha256';
  if (!verify(algorithm, signed, key, Buffer.from(response.signature, 'base64url'))) return false;
  return await isOurs('webauthn.get', response, party);
}

/** Said by a page of ours, for our host, with a person who showed who they are, in answer to a challenge of ours that nobody has used. */
async function isOurs(
  type: string,
  response: { readonly clientDataJSON: string; readonly authenticatorData: string },
  { origin, useChallenge }: RelyingParty,
): Promise<boolean> {
  const said = clientDataSchema.safeParse(
    jsonOf(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8')),
  );
  if (
    !said.success ||
    said.data.type !== type ||
    said.data.origin !== origin ||
    said.data.crossOrigin === true
  )
    return false;
  const data = Buffer.from(response.authenticatorData, 'base64url');
  const host = createHash('sha256').update(new URL(origin).hostname).digest();
  // § 6.1: the hash of the host, flags (1: somebody is there, 4: and has shown who they are), a counter.
  if (data.length < 37 || !data.subarray(0, 32).equals(host) || (data[32]! & 0b101) !== 0b101) return false;
  return await useChallenge(said.data.challenge);
}

/** null: it is no key of a kind that we asked for. */
function publicKeyOf(text: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64url'), format: 'der', type: 'spki' });
    const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = key;
    const isKnown =
      kind === 'ed25519' ||
      (kind === 'ec' && details?.namedCurve === 'prime256v1') ||
      (kind === 'rsa' && (details?.modulusLength ?? 0) >= 2048);
    return isKnown ? key : null;
  } catch {
    return null;
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
