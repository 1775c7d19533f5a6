// What a page costs a reader on a slow line: within the design's budget, on every type of page.
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { PAGE_BUDGET, scriptBudgetOf, weightOf } from './audit/weight.ts';
import { type Demonstration, PAGE_TYPES, WITH_PARTICIPATION } from './browser/page-types.ts';
import { sharedDemonstration } from './browser/shared-demonstration.ts';

describe('without its photographs a page weighs no more than the budget', () => {
  let demonstration: Demonstration;
  before(async () => {
    demonstration = await sharedDemonstration(WITH_PARTICIPATION);
  });

  for (const type of PAGE_TYPES)
    it(`${type}`, () => {
      const url = demonstration.addressOf(type);
      const weight = weightOf(demonstration.outputDir, url);
      assert.ok(weight.total <= PAGE_BUDGET, `${weight.total} bytes: ${JSON.stringify(weight)}`);
      assert.ok(weight.js <= scriptBudgetOf(url), `${weight.js} bytes of JavaScript`);
    });
});
