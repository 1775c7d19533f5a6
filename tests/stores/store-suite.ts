// What every store of objects has to do, as tests of whichever store they are given.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import {
  type ObjectHeaders,
  type ObjectStore,
  STORE_FOLDER,
  StoreError,
} from '../../src/store/object-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { WrongTarget } from '../../src/store/read-target.ts';
import { howMany } from '../soak/how-many.ts';

export const PAGE: ObjectHeaders = { contentType: 'text/html; charset=utf-8', cacheControl: 'max-age=60' };

/** The store of a target that is written as it should be. */
export async function openTarget(target: string): Promise<ObjectStore> {
  const store = await openStore(target);
  assert.ok(!(store instanceof WrongTarget));
  return store;
}

export interface StoreUnderTest {
  /** Another client of the same empty place, as another publisher has it. */
  open(): Promise<ObjectStore>;
  end(): Promise<void>;
}

export interface StoreTraits {
  /** Whether the place itself refuses what is put under a condition that does not hold. */
  readonly conditions: boolean;
  /** Whether a reader never meets half of an object; missing: as it has to be. */
  readonly whole?: boolean;
  /** Whether lists are in the order of keys; missing: as it has to be. */
  readonly ordered?: boolean;
  /** Whether lists escape what XML gives a meaning to; missing: as it has to be. */
  readonly escaped?: boolean;
  /** How many objects are many: more than one answer of the store lists. */
  readonly many: number;
  /** Why the tests of this store can't run here; missing: they can. */
  readonly skip?: string | false;
}

const NAMES = [
  'à propos.html',
  'a+b.html',
  'a%2Fb.html',
  'a&b=c.html',
  "l'été.html",
  '#1?.html',
  'œuvre 🎉.txt',
];

