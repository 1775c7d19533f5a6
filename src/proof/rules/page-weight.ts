// Pages that weigh more, with all that they load but photographs, than a reader on a slow line should have to wait for.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, zstdCompressSync } from 'node:zlib';
import { proofWords } from '../../locale/proof-words.ts';
import type { PageUnderProof, Rule } from '../rule.ts';
import type { Tree } from '../tree/tree.ts';
import { addressesInStyles } from './dead-link.ts';

/** They are the page, and not what it shows. */
const WEIGHED = new Set(['stylesheet', 'script', 'preload', 'modulepreload', 'icon', 'use']);

const params = { [constants.ZSTD_c_compressionLevel]: 1 };
const FASTEST = { params };
/** Of brotli, 0 to 11: a tenth of the time of the best one. */
const QUICK = 5;
/** The best brotli takes no more than that off the quick one: a text that is too long even so need not be compressed again. */
const LEAST_OF_QUICK = 0.8;

export const pageWeight: Rule = {
  name: 'page-weight',
  severity: 'error',
  page(page, tree, tell) {
    if (!page.isWhole || page.sendsTo !== null) return;
    tell.looked();
    const room = tree.budget - loaded(page, tree);
    // No text grows by being compressed, but for some bytes.
    if (page.bytes.length + 16 <= room) return;
    // A sixth of the time, and brotli needs no more for any page of the demonstration.
    if (zstdCompressSync(page.bytes, FASTEST).length <= room) return;
    const quick = compressed(page.bytes, QUICK);
    if (quick <= room) return;
    const size = quick * LEAST_OF_QUICK > room ? quick : compressed(page.bytes, constants.BROTLI_MAX_QUALITY);
    if (size > room) tell.found(proofWords.found.pageWeight(size + tree.budget - room, tree.budget));
  },
};

function loaded(page: PageUnderProof, tree: Tree): number {
  const files = new Map<number, string>();
  for (const { element, led } of page.links)
    if (WEIGHED.has(element) && led.to === 'file') files.set(led.file, led.address);
  const fonts = new Map<number, string>();
  for (const [file, address] of files) {
    if (address.endsWith('.css'))
      for (const face of facesOf(file, address, tree))
        if (isNeeded(face, page)) fonts.set(face.file, face.address);
    // The map grows while it is gone through.
    if (address.endsWith('.js')) for (const module of importsOf(file, address, tree)) files.set(...module);
  }
  let sum = 0;
  for (const [file, address] of new Map([...files, ...fonts])) sum += weightOf(file, address, tree);
  return sum;
}

/** As a host sends it: fonts and pictures are compressed already. */
function weightOf(file: number, address: string, { table, pathOf }: Tree): number {
  const known = table.weightOf(file);
  if (known !== 0) return known;
  const bytes = readFileSync(pathOf(address.slice(1)));
  const weight = /\.(?:css|m?js|svg|json)$/.test(address)
    ? compressed(bytes, constants.BROTLI_MAX_QUALITY)
    : bytes.length;
  table.setWeight(file, Math.max(1, weight));
  return weight;
}

function compressed(bytes: Buffer, quality: number): number {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return brotliCompressSync(bytes, { params }).length;
}

interface Face {
  readonly file: number;
  readonly address: string;
  /** Of characters, from and to; null: all. */
  readonly ranges: readonly (readonly [number, number])[] | null;
}

/** Of each tree: styles and scripts are the same on many pages. */
const facesIn = new WeakMap<Tree, Map<number, readonly Face[]>>();

function facesOf(file: number, address: string, tree: Tree): readonly Face[] {
  const faces = facesIn.get(tree) ?? new Map<number, readonly Face[]>();
  facesIn.set(tree, faces);
  let found = faces.get(file);
  if (found === undefined) {
    const css = readFileSync(tree.pathOf(address.slice(1)), 'utf8');
    found = css
      .split('@font-face')
      .slice(1)
      .map(part => part.slice(0, part.indexOf('}')))
      .flatMap(face => {
        const led = addressesInStyles(face).map(href => tree.lead(href, address))[0];
        if (led?.to !== 'file') return [];
        const ranges = /unicode-range\s*:([^;]+)/.exec(face)?.[1]?.split(',').map(readRange) ?? null;
        return [{ file: led.file, address: led.address, ranges }];
      });
    faces.set(file, found);
  }
  return found;
}

/** A range of characters: `U+20AC`, `U+0-FF`, `U+4??` (CSS Fonts 4, § 4.5). */
function readRange(text: string): readonly [from: number, to: number] {
  const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)];
}

/** A browser fetches a font for the first character of its range that is on the page. */
function isNeeded({ ranges }: Face, { blocks }: PageUnderProof): boolean {
  if (ranges === null) return true;
  return blocks.some(({ text }) => {
    for (let at = 0; at < text.length; at++) {
      const code = text.codePointAt(at)!;
      if (ranges.some(([from, to]) => code >= from && code <= to)) return true;
    }
    return false;
  });
}

type Loaded = readonly [file: number, address: string];

const importsIn = new WeakMap<Tree, Map<number, readonly Loaded[]>>();

function importsOf(file: number, address: string, tree: Tree): readonly Loaded[] {
  const imports = importsIn.get(tree) ?? new Map<number, readonly Loaded[]>();
  importsIn.set(tree, imports);
  let found = imports.get(file);
  if (found === undefined) {
    const text = readFileSync(tree.pathOf(address.slice(1)), 'utf8');
    found = [...text.matchAll(/\b(?:from|import)\s*["']((?:\.{0,2}\/)[^"']+)["']/g)].flatMap(([, href]) => {
      const led = tree.lead(href!, address);
      return led.to === 'file' ? [[led.file, led.address] as const] : [];
    });
    imports.set(file, found);
  }
  return found;
}
