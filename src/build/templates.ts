// The theme's Nunjucks templates: read once, compiled once for all threads, and the fingerprint of each.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';
import { hashOf } from '../hash/hash.ts';
import type { Page } from '../pages/page.ts';
import { FRONT_TEMPLATES } from '../pages/page.ts';
import { createEnvironment } from '../theme/environment.ts';

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
 * one partial touches only the pages that show it. A name that is computed could be any template, so then all count.
 */
export function templateFingerprints(texts: TemplateTexts): ReadonlyMap<string, string> {
  const everything = [...texts.keys()];
  const reach = (name: string, reached: Set<string>): Set<string> => {
    if (reached.has(name)) return reached;
    reached.add(name);
    for (const [, , reference] of (texts.get(name) ?? '').matchAll(REFERENCE)) {
      for (const next of reference === undefined ? everything : [reference]) reach(next, reached);
    }
    return reached;
  };
  return new Map(
    everything.map(name => {
      const reached = [...reach(name, new Set())].sort();
      return [name, hashOf(JSON.stringify(reached.map(other => [other, texts.get(other)])))];
    }),
  );
}

/** Compiles the templates that our engine may render: all but the fronts, which Eleventy compiles. */
export function compileTemplates(texts: TemplateTexts): CompiledTemplates {
  const environment = createEnvironment([]);
  const compiled: Record<string, string> = {};
  for (const [name, text] of texts) {
    if (name.startsWith('fronts/')) continue;
    compiled[name] = nunjucks.precompileString(text, {
      name,
      env: environment,
      // The types say one template, Nunjucks gives a list of one.
      wrapper: templates => (templates as unknown as [{ template: string }])[0].template,
    });
  }
  return compiled;
}

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
