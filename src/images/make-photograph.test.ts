import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import {
  BLUE,
  type Colour,
  distance,
  GREEN,
  noise,
  paint,
  pixelAt,
  quarters,
  RED,
  spot,
  WHITE,
} from '../../tests/media/sample-photographs.ts';
import { type MadeImage, makePhotograph, type WantedImage } from './make-photograph.ts';
import type { Focus, Photograph } from './photograph.ts';
import { filesOf, type ImageFormat, newsFiles, socialFile } from './picture.ts';
import { readPhotograph } from './read-photograph.ts';
import { SLOTS, type Slot } from './slots.ts';

async function readFrom(bytes: Buffer): Promise<Photograph> {
  const read = await readPhotograph(bytes, 'quai.jpg');
  assert.ok(read.ok, read.ok ? '' : read.mistake.message);
  return read.photograph;
}

async function makeAll(
  bytes: Buffer,
  photograph: Photograph,
  wanted: readonly WantedImage[],
): Promise<ReadonlyMap<string, Buffer>> {
  const made = new Map<string, Buffer>();
  for await (const { url, bytes: image } of makePhotograph(bytes, photograph, wanted)) {
    assert.ok(!made.has(url), `${url} was made twice`);
    made.set(url, image);
  }
  assert.deepEqual([...made.keys()].sort(), wanted.map(({ file }) => file.url).sort());
  return made;
}

/** The file of one format that a place shows of `bytes`. */
async function fileShown(
  bytes: Buffer,
  slot: Slot,
  format: ImageFormat,
  focus: Focus | null = null,
): Promise<Buffer> {
  const photograph = await readFrom(bytes);
  const file = filesOf(photograph, slot, focus).find(each => each.format === format)!;
  return (await makeAll(bytes, photograph, [{ file, focus }])).get(file.url)!;
}

/** Encoders change colours a little. */
function assertNear(actual: readonly number[], expected: Colour, tolerance = 12): void {
  assert.ok(distance(actual, expected) <= tolerance, `${actual} instead of ${expected}`);
}

/** In the middle of each quarter: upper left, upper right, lower left, lower right. */
async function assertQuarters(bytes: Buffer, colours: readonly Colour[], tolerance?: number): Promise<void> {
  const places = [
    [0.25, 0.25],
    [0.75, 0.25],
    [0.25, 0.75],
    [0.75, 0.75],
  ] as const;
  for (const [index, [x, y]] of places.entries())
    assertNear(await pixelAt(bytes, x, y), colours[index]!, tolerance);
}

const FORMATS = ['avif', 'jpeg'] as const;

