// What the edition no longer has, removed once nothing that was published leads there.
import { putOutgoing } from '../plan/outgoing-files.ts';
import type { Announced } from './announce.ts';
import { pageUrls } from './announce.ts';
import type { Edited } from './edit.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { PutFixedPages } from './put-fixed-pages.ts';
import type { FromEleventy } from './render-fixed-pages.ts';

export function removeGone({
  memory,
  output,
  context,
  plan,
  files,
  gone,
  staying,
  unknownOutput,
  complete,
  ownersPages,
  stale,
}: OpenMemory & Edited & Planned & Announced & FromEleventy & PutFixedPages): object {
  function* expected(): Generator<string, void> {
    yield* pageUrls(context, plan);
    for (const { url } of files) yield url;
    yield* plan.files.keys();
    yield* ownersPages;
    yield* staying.keys();
  }
  for (const url of [...gone, ...stale]) {
    output.remove(url);
    memory.pages.drop(url);
    memory.images.drop(url);
  }
  // Together, since a build may be killed before it remembers all: a file of which nothing is known would stay for ever.
  putOutgoing(memory, staying);
  for (const url of staying.keys()) {
    memory.pages.drop(url);
    memory.images.drop(url);
  }
  if (unknownOutput && complete) output.removeOthers(expected());
  return {};
}
