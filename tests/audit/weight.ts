// A page of a built site becomes its weight: the bytes that a reader loads for it from a good host, without photographs.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { outputPath, SEARCH_URL } from '../../src/address/addresses.ts';

/** The budget of a page in bytes, compressed by brotli: HTML, CSS, JavaScript, fonts and icons together, without photographs. */
export const PAGE_BUDGET = 50_000;

/** The budget of its JavaScript in bytes, compressed by brotli. */
const SCRIPT_BUDGET = 10_000;

/** That of the page of the search, which goes through whole texts there. */
const SEARCH_SCRIPT_BUDGET = 13_000;

/** @param url of the page. */
export function scriptBudgetOf(url: string): number {
  return url === SEARCH_URL ? SEARCH_SCRIPT_BUDGET : SCRIPT_BUDGET;
}

/** Bytes. Scripts within the page count as JavaScript, not as HTML. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly fonts: number;
  readonly icons: number;
  readonly total: number;
}

/** The weight of the page at `url` for a reader with an empty cache. Throws when the page names a file that does not exist. */
export function weightOf(outputDir: string, url: string): Weight {
  const read = (address: string): Buffer => readFileSync(join(outputDir, outputPath(address)));
  const bytesSent = (addresses: readonly string[]): number =>
    addresses.reduce((sum, address) => sum + brotli(read(address)), 0);

  const page = read(url).toString('utf8');
  const inline = inlineScripts(page);
  const html = inline.reduce((text, script) => text.replace(script, ''), page);
  const styles = addressesIn(page, /<link\s[^>]*rel="stylesheet"[^>]*>/g, 'href');
  const scripts = withImports(addressesIn(page, /<script\s[^>]*src=[^>]*>/g, 'src'), read);
  const css = styles.map(address => read(address).toString('utf8')).join('\n');
  const fonts = new Set([
    ...addressesIn(page, /<link\s[^>]*as="font"[^>]*>/g, 'href'),
    ...fontsFor(html.replaceAll(/<[^>]*>/g, ''), css),
  ]);
  const icons = new Set([
    ...addressesIn(page, /<use\s[^>]*>/g, 'href'),
    ...addressesIn(page, /<link\s[^>]*rel="icon"[^>]*>/g, 'href'),
  ]);

  const weights = {
    html: brotli(html),
    css: bytesSent(styles),
    js: bytesSent(scripts) + (inline.length === 0 ? 0 : brotli(inline.join('\n'))),
    // A host does not compress fonts, since WOFF2 is already compressed by brotli.
    fonts: [...fonts].reduce((sum, address) => sum + read(address).length, 0),
    icons: bytesSent([...icons]),
  };
  return { ...weights, total: Object.values(weights).reduce((sum, bytes) => sum + bytes, 0) };
}

function brotli(bytes: string | Buffer): number {
  return brotliCompressSync(bytes).length;
}

/** The texts of the scripts within the page that browsers run; scripts with data (JSON-LD) are none of them. */
function inlineScripts(page: string): readonly string[] {
  const scripts = page.matchAll(
    /<script((?:\s+(?!src=|type="(?!module"))[a-z-]+="[^"]*")*)>([^<]*(?:<(?!\/script)[^<]*)*)<\/script>/g,
  );
  return [...scripts].map(([, , text]) => text!);
}

/** The addresses of this site in one attribute of the tags that match `tags`, each once, without a fragment. */
function addressesIn(page: string, tags: RegExp, attribute: string): readonly string[] {
  const value = new RegExp(`\\s${attribute}="(/[^"#]*)`);
  const found = [...page.matchAll(tags)].map(([tag]) => value.exec(tag)?.[1]);
  return [...new Set(found.filter(address => address !== undefined))];
}

/** The modules and all modules that they import statically. */
function withImports(modules: readonly string[], read: (address: string) => Buffer): readonly string[] {
  const all = new Set(modules);
  for (const address of all) {
    const text = read(address).toString('utf8');
    for (const [, path] of text.matchAll(/\b(?:from|import)\s*["']((?:\.{0,2}\/)[^"']+)["']/g))
      all.add(new URL(path!, `http://localhost${address}`).pathname);
  }
  return [...all];
}

/** The addresses of the fonts that a browser loads for `text`: those without a range of characters, and those with one of its characters. */
function fontsFor(text: string, css: string): readonly string[] {
  const characters = [...new Set(text)].map(character => character.codePointAt(0)!);
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap(([, face]) => {
    const address = /url\(\s*["']?(\/[^"')]+)/.exec(face!)?.[1];
    const ranges = /unicode-range\s*:\s*([^;}]+)/.exec(face!)?.[1]?.split(',').map(readRange);
    const needed =
      !ranges || characters.some(code => ranges.some(([from, to]) => code >= from && code <= to));
    return address !== undefined && needed ? [address] : [];
  });
}

/** A range of characters: `U+20AC`, `U+0-FF`, `U+4??` (CSS Fonts 4, section 4.5). */
function readRange(text: string): readonly [from: number, to: number] {
  const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)];
}
