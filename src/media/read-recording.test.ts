import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { styleMistake } from '../../tests/broken-sites/message-style.ts';
import {
  box,
  largeBox,
  sampleMp3,
  sampleMp4,
  sampleOgg,
  sampleWebm,
} from '../../tests/media/sample-recordings.ts';
import { howMany } from '../../tests/soak/how-many.ts';
import { hashOf } from '../hash/hash.ts';
import { type ByteSource, bytesInMemory } from './byte-source.ts';
import { readRecording, recordingKindMistake, typeOfRecording } from './read-recording.ts';

const folder = mkdtempSync(join(tmpdir(), 'quotidien-media-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The demonstration's film, which an encoder wrote. */
const FILM = readFileSync(new URL('../../content/articles/2014/05/rosetta.mp4', import.meta.url));

/** `video/mp4`, or `rule: message`. */
async function look(bytes: Uint8Array): Promise<string> {
  const read = await typeOfRecording(bytesInMemory(bytes), 'essai.mp4');
  if (read.ok) return read.type.type;
  assert.equal(styleMistake(read.mistake.message), null, read.mistake.message);
  return `${read.mistake.rule}: ${read.mistake.message}`;
}

describe('a recording that browsers play', () => {
  it('is known by its bytes, whatever its name', async () => {
    assert.equal(await look(sampleMp4()), 'video/mp4');
    assert.equal(await look(sampleMp4({ tracks: [{ handler: 'soun', format: 'mp4a' }] })), 'audio/mp4');
    assert.equal(await look(sampleWebm()), 'video/webm');
    assert.equal(await look(sampleWebm({ trackTypes: [2] })), 'audio/webm');
    assert.equal(await look(sampleOgg('Opus')), 'audio/ogg');
    assert.equal(await look(sampleOgg('Vorbis')), 'audio/ogg');
    assert.equal(await look(sampleMp3()), 'audio/mpeg');
    assert.equal(await look(FILM), 'video/mp4');
  });

  it('may be put together in any order', async () => {
    assert.equal(await look(sampleMp4({ order: ['ftyp', 'mdat', 'moov'] })), 'video/mp4');
    assert.equal(await look(Buffer.concat([sampleMp4(), largeBox('mdat', Buffer.alloc(300))])), 'video/mp4');
    assert.equal(await look(sampleWebm({ isSizeKnown: false })), 'video/webm');
    assert.equal(await look(sampleMp3({ tag: 30_000 })), 'audio/mpeg');
  });

  it('is read in pieces, whatever its size', async () => {
    const film = sampleMp4({ order: ['ftyp', 'moov'] });
    const size = 5 * 1024 ** 3;
    const pictures = Buffer.concat([Buffer.from([0, 0, 0, 1]), Buffer.from('mdat'), Buffer.alloc(8)]);
    pictures.writeBigUInt64BE(BigInt(size - film.length), 8);
    const begin = Buffer.concat([film, pictures]);
    let read = 0;
    const source: ByteSource = {
      size,
      read: async (offset, length) => {
        read += length;
        const bytes = Buffer.alloc(Math.min(length, size - offset));
        if (offset < begin.length) begin.copy(bytes, 0, offset);
        return bytes;
      },
    };
    const looked = await typeOfRecording(source, 'film.mp4');
    assert.equal(looked.ok && looked.type.type, 'video/mp4');
    assert.ok(read < 10_000_000, `${read} bytes were read`);
  });

  it('may be read while others are read', async () => {
    const files = [sampleMp4(), sampleWebm(), sampleOgg('Opus'), sampleMp3(), sampleMp4({ brand: 'qt  ' })];
    const looked = await Promise.all(files.map(look));
    assert.deepEqual(looked.slice(0, 4), ['video/mp4', 'video/webm', 'audio/ogg', 'audio/mpeg']);
    assert.match(looked[4]!, /QuickTime/);
  });

  it('is read after another on which the disk failed', async () => {
    const failing: ByteSource = {
      size: 5000,
      read: async (offset, length) => {
        if (length > 1000) throw new Error('EIO');
        return sampleMp4().subarray(offset, offset + length);
      },
    };
    const [failed, looked] = await Promise.allSettled([typeOfRecording(failing, 'a.mp4'), look(sampleMp4())]);
    assert.equal(failed.status === 'rejected' && failed.reason.message, 'EIO');
    assert.equal(looked.status === 'fulfilled' && looked.value, 'video/mp4');
  });

  it('may have other tracks beside picture and sound', async () => {
    const sound = { handler: 'soun', format: 'mp4a' };
    assert.equal(
      await look(sampleMp4({ tracks: [sound, { handler: 'text', format: 'tx3g' }] })),
      'audio/mp4',
    );
    // A podcast with a picture for each chapter is a sound.
    assert.equal(
      await look(sampleMp4({ tracks: [sound, { handler: 'vide', format: 'jpeg' }] })),
      'audio/mp4',
    );
  });

  it('has the hash of its bytes, which are never in memory all at once', async () => {
    const bytes = Buffer.concat([sampleMp4(), box('free', Buffer.alloc(3_000_000, 1))]);
    const path = join(folder, 'film.mov');
    writeFileSync(path, bytes);
    assert.deepEqual(await readRecording(path), {
      ok: true,
      recording: { kind: 'video', type: 'video/mp4', ending: '.mp4', hash: hashOf(bytes) },
    });
  });
});

describe('a recording that can’t be played', () => {
  it('is named when it is empty', async () => {
    assert.match(await look(Buffer.alloc(0)), /^empty-recording: .*zéro octet/);
  });

  it('is named when its end is missing, wherever it was cut', async () => {
    for (const whole of [
      sampleMp4(),
      sampleMp4({ order: ['ftyp', 'mdat', 'moov'] }),
      sampleWebm(),
      sampleOgg('Opus'),
      FILM,
    ]) {
      for (const length of [40, Math.floor(whole.length / 2), whole.length - 1])
        assert.match(await look(whole.subarray(0, length)), /^broken-recording: .*il en manque la fin/);
    }
    const sound = sampleMp3({ statedSize: 4170 });
    assert.equal(await look(sound), 'audio/mpeg');
    assert.match(await look(sound.subarray(0, 3000)), /^broken-recording/);
  });

  it('is named when it has neither picture nor sound', async () => {
    assert.match(await look(sampleMp4({ tracks: [] })), /^broken-recording/);
    assert.match(
      await look(sampleMp4({ tracks: [{ handler: 'text', format: 'tx3g' }] })),
      /^broken-recording/,
    );
    assert.match(
      await look(sampleMp4({ tracks: [{ handler: 'soun', format: '\xabp4a' }] })),
      /^broken-recording/,
    );
    assert.match(await look(sampleWebm({ trackTypes: [] })), /^broken-recording/);
    assert.match(await look(sampleMp3({ frames: 1 })), /^broken-recording/);
  });

  it('is named by its format, with the one to export to', async () => {
    const video = (format: string) => sampleMp4({ tracks: [{ handler: 'vide', format }] });
    const audio = (format: string) => sampleMp4({ tracks: [{ handler: 'soun', format }] });
    const transport = Buffer.alloc(1880);
    for (let packet = 0; packet < 10; packet++) transport[packet * 188] = 0x47;
    const rows: readonly (readonly [bytes: Buffer, format: string, target: string])[] = [
      [sampleMp4({ brand: 'qt  ' }), 'QuickTime', 'MP4'],
      [sampleMp4({ order: ['moov', 'mdat'] }), 'QuickTime', 'MP4'],
      [video('hvc1'), 'HEVC (H.265)', 'MP4'],
      [video('mp4v'), '«\u00a0MPEG-4 Visual\u00a0»', 'MP4'],
      [video('zzzz'), '«\u00a0zzzz\u00a0»', 'MP4'],
      [video('dvh1'), 'Dolby Vision', 'MP4'],
      [video('apch'), 'ProRes', 'MP4'],
      [video('encv'), 'MP4 protégé par un verrou numérique', 'MP4'],
      [audio('alac'), 'Apple Lossless', 'MP3'],
      [audio('ac-3'), 'Dolby Digital', 'MP3'],
      [audio('samr'), 'AMR', 'MP3'],
      [sampleWebm({ documentType: 'matroska' }), 'Matroska (MKV)', 'MP4'],
      [sampleOgg('Theora'), 'Theora', 'MP4'],
      [sampleOgg('FLAC'), 'FLAC', 'MP3'],
      [Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), 'WAV', 'MP3'],
      [Buffer.from('RIFF\x24\0\0\0AVI LIST', 'latin1'), 'AVI', 'MP4'],
      [Buffer.from('fLaC\0\0\0\x22', 'latin1'), 'FLAC', 'MP3'],
      [Buffer.from('3026b2758e66cf11a6d900aa0062ce6c', 'hex'), 'Windows Media', 'MP4'],
      [Buffer.from('fff15080000000fc', 'hex'), 'AAC sans conteneur', 'MP3'],
      [transport, 'MPEG-TS', 'MP4'],
    ];
    for (const [bytes, format, target] of rows) {
      const said = await look(bytes);
      assert.ok(said.startsWith('unplayable-recording: '), said);
      assert.ok(said.includes(`au format ${format}, `), said);
      assert.ok(said.includes(` en ${target}`), said);
    }
  });

  it('is named when the file is a pointer of Git LFS', async () => {
    const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
    assert.match(await look(Buffer.from(pointer)), /^git-lfs-recording: .*git lfs pull/);
  });

  it('is named when it is something else altogether', async () => {
    assert.match(await look(Buffer.from('Bonjour.')), /^unknown-media-type: .*ni une vidéo ni un son/);
    assert.match(await look(Buffer.from('%PDF-1.7\n')), /^unknown-media-type/);
  });

  it('is named when it can’t be read', async () => {
    for (const path of [join(folder, 'perdu.mp4'), folder]) {
      const read = await readRecording(path);
      assert.equal(read.ok ? null : read.mistake.rule, 'unreadable-file');
    }
  });

  it('never makes the reader throw, whatever the bytes', async () => {
    const samples = [
      sampleMp4(),
      sampleWebm(),
      sampleOgg('Opus'),
      sampleMp3({ statedSize: 99, tag: 20 }),
      FILM,
    ];
    const mutated = fc
      .tuple(
        fc.constantFrom(...samples),
        fc.array(fc.tuple(fc.nat(3000), fc.nat(255)), { maxLength: 12 }),
        fc.oneof(fc.nat(2000), fc.constant(FILM.length)),
      )
      .map(([sample, changes, length]) => {
        const bytes = Buffer.from(sample.subarray(0, length));
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        return bytes;
      });
    const bytes = fc.oneof(mutated, fc.uint8Array({ maxLength: 600 }));
    await fc.assert(
      fc.asyncProperty(bytes, async each => {
        assert.match(await look(each), /^(?:video|audio)\/|^[a-z-]+: /);
      }),
      howMany('bytes of texts'),
    );
  });
});

describe('a sound where an article needs a film', () => {
  it('is sent to its own field', () => {
    const sound = { kind: 'audio', type: 'audio/mp4', ending: '.m4a' } as const;
    assert.equal(recordingKindMistake(sound, 'audio', 'son.m4a'), null);
    const mistake = recordingKindMistake(sound, 'video', 'son.m4a');
    assert.equal(mistake?.rule, 'wrong-media-kind');
    assert.match(
      mistake.message,
      /est un son, alors qu’on attend ici une vidéo\. Mettez-le sous «\u00a0audio\u00a0»/,
    );
    assert.equal(styleMistake(mistake.message), null);
  });
});
