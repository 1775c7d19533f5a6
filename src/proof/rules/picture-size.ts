// Pictures whose file has not the size, or not the shape, that the page says.
import { loadSharp } from '../../images/load-sharp.ts';
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule } from '../rule.ts';
import type { Tree } from '../tree/tree.ts';

const words = proofWords.found.pictureSize;

/** What the rule measures; drawings fit any place. */
const MEASURED = /\.(?:jpe?g|png|webp|avif|gif)$/i;

/** In pixels: sizes are whole numbers, and each was rounded. */
const ROUNDED = 1;

/** Of a file that is no picture. */
const NONE = -1;

export const pictureSize: Rule = {
  name: 'picture-size',
  severity: 'error',
  async page({ pictureFiles, address, base }, tree, tell) {
    for (const { src, width, shape } of pictureFiles) {
      if (width === null && shape === null) continue;
      const led = tree.lead(src, address, base);
      if (led.to !== 'file' || !MEASURED.test(led.address)) continue;
      tell.looked();
      const [across, down] = await sizeOf(led.file, led.address, tree);
      if (across === NONE) tell.found(words.unreadable(led.address));
      else if (width !== null && Math.abs(width - across) > ROUNDED)
        tell.found(words.width(led.address, width, across));
      else if (shape !== null && !isAlike(shape, [across, down]))
        tell.found(words.shape(led.address, shape, [across, down]));
    }
  },
};

/** Whether one is the other, larger or smaller: each side may have been rounded. */
function isAlike(
  [width, height]: readonly [number, number],
  [across, down]: readonly [number, number],
): boolean {
  return (
    Math.abs(height - (width * down) / across) <= ROUNDED ||
    Math.abs(width - (height * across) / down) <= ROUNDED ||
    Math.abs(down - (across * height) / width) <= ROUNDED
  );
}

async function sizeOf(
  file: number,
  address: string,
  { table, pathOf }: Tree,
): Promise<readonly [number, number]> {
  const known = table.sizeOf(file);
  if (known !== null) return known;
  const measured = await measure(pathOf(address.slice(1)));
  table.setSize(file, ...measured);
  return measured;
}

async function measure(path: string): Promise<readonly [number, number]> {
  try {
    const sharp = await loadSharp();
    const { width, height, orientation, pageHeight } = await sharp(path).metadata();
    const down = pageHeight ?? height;
    // Exif 2.32, § 4.6.5.1.6: from five on the picture lies on its side.
    return (orientation ?? 1) >= 5 ? [down, width] : [width, down];
  } catch {
    return [NONE, NONE];
  }
}
