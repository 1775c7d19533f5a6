// Whether an image or a recording that pages need stands in the output already.
import type { Memory } from '../memory/memory.ts';
import type { Output } from './output.ts';
import type { Listed } from './site-list.ts';

export interface KnownOutput {
  readonly memory: Pick<Memory, 'images'>;
  readonly output: Pick<Output, 'holds'>;
  /** Whether the output is as the memory says. */
  readonly sameOutput: boolean;
  /** What the output says of itself where the memory may not know it. */
  readonly listed: Listed | null;
}

/** The hash of the bytes that stand at an address; null: none do, or they can't be trusted. */
export function standingImage(
  { memory, output, sameOutput, listed }: KnownOutput,
  url: string,
): string | null {
  const remembered = memory.images.get(url) ?? null;
  if (sameOutput) return remembered;
  // Making it again would take a thousand times as long as a look.
  const bytesHash = remembered ?? listed?.files.get(url) ?? null;
  return bytesHash !== null && output.holds(url, bytesHash) ? bytesHash : null;
}
