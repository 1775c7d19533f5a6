// What a server said becomes a few words that can be printed anywhere: on one line, short, and without any secret of ours.
import { visible } from '../locale/quoting.ts';

/** In UTF-16 code units: enough for a sentence. */
const LONGEST = 200;

/** Shorter ones would be found in words that are none. */
const SHORTEST_SECRET = 4;

export type Censor = (text: string) => string;

/** Servers may repeat a request in their answers. A secret is looked for as it is, and as it stands in addresses and in JSON. */
export function censor(secrets: readonly string[]): Censor {
  const hidden = secrets
    .filter(({ length }) => length >= SHORTEST_SECRET)
    .flatMap(secret => [
      secret,
      encodeURIComponent(secret.toWellFormed()),
      JSON.stringify(secret).slice(1, -1),
    ])
    // Longest first: one secret may begin with another.
    .sort((a, b) => b.length - a.length);
  return text => {
    const clean = hidden.reduce((rest, secret) => rest.replaceAll(secret, '•••'), text);
    const line = visible(clean.replace(/\s+/g, ' ').trim());
    return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
  };
}
