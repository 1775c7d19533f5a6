import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { monthsOf, someEntry } from '../../../tests/some-entries.ts';
import { articleUrl } from '../../address/addresses.ts';
import type { MonthsOfEntries } from '../../edition/months-of-entries.ts';
import { hashShort } from '../../hash/hash.ts';
import type { Memory } from '../memory/memory.ts';
import { lookAtArticleLinks } from './article-links.ts';
import { rememberedLinks, rememberLinks, suspectLinks } from './remembered-links.ts';

interface Draft {
  section: string;
  day: string;
  slug: string;
  isShown: boolean;
  links: readonly string[];
}

/** A portal whose articles come, go, move and link to each other, and the memory of its builds. */
class Portal {
  readonly articles = new Map<string, Draft>();
  readonly #read = new Map<string, readonly string[]>();
  readonly #notes = new Map<string, string>();
  readonly #linkers = new Map<string, readonly number[]>();

  put(file: string, draft: Draft): void {
    this.articles.set(file, draft);
    this.#read.set(file, draft.links);
  }

  remove(file: string): void {
    this.articles.delete(file);
    this.#read.delete(file);
  }

  /** The files with a link that leads to nothing. @param isStopped whether the build ends before it remembers what it has found. */
  build({ isStopped = false }: { readonly isStopped?: boolean } = {}): readonly string[] {
    const memory = this.#memory();
    const read = new Map(this.#read);
    this.#read.clear();
    suspectLinks(memory, read);
    const former = { ...rememberedLinks(memory), checkedAliases: new Map() };
    const found = lookAtArticleLinks({ published: this.#published() }, read, former.articleLinks);
    if (!isStopped) rememberLinks(memory, former, [], found);
    return [...found.astray.keys()].sort();
  }

  /** The same by a look at every link. */
  astray(): readonly string[] {
    const shown = [...this.articles.values()].filter(({ isShown }) => isShown);
    const there = new Set(shown.map(articleUrl));
    return [...this.articles]
      .filter(([, { links }]) => !links.every(link => there.has(link)))
      .map(([file]) => file)
      .sort();
  }

  #published(): MonthsOfEntries {
    const shown = [...this.articles.values()].filter(({ isShown }) => isShown);
    return monthsOf(
      shown.map(({ section, day, slug }) => {
        const addressHash = hashShort(articleUrl({ section, day, slug }));
        return someEntry({ section, day, slug, addressHash, articleHash: addressHash });
      }),
    );
  }

  #memory(): Memory {
    const linkers = this.#linkers;
    return {
      getNote: (key: string) => this.#notes.get(key) ?? null,
      putNote: (key: string, value: string) => this.#notes.set(key, value),
      pages: new Map(),
      articles: this.articles,
      entry: (file: string) => ({ file }),
      article: ({ file }: { readonly file: string }) => ({ bodyLinks: this.articles.get(file)!.links }),
      linkers: {
        get: (key: string) => linkers.get(key),
        put: (key: string, hashes: readonly number[]) => linkers.set(key, hashes),
        rowsOf: (bucket: number) =>
          [...linkers].filter(([key]) => 12 * Number(key.slice(0, 4)) + Number(key.slice(5, 7)) === bucket),
      },
    } as unknown as Memory;
  }
}

/** One edit, and what follows it. Links are to articles that there are, by their place, or to one that there never was. */
const edit = fc.record({
  file: fc.integer({ min: 0, max: 11 }).map(number => `articles/${number}.md`),
  isRemoved: fc.boolean(),
  section: fc.constantFrom('chine', 'monde'),
  day: fc.constantFrom('2014-04-30', '2014-05-01', '2014-05-20', '2015-05-20'),
  slug: fc.constantFrom('port', 'train', 'fleuve'),
  isShown: fc.boolean(),
  links: fc.array(fc.nat(12), { maxLength: 3 }),
  build: fc.constantFrom('none', 'stopped', 'whole', 'whole'),
});

const NOWHERE = { section: 'monde', day: '2014-05-01', slug: 'perdu' };

describe('links to articles that are not there', () => {
  it('are those of a look at every link, after any history', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 5, maxLength: 60 }), edits => {
        const portal = new Portal();
        for (const { file, isRemoved, links, build, ...place } of edits) {
          const targets = [...portal.articles.values(), NOWHERE];
          const urls = links.map(number => articleUrl(targets[number % targets.length]!));
          if (isRemoved) portal.remove(file);
          else portal.put(file, { ...place, links: urls });
          if (build === 'none') continue;
          const expected = portal.astray();
          assert.deepEqual(portal.build({ isStopped: build === 'stopped' }), expected);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are found again when an article goes whose linkers were read long before', () => {
    const portal = new Portal();
    const target = { section: 'chine', day: '2014-05-20', slug: 'port', isShown: true, links: [] };
    portal.put('port.md', target);
    portal.put('train.md', { ...target, day: '2015-01-01', slug: 'train', links: [articleUrl(target)] });
    assert.deepEqual(portal.build(), []);
    assert.deepEqual(portal.build(), []);
    portal.put('port.md', { ...target, section: 'monde' });
    assert.deepEqual(portal.build(), ['train.md']);
    assert.deepEqual(portal.build(), ['train.md']);
    portal.put('port.md', target);
    assert.deepEqual(portal.build(), []);
  });
});
