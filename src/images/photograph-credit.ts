// The bytes of a photograph become its credit: who made it and who holds the rights, as the metadata say. No other metadata are read.
import type { ExpandedTags } from 'exifreader';
import { loadSharp } from './load-sharp.ts';

/** Plain texts without line breaks. */
export interface PhotographCredit {
  readonly creators: readonly string[];
  /** The name to print: « Agence du Fleuve ». */
  readonly credit: string | null;
  readonly copyright: string | null;
}

/** The tags that are read: « Creator », « Credit Line » and « Copyright Notice » (IPTC Photo Metadata 2023.2), each in three places. */
const WANTED = {
  xmp: ['creator', 'Credit', 'rights'],
  iptc: ['By-line', 'Credit', 'Copyright Notice', 'Coded Character Set'],
  exif: ['Artist', 'Copyright'],
};

/** Reads the credit; null when there is none. XMP wins over IPTC-IIM, and that over EXIF: older formats know fewer letters. Never throws. */
export async function photographCredit(bytes: Buffer): Promise<PhotographCredit | null> {
  const [{ exif, iptc }, { xmp }] = await Promise.all([tagsOf(bytes), tagsOf(await xmpPacket(bytes))]);
  const creators = firstOf([xmp?.creator, iptc?.['By-line'], exif?.Artist]);
  const [credit = null] = firstOf([xmp?.Credit, iptc?.Credit]);
  const [copyright = null] = firstOf([xmp?.rights, iptc?.['Copyright Notice'], exif?.Copyright]);
  return creators.length > 0 || credit || copyright ? { creators, credit, copyright } : null;
}

/** The start of an XMP packet (XMP, part 3, § 7.3.2), by which exifreader finds it among other bytes. */
export const XMP_START = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>';

/** The XMP of a file of any type; exifreader alone finds it only in some types. */
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
    // There are no metadata, or they are damaged. Neither is a problem for an editor.
    return {};
  }
}

/** The texts of the first place that has any. */
function firstOf(places: readonly unknown[]): readonly string[] {
  return places.map(textsOf).find(texts => texts.length > 0) ?? [];
}

/** The texts of an exifreader tag: it is one tag, a list of tags, or a tag that holds a list. */
function textsOf(tag: unknown): readonly string[] {
  if (Array.isArray(tag)) return tag.flatMap(textsOf);
  if (typeof tag !== 'object' || tag === null) return [];
  const { value, description } = tag as { readonly value?: unknown; readonly description?: unknown };
  if (Array.isArray(value) && value.some(item => typeof item === 'object')) return value.flatMap(textsOf);
  const line = typeof description === 'string' ? oneLine(description) : '';
  return line === '' ? [] : [line];
}

/** The most characters of a text: a longer one is no credit. */
const MOST = 300;

function oneLine(text: string): string {
  // XML 1.0 allows no control characters, and a credit needs none.
  return [...text.replace(/[\s\p{C}]+/gu, ' ').trim()].slice(0, MOST).join('');
}
