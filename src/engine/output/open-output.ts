// The place of a site, as plain data that every thread can take, to the output there.
import { openFolderOutput } from './folder-output.ts';
import type { Output } from './output.ts';

export interface OutputPlace {
  readonly kind: 'folder';
  readonly dir: string;
  /** Whether it is filled at once; missing: that follows from what stands there now. */
  readonly isFilledAtOnce?: boolean;
}

export function openOutput({ dir, isFilledAtOnce }: OutputPlace): Output {
  return openFolderOutput(dir, isFilledAtOnce);
}
