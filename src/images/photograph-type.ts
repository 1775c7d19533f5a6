// The first bytes of a file to what it holds, whatever its name says.

export type PhotographType = 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff' | 'gif' | 'svg' | 'heic' | 'git-lfs';

/** Of the names of photographs, in lower case. HEIC is never taken; its endings are here so that editors are told what to do. */
export const PHOTOGRAPH_ENDINGS: readonly string[] = [
  '.jpg',
  '.jpeg',
  '.png',
  '.webp',
  '.avif',
  '.tif',
  '.tiff',
  '.gif',
  '.svg',
  '.heic',
  '.heif',
];

const TIFF_STARTS = ['49492a00', '4d4d002a', '49492b00', '4d4d002b'];

/** Comments, the XML declaration and the document type may stand before the root. */
const PROLOG_BYTES = 16_384;

/** null: nothing that is known here. */
export function photographType(bytes: Buffer): PhotographType | null {
  const start = bytes.toString('latin1', 0, 12);
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'webp';
  if (TIFF_STARTS.includes(bytes.toString('hex', 0, 4))) return 'tiff';
  if (start.startsWith('ftyp', 4)) return heifType(bytes);
  if (start.startsWith('version http')) return isLfsPointer(bytes) ? 'git-lfs' : null;
  return isDrawing(bytes) ? 'svg' : null;
}

/** ISO/IEC 23008-12, annex B and § 10: one container for HEVC (HEIC) and AV1 (AVIF); its brands say which. */
function heifType(bytes: Buffer): 'avif' | 'heic' | null {
  const length = Math.min(bytes.length, bytes.readUInt32BE(0), 256);
  const brands = new Set(bytes.toString('latin1', 8, length).match(/.{4}/gs) ?? []);
  if (brands.has('avif') || brands.has('avis')) return 'avif';
  return ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'].some(brand => brands.has(brand))
    ? 'heic'
    : null;
}

/** What a clone holds in the place of a file that Git LFS keeps elsewhere. */
function isLfsPointer(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 64).startsWith('version https://git-lfs.github.com/spec/');
}

function isDrawing(bytes: Buffer): boolean {
  const prolog = bytes
    .toString('latin1', 0, PROLOG_BYTES)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return prolog.startsWith('<') && /<(?:[\w.-]+:)?svg[\s/>]/.test(prolog);
}