describe('the files of a photograph', () => {
  it('have the size and format that their address says', async () => {
    const bytes = await quarters(1300, 900).jpeg().toBuffer();
    const photograph = await readFrom(bytes);
    const uses = Object.keys(SLOTS) as Slot[];
    const files = [...uses.flatMap(slot => filesOf(photograph, slot, null)), socialFile(photograph, null)];
    const wanted = [...new Map(files.map(file => [file.url, { file, focus: null }])).values()];
    const made = await makeAll(bytes, photograph, wanted);
    for (const { file } of wanted) {
      const { width, height, format, compression } = await sharp(made.get(file.url)!).metadata();
      assert.deepEqual({ width, height }, { width: file.width, height: file.height }, file.url);
      assert.equal(
        format === 'heif' ? compression : format,
        file.format === 'avif' ? 'av1' : file.format,
        file.url,
      );
    }
  });

  it('are the same bytes every time', async () => {
    const bytes = await noise(500, 300).jpeg().toBuffer();
    const photograph = await readFrom(bytes);
    const wanted = filesOf(photograph, 'full', null)
      .concat(filesOf(photograph, 'card', null))
      .map(file => ({ file, focus: null }));
    const [first, second] = [
      await makeAll(bytes, photograph, wanted),
      await makeAll(bytes, photograph, [...wanted].reverse()),
    ];
    for (const [url, image] of first) assert.ok(image.equals(second.get(url)!), url);
  });

  it('are an AVIF of each width, and one for browsers that know none', async () => {
    const photograph = await readFrom(await noise(1300, 900).jpeg().toBuffer());
    const listed = (slot: Slot): readonly string[] =>
      filesOf(photograph, slot, null).map(({ width, format }) => `${width} ${format}`);
    assert.deepEqual(listed('article'), ['480 avif', '800 avif', '1200 avif', '800 jpeg']);
    assert.deepEqual(listed('card'), ['240 avif', '480 avif', '480 jpeg']);
    assert.deepEqual(listed('full'), ['1200 avif', '1200 jpeg']);
  });

  it('are the same bytes whether they are made together or each alone', async () => {
    const waves = (x: number, y: number): Colour => {
      const level = 128 + 60 * Math.sin(x * 30 + y * 12) + 50 * Math.sin(y * 40);
      return [level, 255 - level, 128];
    };
    const focus = [0.7, 0.2] as const;
    for (const [width, height] of [
      [1600, 1200],
      [2300, 500],
      [570, 430],
    ] as const) {
      const bytes = await paint(width, height, waves).jpeg().toBuffer();
      const photograph = await readFrom(bytes);
      const files = (['article', 'card', 'thumbnail', 'lead', 'full'] as const)
        .flatMap(slot => filesOf(photograph, slot, focus))
        .concat(newsFiles(photograph, focus), socialFile(photograph, focus));
      const wanted = [...new Map(files.map(file => [file.url, { file, focus }])).values()];
      const together = await makeAll(bytes, photograph, wanted);
      for (const each of wanted) {
        const alone = await makeAll(bytes, photograph, [each]);
        assert.ok(alone.get(each.file.url)!.equals(together.get(each.file.url)!), each.file.url);
      }
    }
  });

  it('show what it shows, in every format', async () => {
    const bytes = await quarters(960, 480).jpeg({ quality: 100 }).toBuffer();
    for (const format of FORMATS)
      await assertQuarters(await fileShown(bytes, 'article', format), [RED, GREEN, BLUE, WHITE]);
  });

  it('are no more than are wanted', async () => {
    const bytes = await quarters().jpeg().toBuffer();
    assert.equal((await makeAll(bytes, await readFrom(bytes), [])).size, 0);
  });

  it('can be left unmade by whoever has enough', async () => {
    const bytes = await noise(500, 300).jpeg().toBuffer();
    const photograph = await readFrom(bytes);
    const made: MadeImage[] = [];
    for await (const image of makePhotograph(
      bytes,
      photograph,
      filesOf(photograph, 'text', null).map(file => ({ file, focus: null })),
    )) {
      made.push(image);
      break;
    }
    assert.equal(made.length, 1);
  });

  it('are not made of bytes that are no photograph', async () => {
    const bytes = await noise().jpeg().toBuffer();
    const photograph = await readFrom(bytes);
    const wanted = filesOf(photograph, 'text', null).map(file => ({ file, focus: null }));
    for (const other of [Buffer.from('Un texte.'), bytes.subarray(0, bytes.length >> 1)])
      await assert.rejects(makeAll(other, photograph, wanted), Error);
  });
});

describe('a photograph taken with the camera turned', () => {
  /** EXIF 2.32, § 4.6.4 (Orientation): where each corner of the stored picture is seen. */
  const SEEN: readonly (readonly Colour[])[] = [
    [RED, GREEN, BLUE, WHITE],
    [GREEN, RED, WHITE, BLUE],
    [WHITE, BLUE, GREEN, RED],
    [BLUE, WHITE, RED, GREEN],
    [RED, BLUE, GREEN, WHITE],
    [BLUE, RED, WHITE, GREEN],
    [WHITE, GREEN, BLUE, RED],
    [GREEN, WHITE, RED, BLUE],
  ];

  for (const [index, colours] of SEEN.entries()) {
    const orientation = index + 1;
    it(`is upright in its files: orientation ${orientation}`, async () => {
      // One is shrunk while it is decoded, the other not.
      for (const [width, height] of [
        [1280, 640],
        [240, 120],
      ] as const) {
        const stored = quarters(width, height).withMetadata({ orientation });
        for (const bytes of [
          await stored.clone().jpeg({ quality: 95 }).toBuffer(),
          await stored.clone().png().toBuffer(),
        ]) {
          const image = await fileShown(bytes, 'thumbnail', 'jpeg');
          await assertQuarters(image, colours);
          assert.equal((await sharp(image).metadata()).orientation, undefined);
          const whole = await sharp(await fileShown(bytes, 'text', 'avif')).metadata();
          assert.equal(whole.width! < whole.height!, orientation >= 5);
        }
      }
    });
  }
});

