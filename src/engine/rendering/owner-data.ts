// The files of `_data` that a site's owner keeps for their own templates, to the values that templates find under their names.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { load } from 'js-yaml';
import { hashOf } from '../../hash/hash.ts';
import type { TemplateTexts } from './templates.ts';

/** Plain JSON data, by the name under which templates ask for it: `taux` for `_data/taux.json`. */
export type OwnerData = Readonly<Record<string, unknown>>;

/** As Eleventy reads them; what each gives may be a function that gives the data. */
const MODULES = new Set(['.js', '.mjs', '.cjs', '.ts']);

/** Names that templates may ask for: letters, figures and underscores. Another can't be written in one. */
const NAME = /^[A-Za-z_]\w*$/;

/**
 * The data that the templates mention; other files are not even read. `ownNames` are the engine's own files, and what
 * templates find under other meanings.
 */
export async function readOwnerData(
  dataDir: string,
  ownNames: ReadonlySet<string>,
  texts: TemplateTexts,
): Promise<OwnerData> {
  const data: Record<string, unknown> = {};
  for (const file of dataFilesBelow(dataDir)) {
    const path = relative(dataDir, file).split(sep);
    const names = [...path.slice(0, -1), basename(file, extname(file))];
    const [first] = names;
    if (first === undefined || ownNames.has(first) || !NAME.test(first)) continue;
    if (![...texts.values()].some(text => mentions(text, first))) continue;
    setAt(data, names, await readValue(file));
  }
  // Data goes to other threads, and what they get is what this one hashes.
  return JSON.parse(JSON.stringify(data)) as OwnerData;
}

/** Whether the code of a template has that name in it, as a word. */
export function mentions(template: string, name: string): boolean {
  if (!template.includes(name)) return false;
  const word = new RegExp(`(?<![\\w.])${name}\\b`);
  return (template.match(/\{[{%][\s\S]*?[}%]\}/g) ?? []).some(code =>
    word.test(code.replace(/"[^"]*"/g, '')),
  );
}

/** Of each name, its value's. */
export function ownerDataHashes(data: OwnerData): ReadonlyMap<string, string> {
  return new Map(Object.entries(data).map(([name, value]) => [name, hashOf(JSON.stringify(value))]));
}

function dataFilesBelow(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter(item => item.isFile() && !item.name.startsWith('.'))
    .map(item => join(item.parentPath, item.name))
    .filter(file => ['.json', '.yaml', '.yml'].includes(extname(file)) || MODULES.has(extname(file)))
    .sort();
}

async function readValue(file: string): Promise<unknown> {
  if (!MODULES.has(extname(file))) return load(readFileSync(file, 'utf8'));
  // A module is kept for the life of the process, where `dev` builds again after it was edited.
  const version = hashOf(readFileSync(file));
  const module = (await import(`${pathToFileURL(resolve(file)).href}?${version}`)) as { default?: unknown };
  const value = module.default;
  return typeof value === 'function' ? await (value as () => unknown)() : value;
}

/** `_data/bourse/taux.json` is `bourse.taux`. */
function setAt(data: Record<string, unknown>, names: readonly string[], value: unknown): void {
  const [first, ...rest] = names;
  if (rest.length === 0) data[first!] = value;
  else {
    const inner = data[first!];
    const folder = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
    data[first!] = folder;
    setAt(folder, rest, value);
  }
}
