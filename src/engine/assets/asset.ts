// Bytes of the theme to a file of the site whose address holds their hash, so that it can be cached for ever.
import { assetUrl } from '../../address/asset-url.ts';
import { hashOf } from '../../hash/hash.ts';

export interface Asset {
  readonly url: string;
  readonly bytes: Buffer;
  /** The file of the theme that it is, byte for byte. */
  readonly source?: string;
}

/** `extension` is without its dot. */
export function hashedAsset(name: string, extension: string, bytes: Buffer): Asset {
  return { url: assetUrl(name, hashOf(bytes), extension), bytes };
}
