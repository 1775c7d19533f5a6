// The bytes of a PNG or AVIF become a yes or no: is it animated? sharp reads the first picture of such a file, and does not
// mention the others.

/** Portable Network Graphics (3rd edition), § 11.3.5: an `acTL` chunk before the first `IDAT` announces an animation. */
export function isAnimatedPng(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'acTL') return true;
    if (type === 'IDAT') return false;
  }
  return false;
}

/** AV1 Image File Format, § 6.3: the first brand of an image sequence is `avis`. */
export function isAnimatedAvif(bytes: Buffer): boolean {
  return bytes.toString('latin1', 8, 12) === 'avis';
}
