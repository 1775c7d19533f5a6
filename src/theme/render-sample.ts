// A sample becomes a page, rendered as Eleventy or our engine would: for tests, and later for a style page.
import { readFileSync } from 'node:fs';
import nunjucks from 'nunjucks';
import { createEnvironment } from './environment.ts';
import type { Sample } from './sample-views.ts';

const environment = createEnvironment(new nunjucks.FileSystemLoader(import.meta.dirname));

/** Eleventy takes the front matter off before it renders; so does this. */
export const frontMatter = /^---\n[\s\S]*?\n---\n/;

/** @returns the page's HTML, or the feed's XML. */
export function renderSample({ template, view }: Pick<Sample, 'template' | 'view'>): string {
  const source = readFileSync(`${import.meta.dirname}/${template}`, 'utf8').replace(frontMatter, '');
  return environment.renderString(source, { view });
}
