// The first bytes of a file tell whether it is MP4, WebM, Ogg or MP3, or a relative of these that browsers may not play.
// Only these reach MediaInfo, which reads a hundred other formats.

/** In Latin-1. Old files of QuickTime begin with one of the boxes after `ftyp` (Apple, QuickTime File Format). */
const MARKS: readonly { readonly at: number; readonly oneOf: readonly string[] }[] = [
  { at: 4, oneOf: ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'] },
  // EBML (RFC 8794, § 11.2.1), with which WebM and Matroska begin.
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
