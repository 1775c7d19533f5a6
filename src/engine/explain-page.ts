// An address to why its page would be rendered now, and why it was the last time; nothing is rendered or put.
import { outputPath } from '../address/addresses.ts';
import { typedAddress } from '../address/site-place.ts';
import type { Page, PageContext } from '../pages/page-type.ts';
import { PAGE_TYPES } from '../pages/registry.ts';
import type { Problem } from '../problem/problem.ts';
import { closestWord } from '../source/closest-word.ts';
import { type BuildOptions, type BuildStart, contentOf } from './build-options.ts';
import { type Cause, causesOf, readIngredients, unpackCauses } from './plan/causes.ts';
import { Stopped, stages } from './stage.ts';
import { edit } from './stages/edit.ts';
import { lookAtOutput } from './stages/look-at-output.ts';
import { openBuildMemory } from './stages/open-memory.ts';
import { plan } from './stages/plan.ts';
import { readChangedContent } from './stages/read-content.ts';
import { readSite } from './stages/read-site.ts';
import { readTheme } from './stages/read-theme.ts';

export type Explanation =
  | { readonly outcome: 'problems'; readonly problems: readonly Problem[] }
  /** There is no such page; perhaps another one was meant. */
  | { readonly outcome: 'no page'; readonly closest: string | null }
  | {
      readonly outcome: 'explained';
      readonly page: Page;
      /** Why the next build would render it; empty: it would not. */
      readonly now: readonly Cause[];
      /** Why an earlier build rendered it; null: none did. */
      readonly before: readonly Cause[] | null;
    };

const PLANNED = stages<BuildStart>()
  .next(readSite)
  .next(openBuildMemory)
  .next(readChangedContent)
  .next(edit)
  .next(lookAtOutput)
  .next(readTheme)
  .next(plan);

/** Throws `ForeignOutput` and `MemoryBusy`. */
export async function explainPage(options: BuildOptions, address: string): Promise<Explanation> {
  const closing: BuildStart['closing'] = [];
  try {
    const known = await PLANNED.run({
      options,
      source: contentOf(options),
      started: performance.now(),
      everyFixedPage: false,
      closing,
    });
    if (known instanceof Stopped) return { outcome: 'problems', problems: known.problems };
    const { context, memory } = known;
    const within = typedAddress(address, context.site);
    const page = pageAt(within, context);
    if (page === null) return { outcome: 'no page', closest: closestAddress(within, context) };
    const row = memory.pages.get(page.url);
    const planned = [...known.plan.render].find(each => each.page.url === page.url);
    const now = planned
      ? causesOf(page, row, readIngredients(memory), known.plan.ingredients, planned.bytesHash !== null)
      : [];
    return { outcome: 'explained', page, now, before: row ? unpackCauses(row.why) : null };
  } finally {
    for (const each of closing.reverse()) await each();
  }
}

/** An editor who types `/chine` or `/chine/index.html` means `/chine/`. */
function pageAt(address: string, context: PageContext): Page | null {
  const wanted = new Set([address, `${address}/`].map(outputPath));
  for (const page of pagesOf(context)) if (wanted.has(outputPath(page.url))) return page;
  return null;
}

function closestAddress(address: string, context: PageContext): string | null {
  const urls: string[] = [];
  for (const { url } of pagesOf(context)) urls.push(url);
  return closestWord(address, urls) ?? null;
}

function* pagesOf(context: PageContext): Generator<Page, void> {
  for (const { pages } of PAGE_TYPES) yield* pages(context);
}
