// A short description of a film or a sound becomes the bytes of a small file of that format, for tests.

export interface SampleTrack {
  /** `vide`, `soun`, `text`… */
  readonly handler: string;
  /** `avc1`, `mp4a`… */
  readonly format: string;
}

const FILM: readonly SampleTrack[] = [
  { handler: 'vide', format: 'avc1' },
  { handler: 'soun', format: 'mp4a' },
];

/** A file of MP4 or QuickTime. @param order of its boxes, in which programs differ. */
export function sampleMp4({
  brand = 'isom',
  tracks = FILM,
  order = ['ftyp', 'moov', 'mdat'],
}: {
  brand?: string;
  tracks?: readonly SampleTrack[];
  order?: readonly ('ftyp' | 'moov' | 'mdat')[];
} = {}): Buffer {
  const boxes = {
    ftyp: box('ftyp', latin1(brand), uint32(512), latin1(`${brand}mp41`)),
    moov: box('moov', box('mvhd', Buffer.alloc(100)), ...tracks.map(trackBox)),
    mdat: box('mdat', Buffer.alloc(1000, 7)),
  };
  return Buffer.concat(order.map(name => boxes[name]));
}

function trackBox({ handler, format }: SampleTrack, index: number): Buffer {
  const samples = box('stsd', uint32(0), uint32(1), sampleEntry(handler, format));
  return box(
    'trak',
    // After version, flags and two instants: the track's number.
    box('tkhd', Buffer.alloc(12), uint32(index + 1), Buffer.alloc(68)),
    box(
      'mdia',
      box('mdhd', Buffer.alloc(24)),
      box('hdlr', uint32(0), uint32(0), latin1(handler), Buffer.alloc(13)),
      box('minf', box('stbl', samples)),
    ),
  );
}

function sampleEntry(handler: string, format: string): Buffer {
  if (handler === 'vide') return box(format, PICTURE);
  if (handler === 'soun') return format === 'mp4a' ? box(format, SOUND, AAC) : box(format, SOUND);
  return box(format, Buffer.alloc(70));
}

/** ISO/IEC 14496-12, § 12.1.3: 640 × 360, one frame a sample, 24 bits. */
const PICTURE = Buffer.from(
  `0000000000000001${'00'.repeat(16)}028001680048000000480000000000000001${'00'.repeat(32)}0018ffff`,
  'hex',
);

/** § 12.2.3: two channels, 16 bits, 44,100 Hz. */
const SOUND = Buffer.from(`0000000000000001${'00'.repeat(8)}0002001000000000ac440000`, 'hex');

/** ISO/IEC 14496-14, § 6.7: AAC of low complexity. */
const AAC = box('esds', uint32(0), Buffer.from(`031900010004114015${'00'.repeat(11)}05021210060102`, 'hex'));

export function box(type: string, ...content: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(content);
  return Buffer.concat([uint32(8 + bytes.length), latin1(type), bytes]);
}

/** A box with its size in eight bytes, which films over four gigabytes need. */
export function largeBox(type: string, content: Buffer): Buffer {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(16 + content.length));
  return Buffer.concat([uint32(1), latin1(type), size, content]);
}

/** @param trackTypes 1 for pictures, 2 for sound. */
export function sampleWebm({
  documentType = 'webm',
  trackTypes = [1, 2],
  isSizeKnown = true,
}: {
  documentType?: string;
  trackTypes?: readonly number[];
  isSizeKnown?: boolean;
} = {}): Buffer {
  const entries = trackTypes.map((type, index) =>
    element(
      'ae',
      element('d7', Buffer.of(index + 1)),
      element('83', Buffer.of(type)),
      element('86', latin1(type === 1 ? 'V_VP9' : 'A_OPUS')),
    ),
  );
  const segment = [
    element('ec', Buffer.alloc(50)),
    element('1654ae6b', ...entries),
    element('1f43b675', Buffer.alloc(500, 7)),
  ];
  return Buffer.concat([
    element('1a45dfa3', element('4286', Buffer.of(1)), element('4282', latin1(documentType))),
    isSizeKnown
      ? element('18538067', ...segment)
      : Buffer.concat([Buffer.from('1853806701ffffffffffffff', 'hex'), ...segment]),
  ]);
}

/** @param id in hexadecimal. */
function element(id: string, ...content: readonly Buffer[]): Buffer {
  const bytes = Buffer.concat(content);
  const size = uint32(0x10000000 + bytes.length);
  return Buffer.concat([Buffer.from(id, 'hex'), size, bytes]);
}

/** The first packet of a stream, by its coding: RFC 7845, § 5.1; Vorbis I, § 4.2.2; and those of Theora, FLAC and Speex. */
const OGG_HEADS = {
  Opus: '4f707573486561640102380180bb0000000000',
  Vorbis: '01766f72626973000000000144ac000000000000000000000000000000b801',
  Theora: `807468656f7261030201${'00'.repeat(32)}`,
  FLAC: `7f464c414301000001664c614380000022100010000000000000000ac442f000000000${'00'.repeat(16)}`,
  Speex: `5370656578202020${'00'.repeat(72)}`,
} as const;

export function sampleOgg(coding: keyof typeof OGG_HEADS): Buffer {
  return Buffer.concat([
    oggPage(2, Buffer.from(OGG_HEADS[coding], 'hex')),
    oggPage(0, Buffer.alloc(600, 7)),
    oggPage(4, Buffer.alloc(300, 7)),
  ]);
}

function oggPage(flags: number, content: Buffer): Buffer {
  const sizes = [...Array<number>(Math.floor(content.length / 255)).fill(255), content.length % 255];
  const header = Buffer.alloc(27);
  header.write('OggS', 'latin1');
  header[5] = flags;
  header[26] = sizes.length;
  return Buffer.concat([header, Buffer.from(sizes), content]);
}

/**
 * Frames of MPEG-1 layer III, 128 kbit/s, 44,100 Hz, stereo: 417 bytes each.
 * @param statedSize the file's size that an encoder writes into the first frame; null when it writes none.
 * @param tag bytes of an ID3v2 tag before the frames.
 */
export function sampleMp3({
  frames = 10,
  statedSize = null,
  tag = 0,
}: {
  frames?: number;
  statedSize?: number | null;
  tag?: number;
} = {}): Buffer {
  const sound = Buffer.concat(Array.from({ length: frames }, () => mp3Frame()));
  if (statedSize !== null)
    Buffer.concat([latin1('Info'), uint32(3), uint32(frames), uint32(statedSize)]).copy(sound, 36);
  if (tag === 0) return sound;
  const size = [21, 14, 7, 0].map(shift => (tag >> shift) & 0x7f);
  return Buffer.concat([latin1('ID3\x04\0\0'), Buffer.from(size), Buffer.alloc(tag), sound]);
}

function mp3Frame(): Buffer {
  const frame = Buffer.alloc(417);
  frame.writeUInt32BE(0xfffb9000);
  return frame;
}

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
