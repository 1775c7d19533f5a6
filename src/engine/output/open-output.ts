// The place of a site, as plain data that every thread can take, to the output there.
import { openFolderOutput } from './folder-output.ts';
import type { Output } from './output.ts';
import { openWaitingPlace } from './store-output.ts';

export type OutputPlace = FolderPlace | WaitingPlace;

export interface FolderPlace {
  readonly kind: 'folder';
  readonly dir: string;
  /** Whether it is filled at once; missing: that follows from what stands there now. */
  readonly isFilledAtOnce?: boolean;
}

/** Where that waits which is to be sent to a store. */
export interface WaitingPlace {
  readonly kind: 'waiting';
  readonly dir: string;
}

export function openOutput({ dir, isFilledAtOnce }: FolderPlace): Output {
  return openFolderOutput(dir, isFilledAtOnce);
}

/** What a thread needs that renders pages. */
export function openForPages(place: OutputPlace): Pick<Output, 'put'> {
  return place.kind === 'folder' ? openOutput(place) : openWaitingPlace(place.dir);
}
