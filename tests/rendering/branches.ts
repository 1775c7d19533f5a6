// Finds the branches of templates that no sample takes: no test would see a mistake in them.
import { globSync } from 'node:fs';
import type nunjucks from 'nunjucks';
import { blockTemplate, THEME_DIR } from '../../src/engine/rendering/templates.ts';
import { createEnvironment } from '../../src/theme/environment.ts';
import { blockSamples } from './found-samples.ts';
import { blockView, samples, templateText } from './render-sample.ts';

const COMMENT = /\{#[\s\S]*?#\}/g;
const BRANCH = /\{%-?\s*(?:if|elif|else|for)\b[\s\S]*?%\}/g;

/** The branches that no sample takes, each as `partials/card.njk: {% if card.flash %}`. */
export function untakenBranches(): readonly string[] {
  const branches: string[] = [];
  const taken = new Set<number>();
  const marked = (template: string): string =>
    templateText(template)
      .replace(COMMENT, '')
      .replace(BRANCH, tag => `${tag}{{ taken(${branches.push(`${template}: ${tag}`) - 1}) }}`);
  const texts = new Map(
    globSync('**/*.njk', { cwd: THEME_DIR })
      .map(file => file.replaceAll('\\', '/'))
      .sort()
      .map(template => [template, marked(template)] as const),
  );
  const loader: nunjucks.ILoader = {
    getSource: name => ({ src: texts.get(name)!, path: name, noCache: false }),
  };
  const environment = createEnvironment(loader).addGlobal('taken', (branch: number) => {
    taken.add(branch);
    return '';
  });
  for (const { template, view } of samples) environment.render(template, { view });
  for (const { block, view } of blockSamples)
    environment.render(blockTemplate(block), { view: blockView(view) });
  return branches.filter((_, index) => !taken.has(index));
}
