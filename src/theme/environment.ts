// Makes the one Nunjucks environment that our engine and Eleventy both render with: same settings, filters and words.
import nunjucks from 'nunjucks';
import { templateAddresses } from '../address/addresses.ts';
import { french } from '../locale/french.ts';
import { filters } from './filters.ts';

/** Precompiled templates are only right for an environment with these very settings. */
export const environmentOptions = {
  autoescape: true,
  trimBlocks: true,
  lstripBlocks: true,
  throwOnUndefined: false,
};

/**
 * @param loaders where templates come from, by names relative to `src/theme`: `layouts/base.njk`.
 * @returns an environment whose templates see the globals `words` and `addresses`, and the page's `view` when rendered.
 */
export function createEnvironment(
  loaders: nunjucks.ILoaderAny | nunjucks.ILoaderAny[],
): nunjucks.Environment {
  const environment = new nunjucks.Environment(loaders, environmentOptions);
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
  return environment.addGlobal('words', french).addGlobal('addresses', templateAddresses);
}
