// What comes out of images is held to the numbers of `src/images/recipe.ts`: whoever changes it without raising one fails here.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, mock } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { cardFonts } from '../src/engine/assets/fonts.ts';
import { hashOf } from '../src/hash/hash.ts';
import { drawCard } from '../src/images/card-drawing.ts';
import { openCardPrinter } from '../src/images/card-printer.ts';
import { makePhotograph, type WantedImage } from '../src/images/make-photograph.ts';
import type { Photograph } from '../src/images/photograph.ts';
import { filesOf, socialFile } from '../src/images/picture.ts';
import { readPhotograph } from '../src/images/read-photograph.ts';
import { type ImageKind, RECIPES } from '../src/images/recipe.ts';
import { SAMPLE_CARD_COLOURS } from '../src/images/sample-card-colours.ts';
import { SLOTS, type Slot } from '../src/images/slots.ts';
import type { SocialCardDesign, SocialCardText } from '../src/images/social-card.ts';
import { openTypeface } from '../src/images/typeface.ts';
import { drawLocatorMap } from '../src/map/draw-locator-map.ts';
import { findPlace } from '../src/map/gazetteer.ts';
import { type Colour, paint, pixelAt, spot } from './media/sample-photographs.ts';

/** What came out of each kind with this recipe. A line is written anew only as the failure of its test says. */
const HELD: Readonly<Record<ImageKind, { readonly recipe: number; readonly digest: string }>> = {
  photographs: { recipe: 4, digest: 'Nkzjv9d9rn0hiZMIexvgS' },
  cards: { recipe: 1, digest: 'KjTNg4VX2HEFrJRKERkTp' },
  maps: { recipe: 1, digest: 'O05iOH_lrlB9UK4cJH9SQ' },
};

/** `seen`: JSON data that follows from the code alone, and is the same on every machine. */
function assertHeld(kind: ImageKind, seen: unknown): void {
  const recipe = RECIPES[kind];
  const held = HELD[kind];
  const digest = hashOf(JSON.stringify(seen));
  const line = (number: number): string => `${kind}: { recipe: ${number}, digest: '${digest}' },`;
  assert.equal(
    recipe,
    held.recipe,
    `The recipe of ${kind} is ${recipe} now. Write into HELD of this test:\n  ${line(recipe)}`,
  );
  assert.equal(
    digest,
    held.digest,
    `What comes out of ${kind} has changed, or how it is made, and their recipe is still ${recipe}: sites would go on showing what ` +
      `their caches hold. Raise « ${kind} » of src/images/recipe.ts to ${recipe + 1}, and write into HELD of this test:\n  ${line(recipe + 1)}\n` +
      `Only if every file is still what it was (a call was moved, an option has another name), leave the recipe and write:\n  ${line(recipe)}`,
  );
}

describe('the recipe of', () => {
  it('photographs', async () => {
    const plain = await Promise.all(PLAIN.map(source => source().toBuffer()));
    const samples = await Promise.all(
      SAMPLES.map(async ({ source, uses }) => ({ bytes: await source().toBuffer(), uses })),
    );
    const pipelines = recordPipelines();
    const facts: unknown[] = [];
    const made: Made[] = [];
    try {
      for (const bytes of plain) facts.push(lookOf(await readFrom(bytes)));
      for (const { bytes, uses } of samples) {
        const photograph = await readFrom(bytes);
        const { width, height, alpha } = photograph;
        facts.push([width, height, alpha]);
        made.push(...(await filesMadeOf(bytes, photograph, uses)));
      }
    } finally {
      pipelines.stop();
    }
    const files = await Promise.all(made.map(whatIsIn));
    assertHeld('photographs', [facts, sorted(files), sorted(pipelines.seen)]);
  });

  it('cards', async () => {
    const cache = mkdtempSync(join(tmpdir(), 'quotidien-recipes-'));
    try {
      const fonts = await cardFonts(cache);
      const type = { serif: await openTypeface(fonts.serif), sans: await openTypeface(fonts.sans) };
      const printer = await openCardPrinter(fonts);
      const pipelines = recordPipelines();
      const printed = await printer.print(designOf(CARDS[0]!)).finally(pipelines.stop);
      const { width, height, format, channels } = await sharp(printed).metadata();
      const drawings = CARDS.map(card => drawCard(designOf(card), type));
      assertHeld('cards', [drawings, { width, height, format, channels }, pipelines.seen]);
    } finally {
      rmSync(cache, { recursive: true });
    }
  });

  it('maps', () => {
    assertHeld('maps', [
      ...PLACES.map(name => drawLocatorMap(findPlace(name)!, name)),
      drawLocatorMap({ latitude: -40, longitude: -120 }, null),
      drawLocatorMap({ latitude: 44.95, longitude: 34.1 }, 'Simferopol'),
    ]);
  });
});

