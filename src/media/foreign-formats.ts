// The first bytes of a film or a sound that browsers can't play become the name by which editors know its format.
import type { RecordingKind } from './media-kinds.ts';

interface ForeignFormat {
  readonly name: string;
  /** The kind of file that the editor should export. */
  readonly kind: RecordingKind;
  /** Bytes in Latin-1; a file of the format has all of them. */
  readonly marks: readonly { readonly at: number; readonly bytes: string }[];
}

const FORMATS: readonly ForeignFormat[] = [
  { name: 'WAV', kind: 'audio', marks: [mark(0, 'RIFF'), mark(8, 'WAVE')] },
  { name: 'AVI', kind: 'video', marks: [mark(0, 'RIFF'), mark(8, 'AVI ')] },
  { name: 'FLAC', kind: 'audio', marks: [mark(0, 'fLaC')] },
  { name: 'AIFF', kind: 'audio', marks: [mark(0, 'FORM'), mark(8, 'AIF')] },
  { name: 'CAF', kind: 'audio', marks: [mark(0, 'caff')] },
  { name: 'AMR', kind: 'audio', marks: [mark(0, '#!AMR')] },
  { name: 'AAC sans conteneur', kind: 'audio', marks: [mark(0, '\xff\xf1')] },
  { name: 'AAC sans conteneur', kind: 'audio', marks: [mark(0, '\xff\xf9')] },
  // The header's identifier in Advanced Systems Format, for films and sounds alike.
  { name: 'Windows Media', kind: 'video', marks: [mark(0, '\x30\x26\xb2\x75\x8e\x66\xcf\x11')] },
  { name: 'Flash Video', kind: 'video', marks: [mark(0, 'FLV\x01')] },
  { name: 'MPEG-2', kind: 'video', marks: [mark(0, '\0\0\x01\xba')] },
  { name: 'MPEG-2', kind: 'video', marks: [mark(0, '\0\0\x01\xb3')] },
  // Transport streams: packets of 188 bytes.
  { name: 'MPEG-TS', kind: 'video', marks: [mark(0, 'G'), mark(188, 'G'), mark(376, 'G')] },
];

function mark(at: number, bytes: string): ForeignFormat['marks'][number] {
  return { at, bytes };
}

/** null: none of these formats. @param head the file's first 400 bytes or more, or all of a shorter file. */
export function foreignFormat(head: Buffer): { readonly name: string; readonly kind: RecordingKind } | null {
  const isMarked = ({ at, bytes }: ForeignFormat['marks'][number]) =>
    head.toString('latin1', at, at + bytes.length) === bytes;
  return FORMATS.find(({ marks }) => marks.every(isMarked)) ?? null;
}
