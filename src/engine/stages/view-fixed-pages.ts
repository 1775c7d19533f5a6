// The pages of the fixed set to the views that Eleventy renders.
import { inFrame } from '../../pages/page-frame.ts';
import type { Page } from '../../pages/page-type.ts';
import { PAGE_TYPES } from '../../pages/registry.ts';
import type { BuildStart } from '../build-options.ts';
import { type FixedViews, fixedViews } from '../eleventy/fixed-pages.ts';
import type { Edited } from './edit.ts';
import type { Framed } from './make-frame.ts';
import type { Planned } from './plan.ts';

export interface FixedPages {
  readonly views: FixedViews;
  /** The names of kinds of page that have no page to make this time. */
  readonly idle: readonly string[];
}

export function viewFixedPages({
  everyFixedPage,
  context,
  plan,
  tools,
  frame,
}: BuildStart & Edited & Planned & Framed): { readonly fixed: FixedPages } {
  const types = PAGE_TYPES.filter(({ renderer }) => renderer === 'eleventy');
  const pages: readonly Page[] = everyFixedPage
    ? types.flatMap(type => [...type.pages(context)])
    : plan.render.fixed.map(({ page }) => page);
  const viewOf = ({ type, url, furnished, shown }: Page): object =>
    inFrame(type.view(shown, tools), { url, furnished, tellsEdition: type.tellsEdition }, frame);
  const names = types.map(({ name }) => name);
  const busy = new Set(pages.map(({ type }) => type.name));
  return {
    fixed: {
      views: fixedViews(
        names,
        pages.map(page => ({
          type: page.type.name,
          view: viewOf(page),
        })),
      ),
      idle: names.filter(name => !busy.has(name)),
    },
  };
}