const PLACES = ['Bamako', 'Pékin', 'Paris', 'Jérusalem', 'Tripoli (Liban)', 'Singapour', 'Le Caire'];

const CARDS: readonly SocialCardText[] = [
  { portal: 'Quotidien', section: 'Économie', headline: 'Le yuan apprend à baisser' },
  {
    portal: 'Quotidien',
    section: 'Monde',
    headline: 'Nguyễn Phú Trọng et Путин (普京) à l’épreuve '.repeat(4).trim(),
  },
  { portal: 'Quotidien', section: null, headline: 'Un portail pour essayer' },
];

function designOf(text: SocialCardText): SocialCardDesign {
  return { text, colours: SAMPLE_CARD_COLOURS };
}

/**
 * Four fields, whose colours are in the middle of the steps that `stepOf` tells apart: encoders and processors that round
 * otherwise come to the same step.
 */
const FIELDS: readonly Colour[] = [
  [240, 48, 48],
  [48, 176, 48],
  [48, 48, 208],
  [240, 240, 240],
];
const STEP = 32;

function fields(width: number, height: number): Sharp {
  return paint(width, height, (x, y) => FIELDS[(x < 0.5 ? 0 : 1) + (y < 0.5 ? 0 : 2)]!);
}

const CREDIT =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
  '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">' +
  '<dc:creator><rdf:Seq><rdf:li>Éléonore Li (李)</rdf:li></rdf:Seq></dc:creator><photoshop:Credit>Agence du port</photoshop:Credit>' +
  '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Quotidien</rdf:li></rdf:Alt></dc:rights>' +
  '</rdf:Description></rdf:RDF></x:xmpmeta>';

const ALL = Object.keys(SLOTS) as readonly Slot[];
const SOME: readonly Slot[] = ['thumbnail', 'text'];

/** Photographs of every kind that is read in a way of its own, and the places for which they are made. */
const SAMPLES: readonly {
  readonly source: () => { toBuffer(): Promise<Buffer> };
  readonly uses: readonly Slot[];
}[] = [
  {
    source: () => fields(2100, 1300).jpeg({ quality: 95 }).withXmp(CREDIT),
    uses: ALL,
  },
  { source: () => fields(900, 600).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }), uses: SOME },
  {
    source: () =>
      fields(900, 600)
        .ensureAlpha()
        .extend({ left: 300, background: { r: 0, g: 0, b: 0, alpha: 0 } })
        .png(),
    uses: [...SOME, 'full'],
  },
  { source: () => fields(600, 400).toColourspace('cmyk').jpeg({ quality: 95 }), uses: SOME },
  { source: () => fields(600, 400).toColourspace('rgb16').png(), uses: SOME },
  { source: drawnFields, uses: ['text', 'full'] },
];

