// Whether each address of the site has one producer alone: a page, a file of the theme, or something of the owner's in Eleventy.
import { outputKey, urlOf } from '../../address/addresses.ts';
import { themeMessages } from '../../locale/theme-messages.ts';
import type { Problem } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import type { BuildStart } from '../build-options.ts';
import { type Taker, takersOf } from '../plan/takers.ts';
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

/**
 * Addresses whose files some disks take for one count as one on every disk, and those of articles to come as taken: an owner's file is
 * told of today, not by the planned build that finds an article in its place.
 */
export function checkProducers(
  known: BuildStart & Edited & OpenMemory & Planned & Announced & FromEleventy,
): object | Stopped {
  const { options, files, made, owned } = known;
  const producers: readonly Producer[] = [
    ...files.map(({ url, source }) => ({ url, source: source ?? null })),
    // What Eleventy makes of our own views stands at its pages' addresses by right.
    ...(made ?? []).filter(({ ours }) => !ours).map(({ path, source }) => ({ url: urlOf(path), source })),
  ];
  const takerOf = takersOf(known, [...producers.map(({ url }) => url), ...owned]);
  /** By its file as an editor would type it, when it has one. */
  const inWords = ({ file }: Taker): string =>
    file === null ? themeMessages.aPage : themeMessages.ofFile(shownFile(file, options.contentDir));
  const problems: Problem[] = [];
  const report = (file: string, url: string, other: string): void => {
    problems.push(wholeFile(file, 'address-twice', themeMessages.addressTwice(url, other)));
  };
  const first = new Map<string, string>();
  for (const { url, source } of producers) {
    const key = outputKey(url);
    const taker = takerOf(url);
    const other = taker ? inWords(taker) : first.get(key);
    const file = source && shownFile(source, '.');
    first.set(key, file ? themeMessages.ofFile(file) : themeMessages.aFile);
    if (other !== undefined && file) report(file, url, other);
  }
  // Eleventy made these before, and only an old address can have come since without a front that it makes again.
  for (const url of made === null ? owned : []) {
    const file = takerOf(url)?.file;
    if (file) report(shownFile(file, options.contentDir), url, themeMessages.eleventyPage);
  }
  return problems.length > 0 ? new Stopped(problems) : {};
}
