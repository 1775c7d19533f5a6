// The bytes of a file that is named as a page to its text, or what keeps it from being read.
import { isUtf8 } from 'node:buffer';

/** In bytes. No browser of a reader's shows a page of that size in time; the longest of a real archive are a hundredth of it. */
export const LARGEST_PAGE = 16_000_000;

export interface PageText {
  readonly text: string;
  /** Else it was read by the encoding that it names, or as Windows-1252, as browsers do (Encoding, § 4.2). */
  readonly isUtf8: boolean;
}

/** Where a page's own declaration stands: HTML, § 4.2.5.4. */
const DECLARED_WITHIN = 1024;

/** null: it is no text. */
export function textOfPage(bytes: Buffer): PageText | null {
  if (isUtf8(bytes)) {
    if (bytes.subarray(0, 8192).includes(0)) return null;
    return { text: bytes.toString(), isUtf8: true };
  }
  const encoding = encodingOf(bytes);
  // UTF-16 has such bytes beside each Latin letter.
  if (!encoding.startsWith('utf-16') && bytes.subarray(0, 8192).includes(0)) return null;
  return { text: new TextDecoder(encoding).decode(bytes), isUtf8: false };
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const start = bytes.toString('latin1', 0, DECLARED_WITHIN);
  const declared = /<meta[^>]*\bcharset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  try {
    return new TextDecoder(declared ?? FALLBACK).encoding;
  } catch {
    return FALLBACK;
  }
}

const FALLBACK = 'windows-1252';
