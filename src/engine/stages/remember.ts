// All of it, made the memory of the next build at once.
import type { BuildStart } from '../build-options.ts';
import { sweepImageCache } from '../images/prepare-images.ts';
import { putIngredients } from '../plan/causes.ts';
import type { Announced } from './announce.ts';
import type { MadeImages } from './make-images.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { PutFixedPages } from './put-fixed-pages.ts';
import type { FromEleventy } from './render-fixed-pages.ts';

export function remember({
  options,
  memory,
  output,
  sameOutput,
  plan,
  images,
  made,
  ownersPages,
  ownersVersion,
  writesSomething,
}: BuildStart & OpenMemory & Planned & MadeImages & Announced & FromEleventy & PutFixedPages): object {
  if (made !== null) {
    memory.putNote('owner', ownersVersion);
    memory.putNote('owned', JSON.stringify(ownersPages));
  }
  if (!sameOutput) memory.putNote('output', output.identity()!);
  memory.putMonths(plan.months);
  putIngredients(memory, plan.ingredients);
  if (writesSomething) memory.commit();
  // Only with something new: a build that changes little looks through no folders.
  if (images.made.made > 0) sweepImageCache(plan.files, memory, options.cacheDir, options.wallClock);
  return {};
}
