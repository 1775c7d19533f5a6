// A memory with random bytes written over it means a full build or a sound one, never another site and never an error.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import fc from 'fast-check';
import { article, miniSite } from './mini-site.ts';
import { howMany } from './soak/how-many.ts';
import { assertSameTree, treeOf } from './tree.ts';

function tenDays(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let day = 11; day <= 20; day++) {
    const fields = { title: `Le ${day} mai`, date: `2014-05-${day}T08:00`, topics: ['commerce'] };
    files[`content/articles/jour-${day}.md`] = article(fields);
  }
  return files;
}

function isHeldBy(path: string, bytes: Buffer): boolean {
  return existsSync(path) && readFileSync(path).equals(bytes);
}

/** Zeros look more like sound data. */
const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 56 }),
  fc.integer({ min: 20, max: 1120 }).map(length => new Uint8Array(length)),
);

/** Bytes, and where in the memory they are written. */
const damages = fc.record({ bytes, at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }) });

it('a memory with random bytes written over it means the same site and no error, whatever was edited since', async () => {
  using site = miniSite(tenDays());
  const memory = join(site.dir, '.cache/memory.sqlite');
  site.edit('content/articles/jour-14.md', text => text.replace('---\n', '---\naliases: [/quatorze.html]\n'));
  await site.built();
  const before = new Map<string, Buffer>([
    ['.cache/output-folders', readFileSync(join(site.dir, '.cache/output-folders'))],
  ]);
  for (const folder of ['_site', '_site/.quotidien'])
    for (const [name, bytes] of treeOf(join(site.dir, folder))) before.set(`${folder}/${name}`, bytes);
  const whole = readFileSync(memory);
  site.edit('content/articles/jour-12.md', text => text.replace('Le 12 mai', 'Le douze mai'));
  site.remove('content/articles/jour-14.md');
  const { tree } = await site.cleanBuild();

  const assertHarmless = async (damage: {
    readonly bytes: Uint8Array;
    readonly at: number;
  }): Promise<void> => {
    // As the build before the edits left it, but for the damage.
    for (const [name, bytes] of before) if (!isHeldBy(join(site.dir, name), bytes)) site.write(name, bytes);
    rmSync(join(site.dir, '.cache/output-folders-since.json'), { force: true });
    const damaged = Buffer.from(whole);
    const at = Math.floor(damage.at * damaged.length);
    damaged.set(damage.bytes.subarray(0, damaged.length - at), at);
    writeFileSync(memory, damaged);
    await site.built();
    assertSameTree(site.tree(), tree);
  };
  await fc.assert(fc.asyncProperty(damages, assertHarmless), howMany('damaged memories'));
});
