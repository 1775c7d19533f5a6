// What a build knows of a film or a sound, and what may be wrong with it.
import type { RecordingKind } from './media-kinds.ts';

/** The type that a file's bytes have, whatever its name says. */
export interface RecordingType {
  readonly kind: RecordingKind;
  /** The media type for browsers (RFC 6838): `video/mp4`. */
  readonly type: string;
  /** With its dot; servers know the type by it. */
  readonly ending: string;
}

export interface Recording extends RecordingType {
  /** `hashOf` the file's bytes. */
  readonly hash: string;
}

export type RecordingFault =
  /** The end of the file is missing, or its parts contradict each other. */
  | { readonly fault: 'broken' }
  /** Some browsers do not play the format. */
  | {
      readonly fault: 'unplayable';
      /** The name by which editors know it: `HEVC (H.265)`. */
      readonly format: string;
      /** The kind of file that the editor should export. */
      readonly kind: RecordingKind;
    };

export const BROKEN: RecordingFault = { fault: 'broken' };

export function unplayableFault(format: string, kind: RecordingKind): RecordingFault {
  return { fault: 'unplayable', format, kind };
}
