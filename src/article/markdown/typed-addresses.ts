// The Markdown of a body becomes the addresses that may stand in it, as they are typed: a quick look that spares most bodies the parser.

/**
 * What stands where a link, an image or a definition has its address, up to the next space or address: the parser may find that it is none,
 * or that it is shorter. Behind `<` an address may have spaces.
 */
const ADDRESS = /\s*(<(?:[^>\n\]]|\](?![(:]))*|(?:[^\s\]]|\](?![(:]))*)/y;

const NONE: readonly string[] = [];

/** Every address of a link, an image or a definition begins one of these texts, and perhaps a `<` before it. In the order of the text; never throws. */
export function typedAddresses(body: string): readonly string[] {
  let addresses: string[] | null = null;
  for (let at = body.indexOf(']'); at !== -1; at = body.indexOf(']', at + 1)) {
    const mark = body[at + 1];
    if (mark !== '(' && mark !== ':') continue;
    ADDRESS.lastIndex = at + 2;
    const typed = ADDRESS.exec(body)![1]!;
    if (typed === '') continue;
    addresses ??= [];
    addresses.push(typed);
  }
  return addresses ?? NONE;
}
