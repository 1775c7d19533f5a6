// A thread that reads a site from its folder again and again, as a browser would: the home page, and all that it names.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { outputPath } from '../../src/address/addresses.ts';

/** What the reader found so far; the first message only says that it reads. */
export interface ReaderFound {
  readonly pages: number;
  readonly faults: readonly string[];
}

const { site } = workerData as { readonly site: string };
let pages = 0;
const faults = new Set<string>();

function textAt(url: string): string | null {
  try {
    return readFileSync(join(site, outputPath(url)), 'utf8');
  } catch {
    return null;
  }
}

/** Gives the addresses that the page loads or leads to, below the site. */
function read(url: string): readonly string[] {
  const html = textAt(url);
  pages++;
  if (html === null) faults.add(`${url} is not there`);
  else if (!html.trimEnd().endsWith('</html>')) faults.add(`${url} has ${html.length} characters and no end`);
  const loaded = [...(html ?? '').matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="(\/assets\/[^"#?]+)"/g)];
  for (const [, asset] of loaded) {
    const size = statSync(join(site, asset!), { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0) faults.add(`${asset} of ${url} is not there`);
  }
  return [...(html ?? '').matchAll(/href="(\/[^"#?]+\.html)"/g)].map(([, link]) => link!);
}

function look(): void {
  const links = read('/');
  // Pages are removed last, and at once: only what the page of now names has to be there.
  for (const link of new Set(links))
    if (textAt(link) === null && read('/').includes(link)) faults.add(`${link} is not there`);
  if (!ended) setImmediate(look);
}

let ended = false;
parentPort!.on('message', () => {
  ended = true;
  parentPort!.postMessage({ pages, faults: [...faults] } satisfies ReaderFound);
  parentPort!.close();
});
parentPort!.postMessage({ pages, faults: [] } satisfies ReaderFound);
look();
