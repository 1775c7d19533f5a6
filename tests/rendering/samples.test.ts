// Tests render nothing but samples, so samples have to show each template everything that it can meet.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { FeedEntry, FeedView } from '../../src/pages/feed/feed-page.ts';
import { FURNITURE_BLOCKS } from '../../src/pages/furniture/furniture.ts';
import { PAGE_TYPES } from '../../src/pages/registry.ts';
import { untakenBranches } from './branches.ts';
import {
  blockSamples,
  type FoundSample,
  pageSamples,
  samplesByBlock,
  samplesByType,
} from './found-samples.ts';
import { type ProjectTypes, projectTypes } from './nullable-fields.ts';
import { renderBlock, samples } from './render-sample.ts';

const ROOT = join(import.meta.dirname, '../..');

const namesOf = (list: readonly { readonly name: string }[]): readonly string[] =>
  list.map(({ name }) => name).sort();

describe('samples', () => {
  it('are there of every page type, and of nothing else: `{name}-samples.ts` in the folder of the type', () => {
    assert.deepEqual([...samplesByType.keys()].sort(), namesOf(PAGE_TYPES));
    for (const [name, list] of samplesByType) assert.ok(list.length > 0, `${name} has no sample`);
  });

  it('are there of every block of the furniture, and of nothing else', () => {
    assert.deepEqual([...samplesByBlock.keys()].sort(), namesOf(FURNITURE_BLOCKS));
    for (const [name, list] of samplesByBlock) assert.ok(list.length > 0, `${name} has no sample`);
  });

  it('have names of their own', () => {
    const names = pageSamples.map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });

  it('are imported by no code that builds sites, since builds start anew when that code changes', () => {
    const files = globSync('src/**/*.ts', { cwd: ROOT }).map(file => file.replaceAll('\\', '/'));
    const ofSamples = /(?:^|\/)samples\/|(?:^|\/)(?:[\w-]+-samples|sample-[\w-]+)\.ts$/;
    const building = files.filter(file => !ofSamples.test(file) && !file.endsWith('.test.ts'));
    const imports = (file: string): readonly string[] =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\bfrom '([^']+)'/g)].map(match => match[1]!);
    assert.deepEqual(
      building.filter(file => imports(file).some(path => ofSamples.test(path))),
      [],
    );
  });

  it('take every branch of every template', () => {
    assert.equal(untakenBranches().join('\n'), '');
  });

  it('of blocks render, also those that no sample of a page shows', () => {
    for (const { block, view } of blockSamples) assert.match(renderBlock(block, view), /^</, block);
  });
});

describe('a field that can be null is null in some sample and not in another', () => {
  let types: ProjectTypes;
  before(() => {
    types = projectTypes();
  });
  after(() => types[Symbol.dispose]());

  /** The type of the views in a file of samples. */
  const viewIn = (file: string) => types.fieldOf(types.itemOf(types.exportedBy(file, 'samples')), 'view');

  for (const file of globSync('src/pages/*/*-samples.ts', { cwd: ROOT })
    .map(path => path.replaceAll('\\', '/'))
    .sort()) {
    const name = basename(file, '-samples.ts');
    // `/style/` is one page, whose content does not vary.
    if (name === 'style') continue;
    const list = (file.includes('/furniture/') ? samplesByBlock : samplesByType).get(name)!;
    it(`${file}`, () => {
      assert.equal(
        types
          .oneSided(
            viewIn(file),
            list.map(({ view }) => view),
            'view',
          )
          .join('\n'),
        '',
      );
    });
  }

  it('the fields that all pages have', () => {
    const pageView = types.exportedBy('src/pages/views.ts', 'PageView');
    assert.equal(
      types
        .oneSided(
          pageView,
          samples.map(({ view }) => view),
          'view',
        )
        .join('\n'),
      '',
    );
  });

  it('and a field that is not is found, wherever it stands', () => {
    const told = (name: string, change: (sample: FoundSample) => object): readonly string[] =>
      types.oneSided(
        viewIn(`src/pages/${name}/${name}-samples.ts`),
        pageSamples.filter(({ type }) => type.name === name).map(change),
        'view',
      );
    assert.deepEqual(
      told('home', ({ view }) => ({ ...view, lead: null })),
      ['view.lead is always null'],
    );
    // Without a card, all that a card may have is missing.
    const withoutCards = told('topic', ({ view }) => ({ ...view, articles: [] }));
    for (const field of ['Card.image', 'Card.summary', 'ArticleKind.count', 'ImageView.caption'])
      assert.ok(withoutCards.includes(`${field} is always null`), field);
    const foreign = (view: object): readonly FeedEntry[] =>
      (view as FeedView).entries.filter(({ lang }) => lang);
    assert.deepEqual(
      told('feed', ({ view }) => ({ ...view, entries: foreign(view) })),
      ['FeedEntry.lang is never null', 'FeedEntry.summary is never null'],
    );
  });
});
