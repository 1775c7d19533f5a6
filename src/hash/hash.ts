// Bytes or text to a short fingerprint that is the same on every machine.
import { hash } from 'node:crypto';

/**
 * The first 126 bits of SHA-256 as 21 characters of base64url: short enough to keep a few for every article, long enough
 * that two different inputs never meet (the birthday bound for 10^9 inputs is below 10^-20).
 */
export function hashOf(data: string | Uint8Array): string {
  return hash('sha256', data, 'base64url').slice(0, 21);
}
