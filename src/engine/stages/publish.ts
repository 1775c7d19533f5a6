// All that was rendered, made the site that readers get.
import type { Announced } from './announce.ts';
import type { OpenMemory } from './open-memory.ts';

export function publish({ output, writesSomething, beginWriting }: OpenMemory & Announced): object {
  if (!writesSomething) return {};
  if (!output.isFilledAtOnce) beginWriting();
  output.publish();
  return {};
}
