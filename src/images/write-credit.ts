// A credit becomes metadata: an XMP packet, and EXIF that is inserted into a finished JPEG or PNG. libvips can't write this EXIF:
// it turns texts into ASCII (« Eleonore » for « Éléonore », nothing for 李) and drops what is in brackets.

import { crc32 } from 'node:zlib';
import { markupText } from './markup-text.ts';
import { type PhotographCredit, XMP_START } from './photograph-credit.ts';

/** An XMP packet (ISO 16684-1) with the properties of IPTC Photo Metadata. */
export function creditXmp({ creators, credit, copyright }: PhotographCredit): string {
  const creator = creators.map(name => `<rdf:li>${markupText(name)}</rdf:li>`).join('');
  return (
    XMP_START +
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">' +
    (creator && `<dc:creator><rdf:Seq>${creator}</rdf:Seq></dc:creator>`) +
    (credit ? `<photoshop:Credit>${markupText(credit)}</photoshop:Credit>` : '') +
    (copyright
      ? `<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">${markupText(copyright)}</rdf:li></rdf:Alt></dc:rights>`
      : '') +
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
  );
}

/** Tags of Exif 2.32, § 4.6.4, in ascending order, as TIFF requires. */
const ARTIST = 0x013b;
const COPYRIGHT = 0x8298;

/** Inserts Artist and Copyright as EXIF, in UTF-8, as the Metadata Working Group's guidelines (§ 5) advise. */
export function withCreditExif(
  image: Buffer,
  format: 'jpeg' | 'png',
  { creators, copyright }: PhotographCredit,
): Buffer {
  const fields = [
    { tag: ARTIST, text: creators.join('; ') },
    { tag: COPYRIGHT, text: copyright ?? '' },
  ].filter(({ text }) => text !== '');
  if (fields.length === 0) return image;
  const block = exifBlock(fields);
  return format === 'jpeg' ? insertSegment(image, block) : insertChunk(image, block);
}

/** TIFF 6.0, § 2: a header, a directory with entries of twelve bytes, and the texts to which they point. */
function exifBlock(fields: readonly { readonly tag: number; readonly text: string }[]): Buffer {
  const texts = fields.map(({ text }) => Buffer.from(`${text}\0`));
  const directory = Buffer.alloc(8 + 2 + 12 * fields.length + 4);
  directory.write('MM\0*', 'latin1');
  directory.writeUInt32BE(8, 4);
  directory.writeUInt16BE(fields.length, 8);
  let next = directory.length;
  for (const [index, { tag }] of fields.entries()) {
    const entry = 10 + 12 * index;
    const { length } = texts[index]!;
    directory.writeUInt16BE(tag, entry);
    directory.writeUInt16BE(2, entry + 2);
    directory.writeUInt32BE(length, entry + 4);
    // A text of up to four bytes is stored in the entry itself, in place of its offset.
    if (length <= 4) texts[index]!.copy(directory, entry + 8);
    else {
      directory.writeUInt32BE(next, entry + 8);
      next += length;
    }
  }
  return Buffer.concat([directory, ...texts.filter(({ length }) => length > 4)]);
}

/** Inserts the block as segment APP1 right after the start of the image (Exif 2.32, § 4.5.4). */
function insertSegment(jpeg: Buffer, block: Buffer): Buffer {
  const segment = Buffer.concat([Buffer.from('\xff\xe1\0\0Exif\0\0', 'latin1'), block]);
  segment.writeUInt16BE(segment.length - 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

/** Inserts the block as chunk `eXIf` (PNG, 3rd edition, § 11.3.3.4) after the signature and IHDR, which take 33 bytes. */
function insertChunk(png: Buffer, block: Buffer): Buffer {
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('eXIf'), block, Buffer.alloc(4)]);
  chunk.writeUInt32BE(block.length, 0);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}
