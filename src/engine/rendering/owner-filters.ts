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
  await runSettings(configPath, (name, filter) => void filters.set(name, filter));
  return filters;
}

/** Eleventy 3.1.8, `src/defaultConfig.js` and the plugins that it adds. */
export const ELEVENTY_FILTERS: readonly string[] = [
  ...['slug', 'slugify', 'url', 'log', 'inputPathToUrl', 'renderTransforms'],
  ...['getCollectionItem', 'getCollectionItemIndex', 'getPreviousCollectionItem', 'getNextCollectionItem'],
];

/** The names of filters beyond Nunjucks' own and the theme's. */
export interface FilterNames {
  /** For all templates. */
  readonly everywhere: ReadonlySet<string>;
  /** For those that Eleventy alone renders. */
  readonly inEleventy: ReadonlySet<string>;
}

/** null: the settings ask Eleventy for more than can be known without it, and may add any filter. */
export async function filterNames(configPath: string): Promise<FilterNames | null> {
  const everywhere = new Set<string>();
  const inEleventy = new Set(ELEVENTY_FILTERS);
  try {
    await runSettings(
      configPath,
      name => void everywhere.add(name),
      name => void inEleventy.add(name),
    );
  } catch {
    return null;
  }
  return { everywhere, inEleventy };
}

type Take = (name: string, filter: Filter) => void;

async function runSettings(configPath: string, take: Take, takeAsync: Take = () => {}): Promise<void> {
  const { default: configure } = (await import(pathToFileURL(resolve(configPath)).href)) as {
    default: (config: unknown) => unknown;
  };
  const plugins: unknown[] = [];
  await configure(recorder(take, takeAsync, plugins));
  // A plugin may add others while it is waited for.
  for (let plugin = plugins.pop(); plugin !== undefined; plugin = plugins.pop()) await plugin;
}

/** Stands in for Eleventy's settings: notes filters, runs plugins, and lets everything else pass. */
function recorder(take: Take, takeAsync: Take, plugins: unknown[]): unknown {
  const config: unknown = new Proxy(
    {},
    {
      get(_, property) {
        if (property === 'addFilter' || property === 'addNunjucksFilter') return take;
        if (property === 'addAsyncFilter' || property === 'addNunjucksAsyncFilter') return takeAsync;
        if (property === 'addPlugin')
          return (plugin: unknown, options: unknown) => {
            if (typeof plugin === 'function') plugins.push(plugin(config, options));
          };
        return typeof property === 'string' && /^(?:add|set|on$|ignores$)/.test(property)
          ? () => {}
          : undefined;
      },
    },
  );
  return config;
}
