import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { styleMistake } from '../../tests/broken-sites/message-style.ts';
import { BLUE, noise, paint, quarters, RED, spot } from '../../tests/media/sample-photographs.ts';
import { howMany } from '../../tests/soak/how-many.ts';
import { hashOf } from '../hash/hash.ts';
import type { Photograph } from './photograph.ts';
import { photographMistakes } from './photograph-mistakes.ts';
import { readPhotograph } from './read-photograph.ts';
import { toneOf } from './tones.ts';

async function facts(bytes: Buffer): Promise<Photograph> {
  const read = await readPhotograph(bytes, 'quai.jpg');
  assert.ok(read.ok, read.ok ? '' : read.mistake.message);
  return read.photograph;
}

async function ruleOf(bytes: Buffer): Promise<string | null> {
  const read = await readPhotograph(bytes, 'quai.jpg');
  return read.ok ? null : read.mistake.rule;
}

const ENCODINGS: Readonly<Record<string, Promise<Buffer>>> = {
  JPEG: noise().jpeg().toBuffer(),
  'progressive JPEG': noise().jpeg({ progressive: true }).toBuffer(),
  'grey JPEG': noise().greyscale().jpeg().toBuffer(),
  'CMYK JPEG': noise().toColourspace('cmyk').jpeg().toBuffer(),
  PNG: noise().png().toBuffer(),
  'interlaced PNG': noise().png({ progressive: true }).toBuffer(),
  'PNG of 256 colours': noise().png({ palette: true }).toBuffer(),
  'PNG of 16 bits': noise().toColourspace('rgb16').png().toBuffer(),
  'grey PNG of 16 bits': noise().greyscale().toColourspace('grey16').png().toBuffer(),
  WebP: noise().webp().toBuffer(),
  'lossless WebP': noise().webp({ lossless: true }).toBuffer(),
  AVIF: noise().avif({ effort: 0 }).toBuffer(),
  'AVIF of 10 bits': noise().avif({ effort: 0, bitdepth: 10 }).toBuffer(),
  TIFF: noise().tiff({ compression: 'lzw' }).toBuffer(),
  'plain TIFF': noise().tiff({ compression: 'none' }).toBuffer(),
  'CMYK TIFF': noise().toColourspace('cmyk').tiff({ compression: 'lzw' }).toBuffer(),
  'TIFF of 16 bits': noise().toColourspace('rgb16').tiff({ compression: 'deflate' }).toBuffer(),
  GIF: noise().gif().toBuffer(),
};

/** The file cut after a share of its bytes. */
const cut = (bytes: Buffer, share: number): Buffer => bytes.subarray(0, Math.floor(bytes.length * share));

/** A chunk of a PNG put in after its header; without a checksum that anyone asks for. */
function withChunk(png: Buffer, type: string, data: Buffer): Buffer {
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from(type), data, Buffer.alloc(4)]);
  chunk.writeUInt32BE(data.length, 0);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
}