describe('a photograph that is cut', () => {
  it('keeps what draws the eye, or what the editor points at', async () => {
    const bytes = await spot(1600, 800, [0.9, 0.5]).jpeg().toBuffer();
    const isRed = ([red, green]: readonly number[]): boolean => red! > green! + 60;
    // At the right edge the window begins at half of the width.
    assert.ok(isRed(await pixelAt(await fileShown(bytes, 'thumbnail', 'avif'), 0.8, 0.5)));
    const left = await fileShown(bytes, 'thumbnail', 'avif', [0.1, 0.5]);
    for (const x of [0.1, 0.5, 0.8, 0.95]) assert.ok(!isRed(await pixelAt(left, x, 0.5)));
  });

  it('is not stretched', async () => {
    const bytes = await spot(1600, 800, [0.5, 0.5]).png().toBuffer();
    const image = await fileShown(bytes, 'card', 'avif', [0.5, 0.5]);
    const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true });
    const red = (x: number, y: number): boolean =>
      data[(y * info.width + x) * 3]! > data[(y * info.width + x) * 3 + 1]! + 60;
    const across = Array.from({ length: info.width }, (_, x) => red(x, info.height >> 1)).filter(
      Boolean,
    ).length;
    const down = Array.from({ length: info.height }, (_, y) => red(info.width >> 1, y)).filter(
      Boolean,
    ).length;
    assert.ok(across > 20 && Math.abs(across - down) <= 2, `${across} across, ${down} down`);
  });

  it('is cut out of as many pixels as the largest file needs', async () => {
    // Lines that would be gone if the file were made of fewer.
    const lines = paint(2000, 500, x => (Math.floor(x * 2000) % 8 < 4 ? RED : WHITE));
    const image = await fileShown(await lines.png().toBuffer(), 'grid', 'jpeg');
    const { data, info } = await sharp(image).raw().toBuffer({ resolveWithObject: true });
    const greens = Array.from(
      { length: info.width },
      (_, x) => data[((info.height >> 1) * info.width + x) * 3 + 1]!,
    );
    assert.ok(Math.max(...greens) - Math.min(...greens) > 120);
  });
});

