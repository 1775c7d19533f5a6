// The first bytes of a file to whether it is of a family of which browsers play something: MP4, WebM, Ogg, MP3.
// Nothing else reaches the library that looks into files, which knows a hundred formats more.

/** In Latin-1. QuickTime's files of old begin with any of the boxes after `ftyp` (Apple, QuickTime File Format). */
const MARKS: readonly { readonly at: number; readonly oneOf: readonly string[] }[] = [
  { at: 4, oneOf: ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'] },
  // EBML (RFC 8794, § 11.2.1), as WebM and Matroska have it.
  { at: 0, oneOf: ['\x1a\x45\xdf\xa3'] },
  { at: 0, oneOf: ['OggS'] },
  { at: 0, oneOf: ['ID3'] },
];

export function isOfPlayableFamily(head: Buffer): boolean {
  return (
    MARKS.some(({ at, oneOf }) => oneOf.includes(head.toString('latin1', at, at + oneOf[0]!.length))) ||
    isMp3Frame(head)
  );
}

/** Eleven bits of one, two of the version, then 01 for layer III (ISO/IEC 11172-3, § 2.4.1.3). */
function isMp3Frame([first = 0, second = 0]: Buffer): boolean {
  return first === 0xff && (second & 0b111_00_11_0) === 0b111_00_01_0;
}
