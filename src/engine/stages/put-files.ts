// What pages load and show, put into the output before the pages that name it.
import { readFileSync } from 'node:fs';
import { HOST_RULES_URL } from '../../address/addresses.ts';
import type { ContentSource } from '../../content/content-source.ts';
import { imagePath } from '../../images/image-cache.ts';
import type { DerivedFile, DerivedFiles } from '../../pages/derived-files.ts';
import type { BuildOptions, BuildStart } from '../build-options.ts';
import type { Content } from '../output/output.ts';
import { ASSET, fileRow } from '../plan/owned-files.ts';
import type { Announced } from './announce.ts';
import type { MissingImages } from './find-missing-images.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';

export function putFiles({
  options,
  source,
  memory,
  output,
  plan,
  newFiles,
  images,
}: BuildStart & OpenMemory & Planned & MissingImages & Announced): object {
  // The mark is last in the list, and is put first: a folder with any file of ours then has it.
  const put = (url: string, content: Content): string => {
    const result = output.put(url, content, null);
    // Rules for old addresses lead to pages.
    output.adopt(result, url === HOST_RULES_URL ? 'fronts' : 'files');
    return result.bytesHash;
  };
  // The mark is last in the list, and is put first: a folder with any file of ours then has it.
  for (const { url, bytes } of newFiles.toReversed()) memory.pages.put(url, fileRow(ASSET, put(url, bytes)));
  source.prefetchWhole(copiedFiles(images.missing, plan.files.sources));
  let done = 0;
  for (const url of images.missing) {
    memory.images.put(url, put(url, contentOf(url, plan.files.sources.get(url)!, source, options)));
    options.onProgress('put', ++done, images.missing.length);
  }
  return {};
}

function copiedFiles(urls: readonly string[], files: DerivedFiles): readonly string[] {
  return urls.flatMap(url => {
    const file = files.get(url)!;
    return file.kind === 'copy' ? [file.file] : [];
  });
}

/** A file that was made is in the cache; one that is only copied, in the content. */
function contentOf(
  url: string,
  file: DerivedFile,
  source: ContentSource,
  { cacheDir }: Pick<BuildOptions, 'cacheDir'>,
): Content {
  return file.kind === 'copy'
    ? { path: source.pathOf(file.file), hash: file.hash }
    : readFileSync(imagePath(cacheDir, url));
}
