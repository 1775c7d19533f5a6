// Finds the samples of page types and of blocks of the furniture by the names of their files, and sorts them as the registry does.
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FURNITURE_BLOCKS } from '../../src/pages/furniture/furniture.ts';
import type { PageType } from '../../src/pages/page-type.ts';
import { PAGE_TYPES } from '../../src/pages/registry.ts';
import type { BlockSample, PageSample } from '../../src/pages/samples/page-sample.ts';

const PAGES = join(import.meta.dirname, '../../src/pages');

/** The folder with samples of blocks; all other folders have samples of page types. */
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

/** The samples by the page type that their file is named after; the registry may lack it. */
export const samplesByType = await samplesIn<PageSample<object>>('*/*-samples.ts');

/** The samples by the block that their file is named after. */
export const samplesByBlock = await samplesIn<BlockSample<object>>(`${BLOCKS}/*-samples.ts`);

export interface FoundSample extends PageSample<object> {
  readonly type: PageType;
}

/** The samples of all page types. */
export const pageSamples: readonly FoundSample[] = PAGE_TYPES.flatMap(type =>
  (samplesByType.get(type.name) ?? []).map(sample => ({ ...sample, type })),
);

/** The samples of all blocks. */
export const blockSamples: readonly (BlockSample<object> & { readonly block: string })[] =
  FURNITURE_BLOCKS.flatMap(({ name: block }) =>
    (samplesByBlock.get(block) ?? []).map(sample => ({ ...sample, block })),
  );
