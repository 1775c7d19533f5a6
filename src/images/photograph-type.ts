// The first bytes of a file become its type, whatever its name says.
import { isLfsPointer } from '../content/lfs-pointer.ts';

export type PhotographType = 'jpeg' | 'png' | 'webp' | 'avif' | 'tiff' | 'gif' | 'svg' | 'heic' | 'git-lfs';

/** The endings of photographs' names, in lower case. HEIC is listed although it is refused, so that editors get its message. */
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

/** How many bytes may precede the root element: comments, the XML declaration, the document type. */
const PROLOG_BYTES = 16_384;

/** The type of the file; null when it is none of these. */
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

/** ISO/IEC 23008-12, annex B and § 10: HEVC (HEIC) and AV1 (AVIF) share a container, whose brands name the codec. */
function heifType(bytes: Buffer): 'avif' | 'heic' | null {
  const length = Math.min(bytes.length, bytes.readUInt32BE(0), 256);
  const brands = new Set(bytes.toString('latin1', 8, length).match(/.{4}/gs) ?? []);
  if (brands.has('avif') || brands.has('avis')) return 'avif';
  return ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'].some(brand => brands.has(brand))
    ? 'heic'
    : null;
}

function isDrawing(bytes: Buffer): boolean {
  const prolog = bytes
    .toString('latin1', 0, PROLOG_BYTES)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return prolog.startsWith('<') && /<(?:[\w.-]+:)?svg[\s/>]/.test(prolog);
}
