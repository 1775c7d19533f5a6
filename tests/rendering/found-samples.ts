// The samples that stand beside page types and blocks of the furniture: found by the names of their files, in the order of the registry.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FURNITURE_BLOCKS } from '../../src/pages/furniture/furniture.ts';
import type { PageType } from '../../src/pages/page-type.ts';
import { PAGE_TYPES } from '../../src/pages/registry.ts';
import type { BlockSample, PageSample } from '../../src/pages/samples/page-sample.ts';

const PAGES = join(import.meta.dirname, '../../src/pages');

/** The folder of the furniture's blocks; all others are of page types. */
const BLOCKS = 'furniture';

async function samplesIn<Sample>(pattern: string): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const found = new Map<string, readonly Sample[]>();
  for (const file of globSync(pattern, {
    cwd: PAGES,
    exclude: pattern.startsWith(BLOCKS) ? [] : [`${BLOCKS}/**`],
  })) {
    const module = (await import(pathToFileURL(join(PAGES, file)).href)) as {
      readonly samples: readonly Sample[];
    };
    found.set(basename(file, '-samples.ts'), module.samples);
  }
  return found;
}

/** By the name of the page type, as the file's name says it: it may be none of the registry's. */
export const samplesByType = await samplesIn<PageSample<object>>('*/*-samples.ts');

/** By the name of the block. */
export const samplesByBlock = await samplesIn<BlockSample<object>>(`${BLOCKS}/*-samples.ts`);

export interface FoundSample extends PageSample<object> {
  readonly type: PageType;
}

/** Of every page type. */
export const pageSamples: readonly FoundSample[] = PAGE_TYPES.flatMap(type =>
  (samplesByType.get(type.name) ?? []).map(sample => ({ ...sample, type })),
);

/** Of every block. */
export const blockSamples: readonly (BlockSample<object> & { readonly block: string })[] =
  FURNITURE_BLOCKS.flatMap(({ name: block }) =>
    (samplesByBlock.get(block) ?? []).map(sample => ({ ...sample, block })),
  );
