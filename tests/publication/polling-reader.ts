// A thread that reads a site from its folder again and again, as a browser would: the home page, what it names, and what that names.
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
  if (html === null && url === '/') faults.add('/ is not there');
  if (html !== null && !html.trimEnd().endsWith('</html>'))
    faults.add(`${url} has ${html.length} characters and no end`);
  const loaded = [...(html ?? '').matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="(\/assets\/[^"#?]+)"/g)];
  for (const [, asset] of loaded) {
    const size = statSync(join(site, asset!), { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0) faults.add(`${asset} of ${url} is not there`);
  }
  return [...(html ?? '').matchAll(/<a\b[^>]*?\shref="(\/[^"#?]*)["#?]/g)].map(([, link]) =>
    decodeURI(link!),
  );
}

/** Pages are removed last, and at once: only what pages of now name has to be there, as far as one gets to these. */
function lookFor(link: string, from: string): void {
  if (textAt(link) !== null || !read(from).includes(link) || textAt(link) !== null) return;
  if (from === '/' || read('/').includes(from)) faults.add(`${link}, which ${from} names, is not there`);
}

function look(): void {
  for (const page of new Set(read('/'))) {
    lookFor(page, '/');
    if (outputPath(page).endsWith('.html')) for (const link of new Set(read(page))) lookFor(link, page);
  }
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
