// The files of `_data` that a site's owner keeps for their own templates, to the values that templates find under their names.
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { load } from 'js-yaml';
import { hashOf } from '../../hash/hash.ts';
import { filesBelow } from '../../source/files-below.ts';
import { moduleValues } from './module-values.ts';
import type { TemplateTexts } from './templates.ts';

/** Plain JSON data, by the name under which templates ask for it: `taux` for `_data/taux.json`. */
export type OwnerData = Readonly<Record<string, unknown>>;

const TEXTS = new Set(['.json', '.yaml', '.yml']);

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
  const wanted: DataFile[] = [];
  for (const { file, path, isFile } of filesBelow(dataDir)) {
    const isData = TEXTS.has(extname(file)) || MODULES.has(extname(file));
    if (!isData || !isFile) continue;
    const names = [...file.split('/').slice(0, -1), basename(file, extname(file))];
    const [first] = names;
    if (first === undefined || ownNames.has(first) || !NAME.test(first)) continue;
    if ([...texts.values()].some(text => mentions(text, first))) wanted.push({ names, path });
  }
  const values = await valuesOf(wanted.map(({ path }) => path));
  const data: Record<string, unknown> = {};
  for (const { names, path } of wanted) setAt(data, names, values.get(path));
  // Data goes to other threads, and what they get is what this one hashes.
  return JSON.parse(JSON.stringify(data)) as OwnerData;
}

interface DataFile {
  /** `bourse`, `taux` for `_data/bourse/taux.json`. */
  readonly names: readonly string[];
  readonly path: string;
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

async function valuesOf(paths: readonly string[]): Promise<ReadonlyMap<string, unknown>> {
  const modules = paths.filter(path => MODULES.has(extname(path)));
  const values = await moduleValues(modules);
  return new Map([
    ...paths
      .filter(path => TEXTS.has(extname(path)))
      .map(path => [path, load(readFileSync(path, 'utf8'))] as const),
    ...modules.map((path, index) => [path, values[index]] as const),
  ]);
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
