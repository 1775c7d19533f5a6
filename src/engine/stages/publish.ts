// All that was rendered, made the site that readers get.
import type { Announced } from './announce.ts';
import type { OpenMemory } from './open-memory.ts';
import type { PutFixedPages } from './put-fixed-pages.ts';
import type { RemovedGone } from './remove-gone.ts';

export async function publish({
  output,
  foreign,
  writesSomething,
  beginWriting,
  ownersPages,
}: OpenMemory & Announced & PutFixedPages & RemovedGone): Promise<object> {
  if (!writesSomething) return {};
  if (!output.isFilledAtOnce) await beginWriting(ownersPages);
  await output.publish(foreign);
  return {};
}