function withSize(png: Buffer, width: number, height: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

describe('a photograph', () => {
  for (const [name, encoding] of Object.entries(ENCODINGS)) {
    it(`is read from ${name}`, async () => {
      const bytes = await encoding;
      const { hash, width, height, alpha, tone } = await facts(bytes);
      assert.deepEqual(
        { hash, width, height, alpha },
        { hash: hashOf(bytes), width: 160, height: 120, alpha: false },
      );
      assert.notEqual(tone, null);
    });

    it(`that is cut short is found out in ${name}`, async () => {
      for (const share of [0.05, 0.3, 0.6, 0.9, 0.98])
        assert.equal(await ruleOf(cut(await encoding, share)), 'broken-photograph', `at ${share}`);
    });
  }

  it('has the size in which it is shown, however the camera was held', async () => {
    for (let orientation = 1; orientation <= 8; orientation++) {
      const bytes = await quarters(240, 120).withMetadata({ orientation }).jpeg().toBuffer();
      const { width, height } = await facts(bytes);
      assert.deepEqual(
        [width, height],
        orientation < 5 ? [240, 120] : [120, 240],
        `orientation ${orientation}`,
      );
    }
  });

  it('stands on the colour that most of it has', async () => {
    const sea = paint(300, 200, (_, y) => (y < 0.3 ? RED : BLUE));
    assert.equal((await facts(await sea.png().toBuffer())).tone, toneOf(...BLUE));
  });

  it('is transparent when any of it is, not when it only could be', async () => {
    const opaque = await quarters().ensureAlpha().png().toBuffer();
    assert.equal((await facts(opaque)).alpha, false);
    const edge = await sharp(opaque).extend({ right: 1, background: { r: 0, g: 0, b: 0, alpha: 0 } });
    for (const bytes of [await edge.clone().png().toBuffer(), await edge.clone().webp().toBuffer()]) {
      const { alpha, tone } = await facts(bytes);
      assert.deepEqual({ alpha, tone }, { alpha: true, tone: null });
    }
  });

  it('draws the eye to what stands out in it, upright or not', async () => {
    const near = ([x, y]: readonly [number, number], [left, top]: readonly [number, number]): void =>
      assert.ok(Math.abs(x - left) < 0.1 && Math.abs(y - top) < 0.1, `${x}, ${y} for ${left}, ${top}`);
    for (const [width, height] of [
      [1600, 900],
      [900, 1600],
      [1000, 1000],
    ] as const) {
      for (const place of [
        [0.2, 0.3],
        [0.85, 0.75],
      ] as const)
        near((await facts(await spot(width, height, place).jpeg().toBuffer())).focus, place);
    }
    // Turned to the right the upper left is the upper right.
    const turned = await spot(1600, 900, [0.2, 0.2]).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    near((await facts(turned)).focus, [0.8, 0.2]);
  });

  it('may be tiny or narrow', async () => {
    for (const [width, height] of [
      [1, 1],
      [3, 2],
      [1, 3000],
      [5000, 1],
    ] as const) {
      const photograph = await facts(await quarters(width, height).png().toBuffer());
      assert.deepEqual([photograph.width, photograph.height], [width, height]);
      assert.ok(photograph.focus.every(share => share >= 0 && share <= 1));
    }
  });

  it('is what its bytes are, whatever its name says', async () => {
    const read = await readPhotograph(await quarters().jpeg().toBuffer(), 'quai.png');
    assert.ok(read.ok);
  });

  it('is taken with the flaw that some telephones write into each of theirs', async () => {
    const bytes = Buffer.from(await noise().jpeg().toBuffer());
    // The last three bytes of the header of the scan say which part of the spectrum is in it: in baseline JPEG always 0 to 63.
    const scan = bytes.indexOf(Buffer.from([0xff, 0xda]));
    bytes[scan + 2 + bytes.readUInt16BE(scan + 2) - 2] = 0;
    assert.equal(await ruleOf(bytes), null);
  });

  it('is refused when a part of its middle is missing', async () => {
    for (const encoding of ['JPEG', 'progressive JPEG', 'PNG', 'interlaced PNG', 'TIFF', 'WebP', 'AVIF']) {
      const bytes = await ENCODINGS[encoding]!;
      const hole = Buffer.concat([bytes.subarray(0, bytes.length * 0.5), bytes.subarray(bytes.length * 0.7)]);
      assert.equal(await ruleOf(hole), 'broken-photograph', encoding);
    }
  });
});

describe('a drawing', () => {
  it('has 1600 pixels of width, whatever unit it is drawn in', async () => {
    for (const size of [
      'viewBox="0 0 4 2"',
      'viewBox="0 0 .4 .2" width="4" height="2"',
      'width="40mm" height="20mm"',
      'width="900000" height="450000"',
    ]) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="#2040d0"/></svg>`;
      const { width, height, alpha, tone } = await facts(Buffer.from(svg));
      assert.deepEqual([width, height], [1600, 800], size);
      assert.deepEqual({ alpha, tone }, { alpha: false, tone: toneOf(0x20, 0x40, 0xd0) });
    }
  });

  it('is not much higher than a screen can show', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 100"><rect width="1" height="50"/></svg>';
    const { width, height, alpha } = await facts(Buffer.from(svg));
    assert.deepEqual([width, height, alpha], [40, 4000, true]);
  });

  it('is broken when its renderer does not understand it', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><g></svg>';
    assert.equal(await ruleOf(Buffer.from(svg)), 'broken-photograph');
  });

  it('may hold a photograph of megabytes', async () => {
    const png = (await quarters(2000, 1500).png({ compressionLevel: 0 }).toBuffer()).toString('base64');
    assert.ok(png.length > 10_000_000);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><image width="4" height="3" href="data:image/png;base64,${png}"/></svg>`;
    const { alpha, tone } = await facts(Buffer.from(svg));
    assert.equal(alpha, false);
    assert.notEqual(tone, null);
  });
});

describe('what is no photograph', () => {
  const text = (content: string): Buffer => Buffer.from(content, 'latin1');

  it('is named for what it is', async () => {
    const png = await ENCODINGS.PNG!;
    const heic = '\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\0';
    const cases: readonly (readonly [string, Buffer])[] = [
      ['empty-photograph', Buffer.alloc(0)],
      ['unknown-photograph-type', text('BM6\0\0')],
      ['unknown-photograph-type', text('Un texte.')],
      ['git-lfs-photograph', text('version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\n')],
      ['heic-photograph', text(heic)],
      ['broken-photograph', text('\xff\xd8\xff')],
      ['broken-photograph', text(heic.replaceAll('heic', 'avif'))],
      ['animated-photograph', text(heic.replaceAll('heic', 'avis'))],
      ['animated-photograph', withChunk(png, 'acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))],
    ];
    for (const [rule, bytes] of cases) assert.equal(await ruleOf(bytes), rule);
  });

  it('is an animation', async () => {
    const frames = { raw: { width: 10, height: 20, channels: 3, pageHeight: 10 } } as const;
    const film = sharp(Buffer.concat([Buffer.alloc(300, 0), Buffer.alloc(300, 255)]), frames);
    assert.equal(
      await ruleOf(
        await film
          .clone()
          .gif({ delay: [100, 100] })
          .toBuffer(),
      ),
      'animated-photograph',
    );
    assert.equal(
      await ruleOf(
        await film
          .clone()
          .webp({ delay: [100, 100] })
          .toBuffer(),
      ),
      'animated-photograph',
    );
  });

  it('is larger than fifty million pixels, which is known before any is decoded', async () => {
    const png = await ENCODINGS.PNG!;
    const read = await readPhotograph(withSize(png, 60_000, 50_000), 'quai.png');
    assert.ok(!read.ok);
    assert.equal(read.mistake.rule, 'huge-photograph');
    assert.match(read.mistake.message, /3\u202f000 millions de pixels, pour 50 au plus/);
    // One that has as many as it may, but not the bytes for them, is only broken.
    assert.equal(await ruleOf(withSize(png, 10_000, 5000)), 'broken-photograph');
  });

  it('is told to editors in French, with what to do', () => {
    for (const [name, mistake] of Object.entries(photographMistakes)) {
      const { rule, message } = (mistake as (...words: unknown[]) => { rule: string; message: string })(
        'quai été.jpg',
        name === 'huge' ? 10_000 : 'autre.png',
        6000,
      );
      assert.match(rule, /^[a-z-]+$/);
      assert.match(message, /«\u00a0quai été\.jpg\u00a0»/);
      assert.equal(styleMistake(message), null, message);
    }
  });
});

describe('any bytes at all', () => {
  it('are a photograph or a mistake, and never an accident', async () => {
    const sound = (await Promise.all(Object.values(ENCODINGS))).concat(
      Buffer.from(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3z"/><text>Quai</text></svg>',
      ),
    );
    /** Beyond the bytes that tell the type; most within the header, where most can go wrong. */
    const place = fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 12, max: 200 }) },
      { weight: 1, arbitrary: fc.integer({ min: 200, max: 9999 }) },
    );
    const changes = fc.array(fc.tuple(place, fc.nat(255)), { minLength: 1, maxLength: 4 });
    const changed = fc
      .tuple(fc.constantFrom(...sound), changes, fc.constantFrom(1, 1, 1, 0.9, 0.3))
      .map(([whole, changes, share]) => {
        const bytes = Buffer.from(cut(whole, share));
        for (const [at, to] of changes) bytes[at % bytes.length] = to;
        return bytes;
      });
    const bytes = fc.oneof(
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map(array => Buffer.from(array)) },
      { weight: 4, arbitrary: changed },
    );
    await fc.assert(
      fc.asyncProperty(bytes, async bytes => {
        const read = await readPhotograph(bytes, 'quai.jpg');
        if (!read.ok) assert.equal(styleMistake(read.mistake.message), null);
        else assert.ok(read.photograph.width * read.photograph.height <= 50_000_000);
      }),
      howMany('damaged photographs'),
    );
  });
});
