// A preview as an output: below a folder of the published site stands only what would differ from it; all other links lead to the site itself.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { outputPath, PREVIEWS_URL, urlOf } from '../../address/addresses.ts';
import { publishedUrl } from '../../address/site-place.ts';
import type { ObjectHeaders, ObjectStore } from '../../store/object-store.ts';
import type { WaitingReader } from '../../store/waiting-reader.ts';
import { type HeadersOf, type Output, type Put, TURNS, type Turn } from './output.ts';
import { sideBySide } from './side-by-side.ts';
import { AT_ONCE, openWaitingPlace } from './store-output.ts';

export interface PreviewPlace {
  readonly store: ObjectStore;
  readonly reader: WaitingReader;
  /** On this machine; nothing else is in it. */
  readonly waitingDir: string;
  /** As it was typed: a part of addresses. */
  readonly name: string;
  /** The folder of the site on its host; '' for none. */
  readonly folder: string;
  /** The hash of the bytes that are published at an address; null: none are. */
  readonly hashAt: (url: string) => string | null;
  /** Finished markup with each address that begins at the root changed. */
  readonly withAddresses: (markup: string, change: (address: string) => string) => string;
  /** Nothing is sent, and nothing removed. */
  readonly isRehearsal: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/** The address of a preview within the site: `/apercus/refonte/`. */
export function previewUrl(name: string): string {
  return `${PREVIEWS_URL}${name}/`;
}

export function openPreviewOutput(place: PreviewPlace): Output {
  const { store, reader, waitingDir } = place;
  let headersOf: HeadersOf;
  const prefix = outputFolder(place.name);
  const waiting = new Map<string, Put>();
  const turns = new Map<string, Turn>();
  const put: string[] = [];
  const removed: string[] = [];
  const waitingPlace = openWaitingPlace(waitingDir);
  const discard = (): void => {
    waiting.clear();
    rmSync(waitingDir, { recursive: true, force: true });
  };
  const publish = async (): Promise<void> => {
    const change = linksTo(place, url => waiting.has(url));
    const sending = sideBySide(AT_ONCE);
    for (const turn of TURNS) {
      for (const [url, each] of waiting) {
        if (turns.get(url) !== turn) continue;
        sending.begin(async () => {
          const bytes = inPreview(readFileSync(each.waiting!), url, change, place);
          if (!place.isRehearsal) await store.put(prefix + outputPath(url), bytes, noIndex(headersOf(url)));
          put.push(url);
          place.onProgress(put.length, waiting.size);
        });
      }
      await sending.end();
    }
    const stale: string[] = [];
    const standing = new Set([...waiting.keys()].map(url => prefix + outputPath(url)));
    for await (const { key } of store.list(prefix)) if (!standing.has(key)) stale.push(key);
    if (!place.isRehearsal) await store.remove(stale);
    for (const key of stale) removed.push(urlOf(key.slice(prefix.length)));
    discard();
  };
  return {
    checkOurs() {},
    isFilledAtOnce: false,
    prepare(headers) {
      headersOf = headers;
      rmSync(waitingDir, { recursive: true, force: true });
      mkdirSync(waitingDir, { recursive: true });
    },
    lookThrough() {},
    holds: (url, bytesHash) => place.hashAt(url) === bytesHash,
    read(url) {
      const [bytes] = reader.read([outputPath(url)]);
      return bytes ? Buffer.from(bytes).toString('utf8') : null;
    },
    // Fronts stand in every preview, the same or not: one comes in by them.
    put: (url, content) => waitingPlace.put(url, content, null),
    adopt(each, turn) {
      if (each.waiting === null || turn === 'own') return;
      waiting.set(each.url, each);
      turns.set(each.url, turn);
    },
    remove() {},
    // All of it is put each time.
    keepsHeaders: false,
    renewHeaders() {},
    paths: () => [],
    foreign: () => [],
    publish,
    discard,
    changes: () => ({ put, removed, renewed: [] }),
    touched: () => new Set(),
    tags: () => new Map(),
    isTwofold: false,
  };
}

/** Takes a preview away, but in a rehearsal. Gives how many objects it has. */
export async function removePreview(store: ObjectStore, name: string, isRehearsal: boolean): Promise<number> {
  const keys: string[] = [];
  for await (const { key } of store.list(outputFolder(name))) keys.push(key);
  if (!isRehearsal) await store.remove(keys);
  return keys.length;
}

function outputFolder(name: string): string {
  return previewUrl(name).slice(1);
}

function noIndex(headers: ObjectHeaders): ObjectHeaders {
  return {
    ...headers,
    // Of a preview nothing is worth being kept.
    cacheControl: 'no-cache',
    others: { ...headers.others, 'x-robots-tag': 'noindex' },
  };
}

/** Addresses, as they are published, of what stands in the preview lead there. */
function linksTo(
  { name, folder }: PreviewPlace,
  isHere: (url: string) => boolean,
): (address: string) => string {
  const root = publishedUrl('/', folder);
  return address => {
    if (!address.startsWith(root)) return address;
    const within = `/${address.slice(root.length)}`;
    const [, path = within, rest = ''] = /^([^?#]*)(.*)$/s.exec(within) ?? [];
    return isHere(path) ? publishedUrl(previewUrl(name) + path.slice(1), folder) + rest : address;
  };
}

const MARKUP = /(?:\/|\.(?:html?|xml|svg))$/i;
const STYLES = /\.css$/i;
const IN_STYLES = /url\((["']?)(\/[^"')]*)\1\)/g;
const HEAD = /<head(?:\s[^>]*)?>/i;

/** Nobody should find it by a search engine, which sees a header only where the store can keep one. */
const NO_INDEX = '\n<meta name="robots" content="noindex">';

function inPreview(
  bytes: Buffer,
  url: string,
  change: (address: string) => string,
  { withAddresses }: PreviewPlace,
): Uint8Array {
  if (STYLES.test(url))
    return Buffer.from(
      bytes
        .toString()
        .replace(IN_STYLES, (_, quote: string, at: string) => `url(${quote}${change(at)}${quote})`),
    );
  if (!MARKUP.test(url)) return bytes;
  const markup = withAddresses(bytes.toString(), change);
  return Buffer.from(markup.replace(HEAD, head => head + NO_INDEX));
}
