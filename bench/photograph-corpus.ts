// A number and a seed become a portal in which each article has a photograph of 12 megapixels, each a different one.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { HOUR } from '../src/time/durations.ts';
import { between, type Random, randomFrom } from './random.ts';

const WIDTH = 4000;
const HEIGHT = 3000;

/** How many photographs are drawn at the same time. */
const CONCURRENCY = 4;

/** The folders of the corpus. */
export interface PhotographCorpus {
  /** `content` and `_data` of a portal whose articles have photographs. */
  readonly illustrated: string;
  /** `content` and `_data` of the same portal without photographs. */
  readonly plain: string;
  /** The folder of the photographs. */
  readonly photographs: string;
}

/** Writes the corpus below `dir`. If `dir` has a corpus of the same number and seed, it writes nothing. */
export async function writePhotographCorpus(
  dir: string,
  count: number,
  seed: number,
  onProgress: (done: number) => void,
): Promise<PhotographCorpus> {
  const corpus = {
    illustrated: join(dir, 'illustrated'),
    plain: join(dir, 'plain'),
    photographs: join(dir, 'illustrated/content/media'),
  };
  const mark = join(dir, 'corpus.json');
  const wanted = JSON.stringify({ count, seed });
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return corpus;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(corpus.photographs, { recursive: true });
  for (const [root, pictured] of [
    [corpus.illustrated, true],
    [corpus.plain, false],
  ] as const) {
    writeData(join(root, '_data'));
    mkdirSync(join(root, 'content/articles'), { recursive: true });
    for (let index = 0; index < count; index++)
      writeFileSync(join(root, `content/articles/article-${index}.md`), article(index, pictured));
  }
  const random = randomFrom(seed);
  const seeds = Array.from({ length: count }, () => between(random, 0, 2 ** 31));
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      const bytes = await photograph(randomFrom(seeds[index]!));
      writeFileSync(join(corpus.photographs, `photo-${index}.jpg`), bytes);
      onProgress(++done);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  writeFileSync(mark, wanted);
  return corpus;
}

/** Pixels. The drawing is made at this size and enlarged, since blending at full size would take longer than the measured builds. */
const DRAWING = { width: 1600, height: 1200 };

/** Clouds of several sizes, which compress about as well as a photograph of a sky, a wood or a wall. */
async function photograph(random: Random): Promise<Buffer> {
  const layer = (size: number): Promise<Buffer> => {
    const width = Math.ceil(DRAWING.width / size);
    const height = Math.ceil(DRAWING.height / size);
    const raw = Buffer.alloc(width * height * 3);
    for (let at = 0; at < raw.length; at++) raw[at] = Math.floor(random() * 256);
    return sharp(raw, { raw: { width, height, channels: 3 } })
      .resize({ ...DRAWING, kernel: 'cubic', fit: 'fill' })
      .raw()
      .toBuffer();
  };
  const raw = { ...DRAWING, channels: 3 as const };
  const [coarse, middle, fine] = await Promise.all([160, 32, 5].map(layer));
  const drawing = await sharp(coarse!, { raw })
    .composite([
      { input: middle!, raw, blend: 'soft-light' },
      { input: fine!, raw, blend: 'soft-light' },
    ])
    .removeAlpha()
    .raw()
    .toBuffer();
  return sharp(drawing, { raw }).resize(WIDTH, HEIGHT).jpeg({ quality: 90 }).toBuffer();
}

function article(index: number, pictured: boolean): string {
  // One article each hour, backwards, so that all dates differ.
  const date = new Date(Date.UTC(2014, 4, 20, 7) - index * HOUR).toISOString();
  const fields = {
    title: `Article ${index}`,
    source: 'La rédaction',
    date,
    section: index % 2 === 0 ? 'chine' : 'monde',
    ...(pictured && { image: { src: `photo-${index}.jpg`, alt: `Photo ${index}`, credit: 'Banc d’essai' } }),
  };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n\nUn texte de quelques mots, le même pour tous.\n`;
}

function writeData(dir: string): void {
  mkdirSync(dir, { recursive: true });
  const site = {
    name: "Banc d'essai",
    description: 'Un portail de photos fabriquées.',
    baseUrl: 'https://banc.example',
    timeZone: 'Asia/Shanghai',
    clock: '2014-05-20T15:30:00+08:00',
  };
  const sections = [
    { slug: 'chine', name: 'Chine' },
    { slug: 'monde', name: 'Monde' },
  ];
  for (const [name, value] of Object.entries({ site, sections }))
    writeFileSync(join(dir, `${name}.yaml`), JSON.stringify(value));
}