export function storeSuite(
  name: string,
  begin: () => Promise<StoreUnderTest>,
  { conditions, whole = true, ordered = true, escaped = true, many, skip = false }: StoreTraits,
): void {
  describe(name, { skip }, () => {
    let place: StoreUnderTest;
    let store: ObjectStore;
    let folder: string;
    before(async () => {
      folder = mkdtempSync(join(tmpdir(), 'quotidien-suite-'));
      place = await begin();
      store = await place.open();
    });
    after(async () => {
      await store?.close();
      await place?.end();
      rmSync(folder, { recursive: true, force: true });
    });

    const keysOf = async (prefix: string): Promise<readonly string[]> => {
      const keys = await keysIn(store, prefix);
      return ordered ? keys : keys.toSorted(byBytes);
    };
    const text = async (key: string): Promise<string | null> =>
      (await store.read(key))?.bytes.toString() ?? null;

    it('has nothing at first', async () => {
      assert.equal(await store.read('rien.html'), null);
      assert.equal(await store.look('rien.html'), null);
      assert.deepEqual(await keysOf(''), []);
    });

    it('gives back what was put, and its tag, size and time', async () => {
      const begun = Date.now();
      const tag = await store.put('chine/port.html', Buffer.from('Le port'), PAGE);
      assert.deepEqual(await store.read('chine/port.html'), { bytes: Buffer.from('Le port'), tag });
      const looked = await store.look('chine/port.html');
      assert.deepEqual({ ...looked, written: 0 }, { key: 'chine/port.html', size: 7, tag, written: 0 });
      // Some tell whole seconds.
      assert.ok(Math.abs(looked!.written - begun) < 60_000, String(looked!.written));
    });

    it('gives another tag to other bytes', async () => {
      const first = await store.put('tag.html', Buffer.from('un'), PAGE);
      const second = await store.put('tag.html', Buffer.from('de'), PAGE);
      assert.notEqual(first, second);
      assert.equal((await store.look('tag.html'))!.tag, second);
    });

    it('gives pieces of what was put, as far as it reaches', async () => {
      const bytes = randomBytes(100_000);
      await store.put('pieces', bytes, PAGE);
      const piece = async (at: number, length: number) => store.readPiece('pieces', { at, length });
      assert.deepEqual(await piece(0, 1), bytes.subarray(0, 1));
      assert.deepEqual(await piece(33_000, 40_000), bytes.subarray(33_000, 73_000));
      assert.deepEqual(await piece(99_990, 4096), bytes.subarray(99_990));
      assert.deepEqual(await piece(100_000, 10), Buffer.alloc(0));
      assert.equal(await store.readPiece('no pieces', { at: 0, length: 10 }), null);
    });

    it('keeps an object of no bytes', async () => {
      const tag = await store.put('vide.txt', Buffer.alloc(0), PAGE);
      assert.deepEqual(await store.read('vide.txt'), { bytes: Buffer.alloc(0), tag });
    });

    it('keeps a large file whole, from where it lies', async () => {
      const bytes = randomBytes(20 * 1024 * 1024 + 17);
      writeFileSync(join(folder, 'film.mp4'), bytes);
      const tag = await store.put('medias/film.mp4', { path: join(folder, 'film.mp4') }, PAGE);
      const back = await store.read('medias/film.mp4');
      assert.equal(sha256(back!.bytes), sha256(bytes));
      assert.equal(back!.tag, tag);
    });

    it('says which file is missing that should have been put, and puts nothing', async () => {
      const path = join(folder, 'absent.mp4');
      await assert.rejects(store.put('medias/absent.mp4', { path }, PAGE), { code: 'ENOENT', path });
      assert.equal(await store.look('medias/absent.mp4'), null);
    });

    it('tells keys apart that have accents, spaces and marks of addresses', async () => {
      const names = NAMES.filter(name => escaped || !/[&']/.test(name));
      await Promise.all(names.map(key => store.put(`signes/${key}`, Buffer.from(key), PAGE)));
      for (const key of names) assert.equal(await text(`signes/${key}`), key);
      assert.deepEqual(await keysOf('signes/'), names.map(key => `signes/${key}`).sort(byBytes));
      await store.remove(names.map(key => `signes/${key}`));
      assert.deepEqual(await keysOf('signes/'), []);
    });

    it('refuses keys that lead elsewhere, or nowhere', async () => {
      await store.put('reste.html', Buffer.from('rien ne part'), PAGE);
      const wrong = ['', '/a', '../a', 'a/../../b', 'a//b', 'a/./b', 'a/', 'a\0b', 'a\nb', 'a\\b', '\ud800'];
      for (const key of [...wrong, `${STORE_FOLDER}/a`, 'é'.repeat(128), 'a/'.repeat(600)]) {
        const isRefused = (error: unknown): boolean =>
          error instanceof StoreError && error.failure === 'other';
        await assert.rejects(store.put(key, Buffer.from(''), PAGE), isRefused, JSON.stringify(key));
        await assert.rejects(store.read(key), isRefused, JSON.stringify(key));
        await assert.rejects(store.remove(['reste.html', key]), isRefused, JSON.stringify(key));
      }
      assert.equal(await text('reste.html'), 'rien ne part');
    });

    it('removes what is there, and does not mind what is not', async () => {
      await store.put('adieu/a.html', Buffer.from('a'), PAGE);
      await store.put('adieu/b.html', Buffer.from('b'), PAGE);
      await store.remove(['adieu/a.html', 'adieu/jamais.html', 'nulle/part.html']);
      await store.remove([]);
      assert.deepEqual(await keysOf('adieu/'), ['adieu/b.html']);
    });

    it('lists more objects than one answer holds, in their order, and removes them', async () => {
      const keys = Array.from({ length: many }, (_, index) => `nombreux/${(index * 7919) % many}.html`);
      await Promise.all(keys.map(key => store.put(key, Buffer.from(key), PAGE)));
      // What begins alike is no part of it.
      await store.put('nombreux2.html', Buffer.from(''), PAGE);
      const listed = await keysOf('nombreux/');
      assert.deepEqual(listed, keys.toSorted(byBytes));
      assert.equal((await keysOf('nombreux')).length, many + 1);
      await store.remove([...keys, 'nombreux2.html']);
      assert.deepEqual(await keysOf('nombreux'), []);
    });

    it('lists sizes and times, and tags where it has them', async () => {
      const tag = await store.put('liste/a.html', Buffer.from('douze octets'), PAGE);
      const [listed] = await Array.fromAsync(store.list('liste/'));
      const looked = await store.look('liste/a.html');
      assert.deepEqual({ ...listed, tag, written: 0 }, { ...looked, written: 0 });
      // Some cut the fraction of a second off, in one of the two.
      assert.ok(Math.abs(listed!.written - looked!.written) <= 1_000);
      assert.ok(listed!.tag === null || listed!.tag === tag);
    });

    it('never lists what it keeps for itself', async () => {
      await store.put('.quotidien/site.json', Buffer.from('{}'), PAGE);
      await store.put('.quotidien/site.json', Buffer.from('[]'), PAGE, { ifAbsent: true });
      const keys = await keysOf('.quotidien');
      assert.deepEqual(keys, ['.quotidien/site.json']);
      assert.ok(!(await keysOf('')).some(key => key.startsWith(STORE_FOLDER)));
    });

    it('puts what must be new only where nothing is', async () => {
      const tag = await store.put('neuf.json', Buffer.from('un'), PAGE, { ifAbsent: true });
      assert.equal((await store.look('neuf.json'))!.tag, tag);
      assert.equal(await store.put('neuf.json', Buffer.from('deux'), PAGE, { ifAbsent: true }), null);
      assert.equal(await text('neuf.json'), 'un');
    });

    it('puts what replaces a version only where that version is', async () => {
      const first = await store.put('racine.json', Buffer.from('un'), PAGE);
      const second = await store.put('racine.json', Buffer.from('deux'), PAGE, { ifTag: first! });
      assert.ok(second);
      assert.equal(await store.put('racine.json', Buffer.from('trois'), PAGE, { ifTag: first! }), null);
      assert.equal(await store.put('nulle-part.json', Buffer.from('a'), PAGE, { ifTag: first! }), null);
      assert.equal(await text('racine.json'), 'deux');
      assert.equal(await text('nulle-part.json'), null);
    });

    it(`says that conditions ${conditions ? 'hold' : 'do not hold'} between publishers`, async () => {
      assert.equal(await store.hasConditions(), conditions);
    });

    it('lets exactly one of twenty make an object that must be new', { skip: !conditions }, async () => {
      const others = await Promise.all([place.open(), place.open()]);
      for (let round = 0; round < 5; round += 1) {
        const key = `courses/${round}.json`;
        const tags = await Promise.all(
          Array.from({ length: 20 }, (_, index) =>
            others[index % 2]!.put(key, Buffer.from(`éditeur ${index}`), PAGE, { ifAbsent: true }),
          ),
        );
        const winners = tags.flatMap((tag, index) => (tag === null ? [] : [index]));
        assert.equal(winners.length, 1);
        assert.equal(await text(key), `éditeur ${winners[0]}`);
      }
      await Promise.all(others.map(other => other.close()));
    });

    it('loses none of the changes that several make to one object', { skip: !conditions }, async () => {
      const others = await Promise.all([place.open(), place.open()]);
      await store.put('compte.txt', Buffer.from(''), PAGE);
      /** As publishers do: read, change, put if it is still the same; again, if not. */
      const addOne = async (other: ObjectStore, mark: string): Promise<void> => {
        for (;;) {
          const { bytes, tag } = (await other.read('compte.txt'))!;
          const more = Buffer.concat([bytes, Buffer.from(mark)]);
          if (await other.put('compte.txt', more, PAGE, { ifTag: tag })) return;
        }
      };
      const marks = [...'abcdefghijkl'];
      await Promise.all(marks.map((mark, index) => addOne(others[index % 2]!, mark)));
      assert.deepEqual([...(await text('compte.txt'))!].sort(), marks);
      await Promise.all(others.map(other => other.close()));
    });

    it('shows whoever reads meanwhile one whole version or the other', { skip: !whole }, async () => {
      const reader = await place.open();
      const versions = Array.from({ length: 30 }, (_, index) =>
        Buffer.alloc(40_000 + index * 1_000, 97 + index),
      );
      await store.put('page.html', versions[0]!, PAGE);
      let isOver = false;
      let reads = 0;
      const reading = async (): Promise<void> => {
        for (; !isOver; reads += 1) {
          const { bytes } = (await reader.read('page.html'))!;
          assert.ok(
            versions.some(version => version.equals(bytes)),
            `${bytes.length} bytes`,
          );
        }
      };
      const readers = Promise.all([reading(), reading(), reading()]);
      for (const version of versions) await store.put('page.html', version, PAGE);
      isOver = true;
      await readers;
      assert.ok(reads > 0);
      await reader.close();
    });

    it('holds after any changes what a table of them holds', async () => {
      let cases = 0;
      await fc.assert(
        fc.asyncProperty(operations, all => followTable(store, keysOf, `cas-${cases++}/`, all)),
        howMany('changes of a store'),
      );
    });
  });
}

const KEYS = ['a.html', 'b/a.html', 'b/é.html', 'b/c/d.html', 'b.html'] as const;

/** What may be done to a store, one after the other. */
export const operations = fc.array(
  fc.record({
    does: fc.constantFrom('put', 'put', 'if absent', 'if same', 'if other', 'remove', 'list'),
    key: fc.constantFrom(...KEYS),
    other: fc.constantFrom(...KEYS),
    content: fc.uint8Array({ maxLength: 40 }),
    prefix: fc.constantFrom('', 'b', 'b/', 'b/c/', 'c'),
  }),
  { minLength: 1, maxLength: 12 },
);

type Operations = typeof operations extends fc.Arbitrary<infer Value> ? Value : never;

/** Does them below `within`, where nothing is, and holds the store to a table of what it should hold after each. */
export async function followTable(
  store: ObjectStore,
  keysOf: (prefix: string) => Promise<readonly string[]>,
  within: string,
  all: Operations,
): Promise<void> {
  const table = new Map<string, { readonly bytes: Buffer; readonly tag: string }>();
  const sorted = (prefix: string): readonly string[] =>
    [...table.keys()].filter(key => key.startsWith(within + prefix)).sort(byBytes);
  for (const { does, key: name, other, content, prefix } of all) {
    const key = within + name;
    const bytes = Buffer.from(content);
    const standing = table.get(key);
    if (does === 'list') assert.deepEqual(await keysOf(within + prefix), sorted(prefix));
    else if (does === 'remove') {
      await store.remove([key, within + other]);
      table.delete(key);
      table.delete(within + other);
    } else {
      const same = standing?.tag ?? '"jamais"';
      const condition =
        does === 'if absent'
          ? ({ ifAbsent: true } as const)
          : { ifTag: does === 'if same' ? same : '"autre"' };
      const tag = await (does === 'put'
        ? store.put(key, bytes, PAGE)
        : store.put(key, bytes, PAGE, condition));
      const mayBe = { put: true, 'if absent': !standing, 'if same': !!standing, 'if other': false }[does];
      assert.equal(tag !== null, mayBe, `${does} ${key}`);
      if (tag !== null) table.set(key, { bytes, tag });
    }
    assert.deepEqual(await store.read(key), table.get(key) ?? null);
  }
  assert.deepEqual(await keysOf(within), sorted(''));
  await store.remove([...table.keys()]);
}

export async function keysIn(store: ObjectStore, prefix: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}

function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
