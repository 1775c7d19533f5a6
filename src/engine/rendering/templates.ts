// The theme's Nunjucks templates: read once, compiled once for all threads, and the fingerprint of each.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { hashOf } from '../../hash/hash.ts';
import type { Page } from '../../pages/page.ts';
import { FRONT_TEMPLATES } from '../../pages/page.ts';
import type { Portal } from '../../pages/views.ts';
import { createEnvironment } from '../../theme/environment.ts';
import { foldConstants } from './inline-constants.ts';

/** The project's own theme. */
export const THEME_DIR = join(import.meta.dirname, '../../theme');

/** The templates' texts, by their name below the theme folder: `archive/article.njk`. */
export type TemplateTexts = ReadonlyMap<string, string>;

/** JavaScript that Nunjucks made of each template, by name: plain data that a worker can take. */
export type CompiledTemplates = Readonly<Record<string, string>>;

/** All `.njk` files of the theme folder. */
export function readTemplates(themeDir: string): TemplateTexts {
  const names = readdirSync(themeDir, { recursive: true, encoding: 'utf8' })
    .map(name => name.replaceAll('\\', '/'))
    .filter(name => name.endsWith('.njk'))
    .sort();
  return new Map(names.map(name => [name, readFileSync(join(themeDir, name), 'utf8')]));
}

/** Where the template of a page is, below the theme folder. */
export function templateName(template: Page['template']): string {
  const room = (FRONT_TEMPLATES as readonly string[]).includes(template) ? 'fronts' : 'archive';
  return `${room}/${template}.njk`;
}

const REFERENCE = /\{%-?\s*(?:extends|include|import|from)\s+(?:(["'])([^"']+)\1)?/g;

/**
 * The fingerprint of each template: of its text and of all that it extends, includes or imports, so that a change to
 * one partial touches only the pages that show it.
 */
export function templateFingerprints(texts: TemplateTexts): ReadonlyMap<string, string> {
  return new Map(
    [...texts.keys()].map(name => {
      const used = [...templatesUsed(name, texts)].sort();
      return [name, hashOf(JSON.stringify(used.map(other => [other, texts.get(other)])))];
    }),
  );
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
 * Compiles the templates that our engine may render: all but the fronts, which Eleventy compiles. Each comes out as it
 * would render with its partials included one by one, in half the time; `portal` is what every page says of it.
 */
export function compileTemplates(texts: TemplateTexts, portal: Portal): CompiledTemplates {
  const environment = createEnvironment([]);
  const compiled: Record<string, string> = {};
  for (const name of texts.keys()) {
    if (name.startsWith('fronts/')) continue;
    const code = nunjucks.precompileString(foldConstants(withPartials(name, texts), portal), {
      name,
      env: environment,
      // The types say one template, Nunjucks gives a list of one.
      wrapper: templates => (templates as unknown as [{ template: string }])[0].template,
    });
    const readsLoop = [...templatesUsed(name, texts)].some(used => /\bloop\b/.test(texts.get(used) ?? ''));
    compiled[name] = readsLoop ? code : code.replace(LOOP_VARIABLE, '');
  }
  return compiled;
}

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
export function compiledEnvironment(compiled: CompiledTemplates): nunjucks.Environment {
  const loader: nunjucks.ILoader = {
    getSource(name) {
      const code = compiled[name];
      if (code === undefined) throw new Error(`No template ${name} in the theme.`);
      // Nunjucks takes a compiled template as an object in place of a source text; its types only know the text.
      const source = { type: 'code', obj: new Function(code)() } as unknown as string;
      return { src: source, path: name, noCache: false };
    },
  };
  return createEnvironment(loader);
}
