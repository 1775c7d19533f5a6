// The Markdown of a body becomes the addresses that may stand in it, as they are typed: a quick look that spares most bodies the parser.

/**
 * What stands where a link, an image or a definition has its address, up to the next space or address: the parser may find that it is none,
 * or that it is shorter. Behind `<` an address may have spaces.
 */
const ADDRESS = /\s*(<(?:[^>\n\]]|\](?![(:]))*|(?:[^\s\]]|\](?![(:]))*)/y;

/** What may be an address. */
export interface TypedAddress {
  /** The address begins it, and perhaps a `<` before it. */
  readonly text: string;
  /** Where the bracket is that ends the words before it. */
  readonly bracket: number;
}

const NONE: readonly TypedAddress[] = [];

/** Of every link, image and definition, in the order of the text; never throws. */
export function typedAddresses(body: string): readonly TypedAddress[] {
  let addresses: TypedAddress[] | null = null;
  for (let bracket = body.indexOf(']'); bracket !== -1; bracket = body.indexOf(']', bracket + 1)) {
    const mark = body[bracket + 1];
    if (mark !== '(' && mark !== ':') continue;
    ADDRESS.lastIndex = bracket + 2;
    const text = ADDRESS.exec(body)![1]!;
    if (text === '') continue;
    addresses ??= [];
    addresses.push({ text, bracket });
  }
  return addresses ?? NONE;
}
