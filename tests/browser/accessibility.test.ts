// What axe finds wrong on a page of each type: light and dark, on a desktop and on a phone.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { PAGE_TYPES, WITH_PARTICIPATION } from './page-types.ts';
import { DESK, open, openPortal, PHONE } from './portal.ts';

/** WCAG 2.2 A and AA with the criteria of earlier versions, and axe's own best practices. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const SCHEMES = ['light', 'dark'] as const;

describe('axe finds nothing wrong', { skip: chromiumMissing() }, () => {
  // The service for comments and votes makes the forms appear.
  const portal = openPortal(WITH_PARTICIPATION);
  // Without reduced motion axe could measure a colour during a transition.
  const reader = portal.regular({ reducedMotion: 'reduce' });

  for (const type of PAGE_TYPES) {
    it(`${type}`, async () => {
      const page = await reader();
      await open(page, portal, type);
      await page.evaluate(axe.source);
      const found = new Set<string>();
      for (const viewport of [DESK, PHONE])
        for (const colorScheme of SCHEMES) {
          await page.setViewportSize(viewport);
          await page.emulateMedia({ colorScheme });
          for (const violation of await violations(page))
            found.add(`${viewport.width} px, ${colorScheme}: ${violation}`);
        }
      assert.equal([...found].join('\n'), '');
    });
  }
});

/** One line for each violation: the rule, the element, axe's explanation. */
async function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate(async rules => {
    const { axe } = globalThis as unknown as { readonly axe: typeof import('axe-core') };
    const results = await axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
    );
  }, RULES);
}
