// A folder of style sheets, and rules made by the build, to one small file, or to the mistakes in them.
import { readFileSync } from 'node:fs';
import type { TransformOptions } from 'lightningcss';
import { isFromRoot, publishedUrl } from '../../address/site-place.ts';
import { themeMessages } from '../../locale/theme-messages.ts';
import type { Checked, Problem } from '../../problem/problem.ts';
import { filesBelow } from '../../source/files-below.ts';
import { type Asset, hashedAsset } from './asset.ts';
import { cached } from './asset-cache.ts';
import { packageVersion } from './installed-package.ts';
import { loneBrace } from './lone-brace.ts';

interface Sheet {
  readonly name: string;
  readonly css: string;
}

/** Browsers of spring 2024 on: they nest rules and know `light-dark()`, so that next to nothing has to be rewritten. */
const TARGETS = { chrome: 123 << 16, firefox: 125 << 16, safari: (17 << 16) | (5 << 8) };

/**
 * Every sheet of the folder `dir` after `generated`, so that a sheet may set anew what is set there; `name` is part of the
 * file's address. Addresses from the root, in any of these, get the site's `folder` before them. Each sheet declares the order of the cascade's layers, so their own order is free; it is that of their
 * names.
 */
export async function styleSheet(
  dir: string,
  name: string,
  generated: string,
  folder: string,
  cacheDir: string,
): Promise<Checked<Asset>> {
  const sheets = sheetsOf(dir);
  const ingredients = [
    packageVersion('lightningcss'),
    TARGETS,
    generated,
    folder,
    sheets.map(({ css }) => css),
  ];
  let problems: readonly Problem[] = [];
  // Faulty sheets are not kept: the next build names their mistakes again.
  const made = await cached(cacheDir, `${name}.css`, ingredients, async () => {
    const bundled = await bundle(generated, sheets, folder);
    if (bundled.ok) return bundled.value;
    problems = bundled.problems;
    return null;
  });
  return made === null ? { ok: false, problems } : { ok: true, value: hashedAsset(name, 'css', made) };
}

/** The mistakes in the sheets of a folder. */
export async function styleMistakes(dir: string): Promise<readonly Problem[]> {
  const parts = await minified(sheetsOf(dir));
  return parts.ok ? [] : parts.problems;
}

function sheetsOf(dir: string): readonly Sheet[] {
  return filesBelow(dir)
    .filter(({ file }) => /^[^/]*\.css$/.test(file))
    .map(({ path }) => ({ name: path, css: readFileSync(path, 'utf8') }));
}

async function bundle(generated: string, sheets: readonly Sheet[], folder: string): Promise<Checked<Buffer>> {
  // Each sheet by itself first, so that a mistake is found in the file that holds it.
  const parts = await minified(sheets);
  if (!parts.ok) return parts;
  const { transform } = await import('lightningcss');
  const order = sheets[0] ? (/@layer [^;{}]+;/.exec(sheets[0].css)?.[0] ?? '') : '';
  const code = Buffer.concat([Buffer.from(order), Buffer.from(generated), ...parts.value]);
  const options = { ...OPTIONS, ...(folder !== '' && { visitor: belowFolder(folder) }) };
  return { ok: true, value: Buffer.from(transform({ ...options, filename: 'quotidien.css', code }).code) };
}

async function minified(sheets: readonly Sheet[]): Promise<Checked<readonly Uint8Array[]>> {
  // Imported here and not above: only a build whose styles changed needs it.
  const { transform } = await import('lightningcss');
  const problems: Problem[] = [];
  const parts = sheets.map(({ name, css }) => {
    const lone = loneBrace(css);
    const words = lone?.brace === '{' ? themeMessages.unclosedBlock : themeMessages.strayBrace;
    if (lone) problems.push(problemAt(name, css, lone, words));
    try {
      return transform({ ...OPTIONS, filename: name, code: Buffer.from(css) }).code;
    } catch (error) {
      if (!isSyntaxError(error)) throw error;
      if (!lone) problems.push(problemAt(name, css, error.loc, themeMessages.style));
      return Buffer.alloc(0);
    }
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: parts };
}

/** Fonts of ours and pictures of an owner's; as elsewhere, what names a host stays. */
function belowFolder(folder: string): NonNullable<TransformOptions<never>['visitor']> {
  return {
    Url: url => (isFromRoot(url.url) ? { ...url, url: publishedUrl(url.url, folder) } : url),
  };
}

const OPTIONS = { minify: true, targets: TARGETS } satisfies Partial<TransformOptions<never>>;

interface Place {
  readonly line: number;
  readonly column: number;
}

function isSyntaxError(error: unknown): error is Error & { readonly loc: Place } {
  return error instanceof Error && 'loc' in error && 'data' in error;
}

function problemAt(
  file: string,
  css: string,
  { line, column }: Place,
  message: (text: string) => string,
): Problem {
  const text = css.split('\n')[line - 1] ?? '';
  return { file, line, column, rule: 'style-sheet', message: message(text.trim()) };
}
