// The theme's Nunjucks templates: read once, compiled once for all threads, and the fingerprint of each.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { atHand } from '../../cache/at-hand.ts';
import { hashOf } from '../../hash/hash.ts';
import type { PageType } from '../../pages/page-type.ts';
import type { Portal } from '../../pages/views.ts';
import { filesBelow } from '../../source/files-below.ts';
import { createEnvironment } from '../../theme/environment.ts';
import { inlineConstants } from './inline-constants.ts';
import { mentions, type OwnerData, ownerDataHashes } from './owner-data.ts';
import { ownFilters } from './owner-filters.ts';

/** The project's own theme. */
export const THEME_DIR = join(import.meta.dirname, '../../theme');

/** The templates' texts, by their name below the theme folder: `archive/article.njk`. */
export type TemplateTexts = ReadonlyMap<string, string>;

/** Plain data that a worker can take. */
export interface CompiledTemplates {
  /** JavaScript that Nunjucks made of each template, by name. */
  readonly code: Readonly<Record<string, string>>;
  /** What templates find besides the view under names of the owner's. */
  readonly ownerData: OwnerData;
  /** The path of the settings that add the owner's filters; null: no template asks for any. */
  readonly filtersOf: string | null;
}

/** All `.njk` files of the theme folder. */
export function readTemplates(themeDir: string): TemplateTexts {
  const templates = filesBelow(themeDir).filter(({ file }) => file.endsWith('.njk'));
  return new Map(templates.map(({ file, path }) => [file, readFileSync(path, 'utf8')]));
}

/** Where the template of a kind of page is, below the theme folder. */
export function templateName({ renderer, name }: Pick<PageType, 'renderer' | 'name'>): string {
  return `${renderer}/${name}.njk`;
}

/** Where the template of a block of the furniture is. */
export function blockTemplate(block: string): string {
  return `furniture/${block}.njk`;
}

const REFERENCE = /\{%-?\s*(?:extends|include|import|from)\s+(?:(["'])([^"']+)\1)?/g;

/**
 * The fingerprint of each template: of its text, of all that it extends, includes or imports, and of the owner's data that any
 * of these mention, so that a change to one partial, or to one file of data, touches only the pages that show it.
 */
export function templateFingerprints(
  texts: TemplateTexts,
  ownerData: OwnerData,
): ReadonlyMap<string, string> {
  const dataHashes = [...ownerDataHashes(ownerData)];
  // Partials are in many templates.
  const textHashes = new Map([...texts].map(([name, text]) => [name, hashOf(text)]));
  return new Map(
    [...texts.keys()].map(name => {
      const used = [...templatesUsed(name, texts)].sort();
      const data = dataHashes.filter(([word]) => used.some(other => mentions(texts.get(other) ?? '', word)));
      return [name, hashOf(JSON.stringify([used.map(other => [other, textHashes.get(other)]), data]))];
    }),
  );
}

/** The templates that our engine may render, alone or within others; whatever else there is, Eleventy alone renders. */
export function templatesOfArchive(texts: TemplateTexts): ReadonlySet<string> {
  const used = new Set<string>();
  for (const name of texts.keys())
    if (/^(?:archive|furniture)\//.test(name)) templatesUsed(name, texts, used);
  return used;
}

/** A template's own name and those it extends, includes or imports. A name that is computed could be any of them. */
function templatesUsed(name: string, texts: TemplateTexts, used = new Set<string>()): ReadonlySet<string> {
  if (used.has(name)) return used;
  used.add(name);
  for (const [, , reference] of (texts.get(name) ?? '').matchAll(REFERENCE)) {
    for (const next of reference === undefined ? texts.keys() : [reference]) templatesUsed(next, texts, used);
  }
  return used;
}

/**
 * Compiles the templates that our engine may render: all but those of pages that Eleventy renders, and compiles. Each comes out as it
 * would render with its partials included one by one, in half the time; `portal` is what every page says of it.
 * @param codeOf `templateCode`, or what remembers what it gave.
 */
export function compileTemplates(
  texts: TemplateTexts,
  portal: Portal,
  ownerData: OwnerData,
  filtersOf: string | null,
  codeOf: (template: string) => string = templateCode,
): CompiledTemplates {
  const compiled: Record<string, string> = {};
  for (const name of texts.keys()) {
    if (name.startsWith('eleventy/')) continue;
    const code = codeOf(`${name}\0${inlineConstants(withPartials(name, texts), portal)}`);
    const readsLoop = [...templatesUsed(name, texts)].some(used => /\bloop\b/.test(texts.get(used) ?? ''));
    compiled[name] = readsLoop ? code : code.replace(LOOP_VARIABLE, '');
  }
  return { code: compiled, ownerData, filtersOf };
}

/** As many as are at hand; a theme has fewer. */
const TEMPLATES_AT_HAND = 200;

/** JavaScript of a template, given as its name, a NUL, which no name holds, and its text: at the next build of a process most are as they were. */
export const templateCode = atHand(template => {
  const end = template.indexOf('\0');
  return nunjucks.precompileString(template.slice(end + 1), {
    name: template.slice(0, end),
    env: createEnvironment([]),
    // The types say one template, Nunjucks gives a list of one.
    wrapper: templates => (templates as unknown as [{ template: string }])[0].template,
  });
}, TEMPLATES_AT_HAND);

/** An include on its own or within a line; with a line end after it, which `trimBlocks` would take away. */
const INCLUDE = /\{%\s*include\s+"([^"]+)"\s*%\}\n?/g;

/** What only a template of its own can do: it stays an include. */
const NEEDS_OWN_TEMPLATE = /\{%-?\s*(?:extends|block|set|import|from|macro)\b/;

/** A template's text with its partials in their places, since a call of each costs more than most of them do. */
function withPartials(name: string, texts: TemplateTexts): string {
  return texts.get(name)!.replace(INCLUDE, (include, partial: string) => {
    const text = texts.get(partial);
    return text === undefined || NEEDS_OWN_TEMPLATE.test(text) ? include : withPartials(partial, texts);
  });
}

/** Nunjucks sets seven variables of `loop` at every turn; where none is read, they are left out. */
const LOOP_VARIABLE = /^frame\.set\("loop\.\w+", .*\);\n/gm;

/** The environment that renders compiled templates. */
export async function compiledEnvironment({
  code: compiled,
  ownerData,
  filtersOf,
}: CompiledTemplates): Promise<nunjucks.Environment> {
  const loader: nunjucks.ILoader = {
    getSource(name) {
      const code = compiled[name];
      if (code === undefined) throw new Error(`No template ${name} in the theme.`);
      // Nunjucks takes a compiled template as an object in place of a source text; its types only know the text.
      const source = { type: 'code', obj: new Function(code)() } as unknown as string;
      return { src: source, path: name, noCache: false };
    },
  };
  const environment = createEnvironment(loader);
  for (const [name, value] of Object.entries(ownerData)) environment.addGlobal(name, value);
  if (filtersOf !== null) {
    for (const [name, filter] of await ownFilters(filtersOf)) environment.addFilter(name, filter);
  }
  return environment;
}
