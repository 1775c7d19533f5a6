// An XML text to its tags and what stands between them, in order: enough to look for what a drawing refers to.
// Whether the text is XML all through is for its renderer to say.

export type XmlPiece =
  | {
      readonly kind: 'tag';
      /** In lower case and without its prefix: `image` of `<svg:Image`. Closing tags are no pieces. */
      readonly name: string;
      /** Names as `name`; values with their character references replaced. */
      readonly attributes: ReadonlyMap<string, string>;
      /** Where it begins in the text. */
      readonly start: number;
    }
  /** `within`: the name of the tag before it. */
  | { readonly kind: 'text'; readonly within: string; readonly text: string }
  /** What stands within `<?` and `?>`. */
  | { readonly kind: 'instruction'; readonly text: string }
  /** What stands within `<!DOCTYPE` and the first `>`. */
  | { readonly kind: 'doctype'; readonly text: string }
  /** The last piece: from here on it is no XML. */
  | { readonly kind: 'broken' };

/** By hand rather than by one pattern: images within drawings make attributes of megabytes, at which patterns give up. */
export function* xmlPieces(text: string): Generator<XmlPiece> {
  let within = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    const stop = open < 0 ? text.length : open;
    if (stop > at) yield { kind: 'text', within, text: text.slice(at, stop) };
    if (open < 0) return;
    const enclosed = enclosedPiece(text, open);
    if (enclosed) {
      const end = text.indexOf(enclosed.end, open + enclosed.start.length);
      if (end < 0) return yield { kind: 'broken' };
      const inside = text.slice(open + enclosed.start.length, end);
      if (enclosed.kind === 'text') yield { kind: 'text', within, text: inside };
      else if (enclosed.kind) yield { kind: enclosed.kind, text: inside };
      at = end + enclosed.end.length;
      continue;
    }
    const tag = readTag(text, open);
    if (!tag) return yield { kind: 'broken' };
    yield tag.piece;
    within = tag.piece.name;
    at = tag.end;
  }
}

/** Everything that begins with `<` and is no opening tag; `kind` null: nobody asks for it. */
const ENCLOSED = [
  { start: '<!--', end: '-->', kind: null },
  { start: '<![CDATA[', end: ']]>', kind: 'text' },
  { start: '<!DOCTYPE', end: '>', kind: 'doctype' },
  { start: '<?', end: '?>', kind: 'instruction' },
  { start: '</', end: '>', kind: null },
] as const;

function enclosedPiece(text: string, open: number): (typeof ENCLOSED)[number] | undefined {
  return ENCLOSED.find(({ start }) => text.startsWith(start, open));
}

interface ReadTag {
  readonly piece: XmlPiece & { readonly kind: 'tag' };
  /** Behind its `>`. */
  readonly end: number;
}

const NAME = /[^\s/>="'<]+/y;
const GAP = /[\s/]*/y;
const EQUALS = /\s*=\s*/y;

/** null: it is none, or it has no end. */
function readTag(text: string, start: number): ReadTag | null {
  const name = matchAt(NAME, text, start + 1);
  if (name === null) return null;
  const attributes = new Map<string, string>();
  let at = start + 1 + name.length;
  while (true) {
    at += matchAt(GAP, text, at)!.length;
    if (text[at] === '>') break;
    const key = matchAt(NAME, text, at);
    if (key === null) return null;
    at += key.length;
    const equals = matchAt(EQUALS, text, at);
    if (equals === null) return null;
    at += equals.length;
    const quote = text[at];
    if (quote !== '"' && quote !== "'") return null;
    const end = text.indexOf(quote, at + 1);
    if (end < 0) return null;
    attributes.set(localName(key), withoutReferences(text.slice(at + 1, end)));
    at = end + 1;
  }
  return { piece: { kind: 'tag', name: localName(name), attributes, start }, end: at + 1 };
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** XML 1.0, § 4.6. */
const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function withoutReferences(value: string): string {
  return value.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return PREDEFINED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}