describe('a photograph in other colours', () => {
  const COLOURS = [RED, GREEN, BLUE, WHITE];
  const source = (): ReturnType<typeof quarters> => quarters(960, 480);

  it('of 16 bits is the same in 8', async () => {
    const png = await source().toColourspace('rgb16').png().toBuffer();
    assert.equal((await sharp(png).metadata()).depth, 'ushort');
    const tiff = await source().toColourspace('rgb16').tiff({ compression: 'lzw' }).toBuffer();
    for (const bytes of [png, tiff]) await assertQuarters(await fileShown(bytes, 'article', 'avif'), COLOURS);
  });

  it('for print (CMYK) looks as on paper', async () => {
    // Saturated colours can't be printed: those that can come back as they were.
    const printable: readonly Colour[] = [
      [180, 90, 80],
      [110, 150, 100],
      [90, 110, 150],
      [220, 220, 220],
    ];
    const printed = paint(960, 480, (x, y) => printable[(x < 0.5 ? 0 : 1) + (y < 0.5 ? 0 : 2)]!);
    const plain = await printed.clone().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    const profiled = await printed.clone().withIccProfile('cmyk').jpeg({ quality: 95 }).toBuffer();
    assert.equal((await sharp(plain).metadata()).hasProfile, false);
    assert.equal((await sharp(profiled).metadata()).hasProfile, true);
    for (const bytes of [plain, profiled]) {
      assert.equal((await sharp(bytes).metadata()).space, 'cmyk');
      await assertQuarters(await fileShown(bytes, 'article', 'jpeg'), printable, 24);
    }
  });

  it('of a wide gamut keeps its colours without its profile', async () => {
    const bytes = await source().withIccProfile('p3').png().toBuffer();
    // Read without regard to the profile they would be other colours.
    assert.ok(
      distance(await pixelAt(await sharp(bytes, { ignoreIcc: true }).png().toBuffer(), 0.25, 0.25), RED) > 12,
    );
    for (const format of FORMATS) {
      const image = await fileShown(bytes, 'article', format);
      await assertQuarters(image, COLOURS);
      assert.equal((await sharp(image).metadata()).icc, undefined);
    }
  });

  it('of greys alone is grey', async () => {
    const grey = source().greyscale();
    const greys = await Promise.all(
      [0.25, 0.75].flatMap(y =>
        [0.25, 0.75].map(async x => pixelAt(await grey.clone().png().toBuffer(), x, y)),
      ),
    );
    for (const bytes of [
      await grey.clone().jpeg().toBuffer(),
      await grey.clone().png().toBuffer(),
      await grey.clone().toColourspace('grey16').png().toBuffer(),
    ])
      for (const format of FORMATS)
        await assertQuarters(await fileShown(bytes, 'article', format), greys as unknown as Colour[]);
  });

  it('of 256 colours is read as any other', async () => {
    for (const bytes of [await source().png({ palette: true }).toBuffer(), await source().gif().toBuffer()])
      await assertQuarters(await fileShown(bytes, 'article', 'jpeg'), COLOURS);
  });
});

describe('a transparent picture', () => {
  const cutOut = async (): Promise<Buffer> =>
    await quarters(900, 600)
      .ensureAlpha()
      .extend({ left: 300, background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .png()
      .toBuffer();

  it('stays transparent in all formats of a page', async () => {
    const bytes = await cutOut();
    for (const format of ['avif', 'png'] as const) {
      const image = await fileShown(bytes, 'article', format);
      assert.equal((await pixelAt(image, 0.1, 0.5))[3], 0, format);
      const inside = await pixelAt(image, 0.3, 0.1);
      assert.equal(inside[3], 255);
      assertNear(inside, RED);
    }
  });

  it('stands on white where networks show it', async () => {
    const bytes = await cutOut();
    const photograph = await readFrom(bytes);
    const file = socialFile(photograph, [0, 0.5]);
    const image = (await makeAll(bytes, photograph, [{ file, focus: [0, 0.5] }])).get(file.url)!;
    assertNear(await pixelAt(image, 0.05, 0.5), [255, 255, 255], 3);
  });

  it('keeps all its colours in the file that readers keep', async () => {
    const bytes = await sharp(await noise(300, 200).png().toBuffer())
      .ensureAlpha()
      .extend({ top: 1, background: { r: 0, g: 0, b: 0, alpha: 0 } })
      .png()
      .toBuffer();
    const kept = await fileShown(bytes, 'full', 'png');
    const [before, after] = await Promise.all([bytes, kept].map(png => sharp(png).raw().toBuffer()));
    assert.ok(before!.equals(after!));
  });
});

describe('a drawing', () => {
  it('is as sharp as its file, however small it is drawn', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><rect width="4" height="2" fill="#fff"/><rect width="2" height="2"/></svg>';
    const image = await fileShown(Buffer.from(svg), 'article', 'jpeg');
    const { data, info } = await sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true });
    const row = data.subarray((info.height >> 1) * info.width, ((info.height >> 1) + 1) * info.width);
    const between = [...row].filter(level => level > 60 && level < 195);
    assert.ok(between.length <= 2, `${between.length} pixels are neither black nor white`);
  });
});
