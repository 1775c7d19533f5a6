// The place of a site, as plain data that every thread can take, to the output there.
import { openFolderOutput } from './folder-output.ts';
import type { Output } from './output.ts';

export interface OutputPlace {
  readonly kind: 'folder';
  readonly dir: string;
}

export function openOutput({ dir }: OutputPlace): Output {
  return openFolderOutput(dir);
}
