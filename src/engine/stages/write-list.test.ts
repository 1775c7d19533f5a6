import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hashOf } from '../../hash/hash.ts';
import { anyBucket } from '../memory/bucketed-table.ts';
import { CONTENTS_URL, readSiteList } from '../output/site-list.ts';
import { writeList } from './write-list.ts';

type Known = Parameters<typeof writeList>[0];

/** A site of images alone, as one build after another writes down what it holds. */
function siteOfImages() {
  const texts = new Map<string, string>();
  const images = new Map<string, string>();
  const output = {
    read: (url: string) => texts.get(url) ?? null,
    remove: (url: string) => texts.delete(url),
    put(url: string, text: string) {
      texts.set(url, text);
      return { bytesHash: hashOf(text) };
    },
    adopt() {},
  };
  const write = (change: () => void, unknownOutput = false): readonly string[] => {
    const before = new Set(images.keys());
    const standing = new Map(texts);
    if (unknownOutput) texts.clear();
    change();
    const changed = [...before, ...images.keys()].filter(url => before.has(url) !== images.has(url));
    const rowsOf = (bucket: number) => [...images].filter(([url]) => anyBucket(url) === bucket);
    const table = {
      size: images.size,
      buckets: () => new Set([...before, ...images.keys()].map(anyBucket)),
      changedBuckets: () => new Set(changed.map(anyBucket)),
      rowsOf,
    };
    const nothing = { buckets: () => [], changedBuckets: () => [], rowsOf: () => [] };
    const list = readSiteList({ read: url => standing.get(url) ?? null });
    writeList({
      memory: { pages: nothing, images: table, suspects: new Set() },
      output,
      sameOutput: true,
      unknownOutput,
      list,
      staying: new Map(),
      writesSomething: true,
    } as unknown as Known);
    return [...texts].filter(([url, text]) => standing.get(url) !== text).map(([url]) => url);
  };
  const show = (from: number, to: number): void => {
    for (let number = from; number <= to; number++) images.set(`/images/${number}.png`, hashOf(`${number}`));
  };
  return { texts, images, write, show };
}

describe('the lists of what a site shows', () => {
  it('change by one list when an image takes the place of another', () => {
    const { images, write, show } = siteOfImages();
    write(() => show(1, 40));
    const changed = write(() => {
      images.delete('/images/1.png');
      show(41, 41);
    });
    assert.deepEqual(changed.toSorted(), ['/.quotidien/files.json', CONTENTS_URL]);
  });

  it('are those of a clean build when images have become many, and few again', () => {
    const { texts, images, write, show } = siteOfImages();
    const areClean = (): void => {
      const standing = new Map(texts);
      write(() => {}, true);
      assert.deepEqual(new Map([...standing].sort()), new Map([...texts].sort()));
    };
    write(() => show(1, 1000));
    assert.equal(texts.size, 2);
    write(() => show(1001, 1001));
    assert.equal(texts.size, 17);
    areClean();
    write(() => show(1002, 1003));
    areClean();
    write(() => {
      for (const number of [7, 8, 9]) images.delete(`/images/${number}.png`);
    });
    assert.equal(texts.size, 2);
    areClean();
  });
});
