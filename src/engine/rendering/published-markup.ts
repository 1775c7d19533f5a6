// Finished HTML or XML, whose addresses are those within the site, to what is published: its addresses have the site's folder before
// them. Every template, ours or an owner's, comes by here, so none has to know of the folder.
import { isFromRoot, pathInFolder, publishedUrl } from '../../address/site-place.ts';

/** Attributes that hold an address (HTML, « Attributes », type « URL »), and those of ours for client code, `data-…`. */
const HOLDS_ADDRESS =
  /^(?:href|src|action|formaction|poster|cite|data|manifest|xlink:href|virtual|data-[\w-]+)$/i;
/** Several, each with its width or density. */
const HOLDS_CANDIDATES = /^(?:srcset|imagesrcset)$/i;

/** The beginning of a tag, of a comment, or of an element whose text is no markup. */
const OPENING = /<(?:!--|([a-z?][^\s/>]*))/gi;
/** One attribute with its value; without a name the tag is at its end. */
const ATTRIBUTE = /[\s/]*(?:([^\s=>/"'<]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?)?/y;
/** `0; url=/chine/`, in a `meta` that sends readers on. */
const BEFORE_ADDRESS = /^\s*[\d.]+\s*[;,]\s*url\s*=\s*["']?(?=\/)/i;
/** Elements that hold no tags, and how they end. */
const RAW = /^(?:script|style)$/i;
const RAW_END = /<\/(?:script|style)/gi;
const COMMENT_END = /-->/g;
/** Behind `<!--`: a file that a server puts there (SSI), up to the end of its address. */
const INCLUDE = /#\s*include\s+virtual="([^"]*)"/y;

/** `markup` itself for a site at the root. Text, comments but for those of SSI, and inline scripts stay as they are. */
export function publishedMarkup(markup: string, folder: string): string {
  return folder === '' ? markup : withAddresses(markup, address => publishedUrl(address, folder));
}

/** The inverse of `publishedMarkup`, of whole elements that it made. */
export function unpublishedMarkup(markup: string, folder: string): string {
  return folder === '' ? markup : withAddresses(markup, address => pathInFolder(address, folder) ?? address);
}

/** Markup that is read elsewhere: addresses are whole, those within the page at `page` too. Both are whole themselves. */
export function wholeMarkup(markup: string, baseUrl: string, page: string): string {
  return withAddresses(
    markup,
    address => (address.startsWith('#') ? page : baseUrl) + address,
    address => isFromRoot(address) || address.startsWith('#'),
  );
}

/** Changes addresses, which begin at the root unless something else is said. */
type Change = (address: string) => string;

export function withAddresses(
  markup: string,
  change: Change,
  isMeant: (address: string) => boolean = isFromRoot,
): string {
  const pieces: string[] = [];
  let kept = 0;
  for (const value of valuesIn(markup)) {
    const written = changedValue(value, address => (isMeant(address) ? change(address) : address));
    if (written === value.text) continue;
    pieces.push(markup.slice(kept, value.at), written);
    kept = value.at + value.text.length;
  }
  return kept === 0 ? markup : pieces.join('') + markup.slice(kept);
}

interface Value {
  readonly tag: string;
  readonly attribute: string;
  readonly text: string;
  /** Where it begins. */
  readonly at: number;
}

/** The values of all attributes, in order, as they are written, as far as an address may be in them. */
function* valuesIn(markup: string): Generator<Value, void> {
  let end = 0;
  for (;;) {
    OPENING.lastIndex = end;
    const opening = OPENING.exec(markup);
    if (opening === null) return;
    const tag = opening[1];
    end = OPENING.lastIndex;
    if (tag === undefined) {
      INCLUDE.lastIndex = end;
      // Nearly all comments are none of these.
      const text = markup[end] === '#' ? INCLUDE.exec(markup)?.[1] : undefined;
      if (text !== undefined)
        yield { tag: '', attribute: 'virtual', text, at: INCLUDE.lastIndex - text.length - 1 };
      end = behind(markup, COMMENT_END, end);
      continue;
    }
    for (;;) {
      ATTRIBUTE.lastIndex = end;
      const [whole, attribute, inDouble, inSingle, bare] = ATTRIBUTE.exec(markup)!;
      end += whole.length;
      if (attribute === undefined) break;
      const text = inDouble ?? inSingle ?? bare ?? '';
      if (text.includes('/') || text.startsWith('#'))
        yield { tag, attribute, text, at: end - text.length - (bare ? 0 : 1) };
    }
    if (RAW.test(tag)) end = behind(markup, RAW_END, end);
  }
}

function changedValue({ tag, attribute, text }: Value, changed: Change): string {
  if (HOLDS_ADDRESS.test(attribute)) return changed(text);
  if (HOLDS_CANDIDATES.test(attribute)) return eachCandidate(text, changed);
  if (!/^content$/i.test(attribute) || !/^meta$/i.test(tag)) return text;
  const before = BEFORE_ADDRESS.exec(text)?.[0] ?? text;
  return before + changed(text.slice(before.length));
}

/** Where the next `mark` ends, or the text. */
function behind(markup: string, mark: RegExp, from: number): number {
  mark.lastIndex = from;
  return mark.test(markup) ? mark.lastIndex : markup.length;
}

/** Behind a width or a density a comma is enough; within an address it is a part of it (HTML, « Parsing a srcset attribute »). */
const BEHIND_DESCRIPTOR = /^([^/,]*,)(\/.*)$/;

function eachCandidate(list: string, change: (address: string) => string): string {
  return list.replace(/\S+/g, word => {
    const [, before = '', address = word] = BEHIND_DESCRIPTOR.exec(word) ?? [];
    return before + change(address);
  });
}
