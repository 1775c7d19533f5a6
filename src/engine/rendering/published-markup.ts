// Finished HTML or XML, whose addresses are those within the site, to what is published: its addresses have the site's folder before
// them. Every template, ours or an owner's, comes by here, so none has to know of the folder.
import { isFromRoot, publishedUrl } from '../../address/site-place.ts';

/** Attributes that hold an address (HTML, « Attributes », type « URL »), and those of ours for client code, `data-…`. */
const HOLDS_ADDRESS = /^(?:href|src|action|formaction|poster|cite|data|manifest|xlink:href|data-[\w-]+)$/i;
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

/** `markup` itself for a site at the root. Text, comments and inline scripts stay as they are. */
export function publishedMarkup(markup: string, folder: string): string {
  if (folder === '') return markup;
  const pieces: string[] = [];
  let kept = 0;
  const write = (at: number, address: string, below: (address: string) => string): void => {
    const written = below(address);
    if (written === address) return;
    pieces.push(markup.slice(kept, at), written);
    kept = at + address.length;
  };
  const one = (address: string): string => (isFromRoot(address) ? publishedUrl(address, folder) : address);
  const candidates = (list: string): string => eachCandidate(list, one);
  const refresh = (content: string): string => {
    const before = BEFORE_ADDRESS.exec(content)?.[0] ?? content;
    return before + one(content.slice(before.length));
  };

  OPENING.lastIndex = 0;
  for (let tag = OPENING.exec(markup); tag !== null; tag = OPENING.exec(markup)) {
    const name = tag[1];
    if (name === undefined) {
      OPENING.lastIndex = behind(markup, /-->/g, OPENING.lastIndex);
      continue;
    }
    let end = OPENING.lastIndex;
    for (;;) {
      ATTRIBUTE.lastIndex = end;
      const [whole, attribute, inDouble, inSingle, bare] = ATTRIBUTE.exec(markup)!;
      end += whole.length;
      if (attribute === undefined) break;
      const value = inDouble ?? inSingle ?? bare;
      if (value === undefined || !value.includes('/')) continue;
      const at = end - value.length - (bare === undefined ? 1 : 0);
      if (HOLDS_ADDRESS.test(attribute)) write(at, value, one);
      else if (HOLDS_CANDIDATES.test(attribute)) write(at, value, candidates);
      else if (/^content$/i.test(attribute) && /^meta$/i.test(name)) write(at, value, refresh);
    }
    OPENING.lastIndex = RAW.test(name) ? behind(markup, RAW_END, end) : end;
  }
  return kept === 0 ? markup : pieces.join('') + markup.slice(kept);
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
