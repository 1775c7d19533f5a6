// The body of a request becomes the fields of a form, or the reason why it is none. Nothing is read beyond what a form can hold.

/** A text of 3,000 characters of which each takes nine bytes (`%E2%82%AC`), and the other fields. */
export const MOST_BODY = 40 * 1024;
const MOST_FIELDS = 12;

export type FormRead =
  | { readonly ok: true; readonly fields: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly reason: 'form' | 'large' };

/** Of `application/x-www-form-urlencoded` in UTF-8 alone; a name that stands twice, or bytes that are no text, are a mistake. */
export async function readForm(request: Request): Promise<FormRead> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded\s*(?:;\s*charset="?utf-8"?\s*)?$/i.test(type))
    return refused('form');
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BODY) return refused('large');
  const bytes = await bytesOf(request);
  if (bytes === null) return refused('large');
  const text = asText(bytes);
  if (text === null) return refused('form');
  const fields = new Map<string, string>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const [name, value] = pairOf(pair);
    if (name === null || value === null || fields.has(name) || fields.size >= MOST_FIELDS)
      return refused('form');
    fields.set(name, value);
  }
  return { ok: true, fields };
}

const refused = (reason: 'form' | 'large'): FormRead => ({ ok: false, reason });

/** null: there are too many. The length that a request gives itself may be missing, or wrong. */
async function bytesOf(request: Request): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > MOST_BODY) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function asText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function pairOf(pair: string): readonly [string | null, string | null] {
  const at = pair.indexOf('=');
  const [name, value] = at === -1 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  return [decoded(name), decoded(value)];
}

/** `URLSearchParams` would make signs of replacement of what is no UTF-8. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}
