// A variation of the demonstration becomes a built site that all tests in a browser share, and the photographs that they ask of it.
import assert from 'node:assert/strict';
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { outputPath } from '../../src/address/addresses.ts';
import { workingTree } from '../../src/content/working-tree.ts';
import { makeFiles } from '../../src/engine/images/make-files.ts';
import { hashOf } from '../../src/hash/hash.ts';
import { hasImage, imagePath } from '../../src/images/image-cache.ts';
import { type ImageMaker, startImageMaker } from '../../src/images/image-maker.ts';
import type { DerivedFile } from '../../src/pages/derived-files.ts';
import { imageCache, sharedFolder, stateOf } from '../shared-folders.ts';
import { buildDemonstration, type Demonstration, PAGE_TYPES, type Variation } from './page-types.ts';

const ROOT = join(import.meta.dirname, '../..');

/** What is told of the demonstration beside its folders, as JSON. */
interface Facts {
  readonly addresses: Readonly<Record<string, string>>;
  readonly files: readonly (readonly [url: string, file: DerivedFile])[];
}

/** The demonstration as `buildDemonstration` makes it, built by the first test file that asks for it. Nobody may change its folders. */
export async function sharedDemonstration(variation: Variation = {}): Promise<Demonstration> {
  const folder = await sharedFolder('demonstrations', stateOfDemonstration(variation), async half => {
    using made = await buildDemonstration(variation);
    cpSync(made.outputDir, join(half, 'site'), { recursive: true });
    cpSync(made.contentDir, join(half, 'content'), { recursive: true });
    await addMaps(made, join(half, 'site'));
    const addresses = Object.fromEntries(PAGE_TYPES.map(type => [type, made.addressOf(type)]));
    writeFileSync(
      join(half, 'facts.json'),
      JSON.stringify({ addresses, files: [...made.files] } satisfies Facts),
    );
  });
  const { addresses, files } = JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as Facts;
  return {
    outputDir: join(folder, 'site'),
    contentDir: join(folder, 'content'),
    files: new Map(files),
    addressOf: type => addresses[type]!,
    [Symbol.dispose]: () => {},
  };
}

/** Maps are drawn in no time, and the weight of a page counts them. */
async function addMaps({ files, contentDir }: Demonstration, outputDir: string): Promise<void> {
  const cacheDir = await imageCache();
  const maps = [...files].filter(([, { kind }]) => kind === 'map').map(([url]) => url);
  await makeFiles(maps, files, {
    source: workingTree(contentDir),
    cacheDir,
    workers: 1,
    onProgress: () => {},
  });
  for (const url of maps) {
    const path = join(outputDir, outputPath(url));
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(imagePath(cacheDir, url), path);
  }
}

/** All that the site follows from. */
function stateOfDemonstration({ site, articles, files = {}, now }: Variation): string {
  const code = stateOf('src/**', 'content/**', '_data/**', '.eleventy.js', 'tests/browser/page-types.ts');
  const settings = site?.(readFileSync(join(ROOT, '_data/site.yaml'), 'utf8'));
  const hashes = Object.entries(files).map(([path, bytes]) => [path, hashOf(bytes)]);
  return hashOf(JSON.stringify([code, settings, articles, hashes, now]));
}

export interface AskedPhotographs extends Disposable {
  /** Makes the file of an address if nobody has, and gives where it is; null: it is no photograph that a page names. */
  pathOf(url: string): Promise<string | null>;
}

/** The photographs of the demonstration, made in the sizes that are asked for, as all of them together take a minute. */
export async function photographsWhenAsked(demonstration: Demonstration): Promise<AskedPhotographs> {
  const cacheDir = await imageCache();
  const maker = startImageMaker();
  const asked = new Map<string, Promise<void>>();
  return {
    async pathOf(url) {
      const file = demonstration.files.get(url);
      if (file?.kind !== 'photograph') return null;
      if (!asked.has(url)) asked.set(url, makePhotograph(file, demonstration.contentDir, cacheDir, maker));
      await asked.get(url);
      return imagePath(cacheDir, url);
    },
    [Symbol.dispose]: () => maker.close(),
  };
}

async function makePhotograph(
  { file, photograph, image, focus }: Extract<DerivedFile, { kind: 'photograph' }>,
  contentDir: string,
  cacheDir: string,
  maker: ImageMaker,
): Promise<void> {
  if (hasImage(cacheDir, image.url)) return;
  const wanted = [{ file: image, focus }];
  const made = await maker.make({ path: join(contentDir, file), photograph, wanted, cacheDir });
  assert.equal(made, 1, `${file} changed while it was served`);
}
