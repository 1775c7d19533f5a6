import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { openPhotograph } from './open-photograph.ts';
import { withGammaProfile } from './png-gamma.ts';

const GREY = { r: 128, g: 128, b: 128 };

async function png(channels: 'rgb' | 'grey' | 'palette' | 'alpha'): Promise<Buffer> {
  const plain = sharp({ create: { width: 8, height: 8, channels: 3, background: GREY } });
  if (channels === 'grey') return await plain.toColourspace('b-w').png().toBuffer();
  if (channels === 'palette') return await plain.png({ palette: true }).toBuffer();
  return channels === 'alpha' ? await plain.ensureAlpha().png().toBuffer() : await plain.png().toBuffer();
}

/** The PNG with chunks behind its header. */
function withChunks(bytes: Buffer, ...chunks: readonly (readonly [type: string, data: Buffer])[]): Buffer {
  const made = chunks.map(([type, data]) => {
    const chunk = Buffer.alloc(12 + data.length);
    chunk.writeUInt32BE(data.length);
    chunk.write(type, 4, 'latin1');
    data.copy(chunk, 8);
    chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length);
    return chunk;
  });
  return Buffer.concat([bytes.subarray(0, 33), ...made, bytes.subarray(33)]);
}

function gamma(value: number): readonly [string, Buffer] {
  const data = Buffer.alloc(4);
  data.writeUInt32BE(value);
  return ['gAMA', data];
}

async function shownGrey(bytes: Buffer): Promise<number> {
  const opened = await openPhotograph(bytes, 'a.png');
  assert.ok(opened.ok);
  const pixels = await opened.value.pixels({ width: 8, height: 8 }, true).removeAlpha().raw().toBuffer();
  return pixels[0]!;
}

/** What Chromium shows of a sample of 128: light is 128/255 to the power of the exponent, in the curve of sRGB (IEC 61966-2-1). */
function expected(exponent: number): number {
  const light = (128 / 255) ** exponent;
  return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
}

describe('a PNG that names its gamma is published as browsers show it', () => {
  for (const kind of ['rgb', 'grey', 'palette', 'alpha'] as const) {
    for (const [value, exponent] of [
      [100_000, 1],
      [55_556, 1.8],
      [31_250, 3.2],
    ] as const) {
      it(`${kind}, ${value}`, async () => {
        const shown = await shownGrey(withChunks(await png(kind), gamma(value)));
        assert.ok(Math.abs(shown - expected(exponent)) <= 2, `${shown} for ${expected(exponent)}`);
      });
    }
  }

  it('and one of screens, of none, or with a stronger word on its colours as it is', async () => {
    const plain = await png('rgb');
    const sRgb = ['sRGB', Buffer.from([0])] as const;
    for (const bytes of [
      plain,
      withChunks(plain, gamma(45_455)),
      withChunks(plain, gamma(45_000)),
      withChunks(plain, gamma(0)),
      withChunks(plain, gamma(100_000), sRgb),
      withChunks(plain, sRgb, gamma(100_000)),
    ]) {
      assert.equal(withGammaProfile(bytes), bytes);
      assert.equal(await shownGrey(bytes), 128);
    }
  });

  it('whatever its bytes are, it does not throw', async () => {
    const whole = withChunks(await png('rgb'), gamma(100_000));
    for (let length = 0; length < whole.length; length += 1) withGammaProfile(whole.subarray(0, length));
    assert.equal(withGammaProfile(Buffer.alloc(64, 0xff)).length, 64);
  });
});
