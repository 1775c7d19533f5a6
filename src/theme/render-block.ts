// A view of a block of the furniture to its HTML: for samples, whose pages carry it.
import nunjucks from 'nunjucks';
import { createEnvironment } from './environment.ts';

const environment = createEnvironment(new nunjucks.FileSystemLoader(import.meta.dirname));

export function renderBlock(block: string, view: object): string {
  return environment.render(`furniture/${block}.njk`, { view }).trimEnd();
}
