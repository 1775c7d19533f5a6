// The bytes of a photograph to who made it and who holds the rights, as its maker wrote into it. Nothing else of that is read.
import type { ExpandedTags } from 'exifreader';
import { loadSharp } from './load-sharp.ts';

/** Plain texts, each in one line. */
export interface PhotographCredit {
  readonly creators: readonly string[];
  /** Whom to name: « Agence du Fleuve ». */
  readonly credit: string | null;
  readonly copyright: string | null;
}

/** What is looked for: IPTC Photo Metadata 2023.2, « Creator », « Credit Line » and « Copyright Notice », in each of their three places. */
const WANTED = {
  xmp: ['creator', 'Credit', 'rights'],
  iptc: ['By-line', 'Credit', 'Copyright Notice', 'Coded Character Set'],
  exif: ['Artist', 'Copyright'],
};

/** null: it says nothing. XMP is believed before IPTC-IIM, and that before EXIF: the older, the less letters they know. Never throws. */
export async function photographCredit(bytes: Buffer): Promise<PhotographCredit | null> {
  const [{ exif, iptc }, { xmp }] = await Promise.all([tagsOf(bytes), tagsOf(await xmpPacket(bytes))]);
  const creators = firstOf([xmp?.creator, iptc?.['By-line'], exif?.Artist]);
  const [credit = null] = firstOf([xmp?.Credit, iptc?.Credit]);
  const [copyright = null] = firstOf([xmp?.rights, iptc?.['Copyright Notice'], exif?.Copyright]);
  return creators.length > 0 || credit || copyright ? { creators, credit, copyright } : null;
}

/** How XMP begins (part 3, § 7.3.2) wherever it is looked for among other bytes: exifreader knows it by that. */
export const XMP_START = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>';

/** The XMP of any type of file: exifreader by itself finds that of some. */
async function xmpPacket(bytes: Buffer): Promise<Buffer> {
  const sharp = await loadSharp();
  try {
    const { xmp } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return Buffer.concat([Buffer.from(XMP_START), xmp ?? Buffer.alloc(0)]);
  } catch {
    return Buffer.alloc(0);
  }
}

async function tagsOf(bytes: Buffer): Promise<ExpandedTags> {
  const { default: exifReader } = await import('exifreader');
  try {
    return await exifReader.load(bytes, { expanded: true, async: true, includeTags: WANTED });
  } catch {
    // No metadata, or damaged ones: none of either is worth a problem.
    return {};
  }
}

/** The first of the places that says something. */
function firstOf(places: readonly unknown[]): readonly string[] {
  return places.map(textsOf).find(texts => texts.length > 0) ?? [];
}

/** The texts of a tag of exifreader's, which is one, a list of them, or holds a list of them. */
function textsOf(tag: unknown): readonly string[] {
  if (Array.isArray(tag)) return tag.flatMap(textsOf);
  if (typeof tag !== 'object' || tag === null) return [];
  const { value, description } = tag as { readonly value?: unknown; readonly description?: unknown };
  if (Array.isArray(value) && value.some(item => typeof item === 'object')) return value.flatMap(textsOf);
  const line = typeof description === 'string' ? oneLine(description) : '';
  return line === '' ? [] : [line];
}

/** In characters; who writes more than this writes something else. */
const MOST = 300;

function oneLine(text: string): string {
  // XML 1.0 knows no control characters, and a credit none either.
  return [...text.replace(/[\s\p{C}]+/gu, ' ').trim()].slice(0, MOST).join('');
}
