// The filters that a site's owner adds in `.eleventy.js`, for the templates that our engine renders.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Environment } from 'nunjucks';
import type { TemplateTexts } from './templates.ts';

type Filter = (...args: readonly unknown[]) => unknown;

const FILTER = /\|\s*([A-Za-z_]\w*)/g;

/** Whether a template asks for a filter that is neither Nunjucks' own nor the theme's. */
export function asksForOwnFilters(texts: TemplateTexts, environment: Environment): boolean {
  // Nunjucks keeps its filters under this name; its types do not know it.
  const { filters } = environment as unknown as { readonly filters: Readonly<Record<string, unknown>> };
  return [...texts].some(
    ([name, text]) =>
      !name.startsWith('eleventy/') &&
      (text.match(/\{[{%][\s\S]*?[}%]\}/g) ?? []).some(code =>
        [...code.replace(/"[^"]*"/g, '').matchAll(FILTER)].some(([, filter]) => !(filter! in filters)),
      ),
  );
}

/** What `addFilter` and `addNunjucksFilter` are called with there, and in the plugins that it adds. */
export async function ownFilters(configPath: string): Promise<ReadonlyMap<string, Filter>> {
  const filters = new Map<string, Filter>();
  const { default: configure } = (await import(pathToFileURL(resolve(configPath)).href)) as {
    default: (config: unknown) => unknown;
  };
  await configure(recorder(filters));
  return filters;
}

/** Stands in for Eleventy's settings: notes filters, runs plugins, and lets everything else pass. */
function recorder(filters: Map<string, Filter>): unknown {
  const config: unknown = new Proxy(
    {},
    {
      get(_, property) {
        if (property === 'addFilter' || property === 'addNunjucksFilter')
          return (name: string, filter: Filter) => void filters.set(name, filter);
        if (property === 'addPlugin')
          return (plugin: unknown, options: unknown) =>
            typeof plugin === 'function' ? plugin(config, options) : undefined;
        return typeof property === 'string' && /^(?:add|set|on$|ignores$)/.test(property)
          ? () => {}
          : undefined;
      },
    },
  );
  return config;
}
