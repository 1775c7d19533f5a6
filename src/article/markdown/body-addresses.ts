// The Markdown of an article becomes the addresses in it that name files: images, documents, and other Markdown files.
import { endingOf, FILE_ENDINGS } from '../../media/media-kinds.ts';
import { isAllowedLink, schemeOf } from './allowed-links.ts';
import { eachTextBlock, type Token } from './body-step.ts';
import { makeParser } from './parser.ts';
import { typedAddresses } from './typed-addresses.ts';

/** Each address once, in the order of the text, as Markdown's parser gives it; of links without what follows `#`. */
export interface BodyAddresses {
  readonly images: readonly string[];
  /** `rapport.pdf`, `autre.md`: links to files of the repository. */
  readonly files: readonly string[];
}

const parser = makeParser({ html: false, linkify: false, isAllowedLink });

const NONE: BodyAddresses = { images: [], files: [] };

/** Of links to photographs and films too: they lead nowhere, and the editor is told so. */
const NAMED = ['.md', ...FILE_ENDINGS];
const ENDINGS: ReadonlySet<string> = new Set(NAMED);

/** What may end an address. The endings are looked up: one expression with all of them takes thirty times as long. */
const ENDING = /\.[a-z0-9]{2,7}(?=[)>#"'\s]|$)/gi;

/** Whether an address in it may end so; the parser may find that it is none. */
function mayNameFile(body: string): boolean {
  return typedAddresses(body).some(
    ({ text }) =>
      text.includes('.') && (text.match(ENDING) ?? []).some(ending => ENDINGS.has(ending.toLowerCase())),
  );
}

/** Bodies without an image or the ending of such a file in a link, which are most, are not parsed. Never throws. */
export function bodyAddresses(body: string): BodyAddresses {
  if (!body.includes('![') && !mayNameFile(body)) return NONE;
  const images = new Set<string>();
  const files = new Set<string>();
  for (const children of eachTextBlock(parser.parse(body, {}))) {
    for (const token of children) {
      const { image, file } = addressIn(token);
      if (image) images.add(image);
      if (file) files.add(file);
    }
  }
  return { images: [...images], files: [...files] };
}

/** What an image or a link names; both null: it is neither, or leads to an address. */
export function addressIn(token: Token): { readonly image: string | null; readonly file: string | null } {
  if (token.type === 'image') return { image: String(token.attrGet('src') ?? '') || null, file: null };
  if (token.type !== 'link_open') return { image: null, file: null };
  return { image: null, file: fileOfLink(String(token.attrGet('href') ?? ''))?.name ?? null };
}

/**
 * The file that a link's address names, and what follows `#`. null: it is the address of a page, or of another site. A leading `/` makes an
 * address of the site, but for Markdown, which the site has none of: programs write paths from the repository's root so.
 */
export function fileOfLink(href: string): { readonly name: string; readonly fragment: string } | null {
  const [name = '', ...rest] = href.split('#');
  const ending = endingOf(name);
  if (!ENDINGS.has(ending) || schemeOf(name) !== null || name.startsWith('//')) return null;
  if (name.startsWith('/') && ending !== '.md') return null;
  return { name, fragment: rest.length === 0 ? '' : `#${rest.join('#')}` };
}
