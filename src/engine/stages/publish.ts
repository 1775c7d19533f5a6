// All that was rendered, made the site that readers get.
import type { Announced } from './announce.ts';
import type { OpenMemory } from './open-memory.ts';
import type { RemovedGone } from './remove-gone.ts';

export function publish({
  output,
  foreign,
  writesSomething,
  beginWriting,
}: OpenMemory & Announced & RemovedGone): object {
  if (!writesSomething) return {};
  if (!output.isFilledAtOnce) beginWriting();
  output.publish(foreign);
  return {};
}
