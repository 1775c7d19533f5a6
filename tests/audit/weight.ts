// A page of a built site in, what a reader has to fetch for it out, photographs aside: in bytes as a good host sends them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { outputPath } from '../../src/address/addresses.ts';

/** Design, « Budgets »: « an article page, all but photographs (HTML + CSS + JS + fonts, brotli): at most 50 kB ». In bytes. */
export const PAGE_BUDGET = 50_000;

/** The same line: « JavaScript at most 10 kB ». In bytes. */
export const SCRIPT_BUDGET = 10_000;

/** In bytes. Scripts inside the page count as JavaScript, not as HTML. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly fonts: number;
  readonly icons: number;
  readonly total: number;
}

/** What the page at `url` costs a reader who comes for the first time. Throws when it names a file that is not there. */
export function weightOf(outputDir: string, url: string): Weight {
  const read = (address: string): Buffer => readFileSync(join(outputDir, outputPath(address)));
  const sent = (addresses: readonly string[]): number =>
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

  const parts = {
    html: brotli(html),
    css: sent(styles),
    js: sent(scripts) + (inline.length === 0 ? 0 : brotli(inline.join('\n'))),
    // Fonts hold compressed data (WOFF2 is brotli inside) and are sent as they are.
    fonts: [...fonts].reduce((sum, address) => sum + read(address).length, 0),
    icons: sent([...icons]),
  };
  return { ...parts, total: Object.values(parts).reduce((sum, bytes) => sum + bytes, 0) };
}

function brotli(bytes: string | Buffer): number {
  return brotliCompressSync(bytes).length;
}

/** Texts of the scripts in the page that are run; those that hold data (JSON-LD) are not. */
function inlineScripts(page: string): readonly string[] {
  return [...page.matchAll(/<script(?:\s+type="module")?>([^<]*(?:<(?!\/script)[^<]*)*)<\/script>/g)].map(
    ([, text]) => text!,
  );
}

/** Addresses of this site in one attribute of the tags that `tags` finds, each once, without `#…`. */
function addressesIn(page: string, tags: RegExp, attribute: string): readonly string[] {
  const value = new RegExp(`\\s${attribute}="(/[^"#]*)`);
  const found = [...page.matchAll(tags)].map(([tag]) => value.exec(tag)?.[1]);
  return [...new Set(found.filter(address => address !== undefined))];
}

/** Modules and all that they import at once. */
function withImports(modules: readonly string[], read: (address: string) => Buffer): readonly string[] {
  const all = new Set(modules);
  for (const address of all) {
    const text = read(address).toString('utf8');
    for (const [, path] of text.matchAll(/\b(?:from|import)\s*["']((?:\.{0,2}\/)[^"']+)["']/g))
      all.add(new URL(path!, `http://localhost${address}`).pathname);
  }
  return [...all];
}

/** The faces that a browser may need for `text`: those without a range of characters, or whose range holds one of them. */
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

/** `U+20AC`, `U+0-FF`, `U+4??` (CSS Fonts 4, section 4.5). */
function readRange(text: string): readonly [from: number, to: number] {
  const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
  return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)];
}
