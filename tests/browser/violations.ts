// A page as it is open to what axe finds wrong with it: light and dark, on a desktop and on a phone.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { DESK, PHONE } from './portal.ts';

/** WCAG 2.2 A and AA with the criteria of earlier versions, and axe's own best practices. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Of AAA this alone: seven to one for text, and what a style sheet makes of the theme's colours can't be told without a browser. */
const MORE_RULES = { 'color-contrast-enhanced': { enabled: true } };

/** All that depends on colours: what else a page does wrong, it does by day. */
const RULES_OF_COLOUR = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

const SCHEMES = ['light', 'dark'] as const;

/** A line for each; empty: nothing is wrong. */
export async function violations(page: Page): Promise<string> {
  await page.evaluate(axe.source);
  const found = new Set<string>();
  for (const viewport of [DESK, PHONE])
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      for (const violation of await violationsNow(page, colorScheme))
        found.add(`${viewport.width} px, ${colorScheme}: ${violation}`);
    }
  return [...found].join('\n');
}

/** One line for each violation: the rule, the element, axe's explanation. */
async function violationsNow(page: Page, scheme: (typeof SCHEMES)[number]): Promise<readonly string[]> {
  const asked = scheme === 'light' ? { runOnly: RULES, rules: MORE_RULES } : { runOnly: RULES_OF_COLOUR };
  return page.evaluate(async asked => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    const results = await axe.run(document, { ...asked, resultTypes: ['violations'] });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, asked);
}
