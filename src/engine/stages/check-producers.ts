// Whether each address of the site has one producer alone: a page, a file of the theme, or something of the owner's in Eleventy.
import { articleUrl, outputKey, urlOf } from '../../address/addresses.ts';
import { themeMessages } from '../../locale/theme-messages.ts';
import { PAGE_TYPES } from '../../pages/registry.ts';
import type { Problem } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import { shownFile } from '../reading/read-content.ts';
import { Stopped } from '../stage.ts';
import type { Announced } from './announce.ts';
import type { Edited } from './edit.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { FromEleventy } from './render-fixed-pages.ts';

/** What makes a file of the site, other than a page. */
interface Producer {
  readonly url: string;
  /** Its file, from where the command runs; null: it is the engine's own. */
  readonly source: string | null;
}

export function checkProducers({
  memory,
  plan,
  files,
  gone,
  made,
}: OpenMemory & Planned & Announced & FromEleventy): object | Stopped {
  const producers: readonly Producer[] = [
    ...files.map(({ url, source }) => ({ url, source: source ?? null })),
    // What Eleventy makes of our own views stands at its pages' addresses by right.
    ...(made ?? []).filter(({ ours }) => !ours).map(({ path, source }) => ({ url: urlOf(path), source })),
  ];
  // Pages are many, and other files few: a set of all pages would be as large as the archive.
  const produced = new Set(producers.map(({ url }) => url));
  const rendered = new Set<string>();
  for (const { page } of plan.render) if (produced.has(page.url)) rendered.add(page.url);
  const isGone = new Set(gone);
  const isPage = (url: string): boolean =>
    rendered.has(url) || ((memory.pages.get(url)?.fingerprint ?? -1) >= 0 && !isGone.has(url));
  const problems: Problem[] = [];
  const first = new Map<string, string>();
  for (const { url, source } of producers) {
    const other = isPage(url) ? themeMessages.aPage : first.get(url);
    first.set(url, source === null ? themeMessages.aFile : themeMessages.ofFile(shownFile(source, '.')));
    if (other === undefined || source === null) continue;
    const message = themeMessages.addressTwice(url, other);
    problems.push(wholeFile(shownFile(source, '.'), 'address-twice', message));
  }
  return problems.length > 0 ? new Stopped(problems) : {};
}