/** The four fields as a drawing. */
function drawnFields(): { toBuffer(): Promise<Buffer> } {
  const rectangles = FIELDS.map(
    (colour, index) =>
      `<rect x="${index % 2}" y="${index >> 1}" width="1" height="1" fill="rgb(${colour.join(',')})"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2">${rectangles.join('')}</svg>`;
  return { toBuffer: async () => Buffer.from(svg) };
}

/** Photographs of which what is found out leaves no doubt: one colour, one thing to look at. */
const PLAIN: readonly (() => Sharp)[] = [
  () => paint(300, 200, () => [40, 104, 168]).png(),
  () => spot(600, 400, [0.9, 0.3]).png(),
];

async function readFrom(bytes: Buffer): Promise<Photograph> {
  const read = await readPhotograph(bytes, 'quai.jpg');
  assert.ok(read.ok, read.ok ? '' : read.mistake.message);
  return read.photograph;
}

/** The tone, and where the eye goes in fifths of width and height. */
function lookOf({ tone, focus }: Photograph): unknown {
  return [tone, focus.map(share => Math.floor(share * 5))];
}

interface Made {
  readonly wanted: WantedImage;
  readonly bytes: Buffer;
}

async function filesMadeOf(
  bytes: Buffer,
  found: Photograph,
  uses: readonly Slot[],
): Promise<readonly Made[]> {
  const photograph: Photograph = { ...found, focus: [0.5, 0.5] };
  const wanted = new Map<string, WantedImage>();
  for (const focus of [null, [0.2, 0.8] as const]) {
    for (const slot of uses)
      for (const file of filesOf(photograph, slot, focus)) wanted.set(file.url, { file, focus });
    const social = socialFile(photograph, focus);
    wanted.set(social.url, { file: social, focus });
  }
  const made: Made[] = [];
  for await (const image of makePhotograph(bytes, photograph, [...wanted.values()]))
    made.push({ wanted: wanted.get(image.url)!, bytes: image.bytes });
  return made;
}

/** What a file is and shows, but not its bytes: these may differ where sharp was built otherwise. */
async function whatIsIn({ wanted: { file, focus }, bytes }: Made): Promise<unknown> {
  const { crop, credited } = file;
  const found = await sharp(bytes).metadata();
  const { format, compression, width, height, channels, chromaSubsampling, isProgressive, exif, xmp } = found;
  const shown = [];
  for (const y of [0.1, 0.9]) for (const x of [0.1, 0.9]) shown.push(stepOf(await pixelAt(bytes, x, y)));
  return {
    ...{ crop, credited, focus, shown },
    ...{ format, compression, width, height, channels, chromaSubsampling, isProgressive },
    exif: exif?.toString('base64'),
    xmp: xmp?.toString(),
  };
}

/** Nobody sees of which colour it is that is transparent. */
function stepOf([red, green, blue, opacity]: readonly number[]): readonly number[] | null {
  return opacity! < 128 ? null : [red!, green!, blue!].map(part => Math.floor(part / STEP));
}

/** Until it is stopped, takes down with which options sharp is asked for bytes: quality, effort, window and all others. */
function recordPipelines(): { readonly seen: readonly string[]; readonly stop: () => void } {
  const seen: string[] = [];
  const toBuffer = sharp.prototype.toBuffer as (...args: unknown[]) => unknown;
  const recording = mock.method(
    sharp.prototype,
    'toBuffer',
    function (this: { readonly options: unknown }, ...args: unknown[]) {
      seen.push(JSON.stringify(this.options, withoutPixels));
      return toBuffer.apply(this, args);
    },
  );
  return { seen, stop: () => recording.mock.restore() };
}

/** For JSON: a buffer is left out before it becomes a list of numbers. */
function withoutPixels(this: object, name: string, value: unknown): unknown {
  return (this as Readonly<Record<string, unknown>>)[name] instanceof Uint8Array ? null : value;
}

/** Files are done in the order in which cores are free. */
function sorted(values: readonly unknown[]): readonly string[] {
  return values.map(value => JSON.stringify(value)).sort();
}
