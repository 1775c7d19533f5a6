// Bytes of the theme to a file of the site whose address holds their hash, so that it can be cached for ever.
import { hashOf } from '../../hash/hash.ts';

export interface Asset {
  readonly url: string;
  readonly bytes: Buffer;
  /** The file of the theme that it is, byte for byte. */
  readonly source?: string;
}

/** `extension` is without its dot. */
export function hashedAsset(name: string, extension: string, bytes: Buffer): Asset {
  // The hash is base64url; in lower case 12 characters of it still tell 10^18 contents apart.
  const hash = hashOf(bytes).slice(0, 12).toLowerCase();
  return { url: `/assets/${name}.${hash}.${extension}`, bytes };
}
