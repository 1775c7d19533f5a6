// What is known of a film or a sound once it has been looked at, and what may be wrong with it.
import type { RecordingKind } from './media-kinds.ts';

/** What a file's bytes are, whatever its name says. */
export interface RecordingType {
  readonly kind: RecordingKind;
  /** For browsers (RFC 6838): `video/mp4`. */
  readonly type: string;
  /** By which servers know the type, with its dot. */
  readonly ending: string;
}

export interface Recording extends RecordingType {
  /** `hashOf` the file's bytes. */
  readonly hash: string;
}

export type RecordingFault =
  /** Its end is missing, or what it is made of does not hold together. */
  | { readonly fault: 'broken' }
  /** Not all browsers play what it holds. */
  | {
      readonly fault: 'unplayable';
      /** As editors know it: `HEVC (H.265)`. */
      readonly format: string;
      /** What it should become. */
      readonly kind: RecordingKind;
    };

export const BROKEN: RecordingFault = { fault: 'broken' };

export function unplayable(format: string, kind: RecordingKind): RecordingFault {
  return { fault: 'unplayable', format, kind };
}
