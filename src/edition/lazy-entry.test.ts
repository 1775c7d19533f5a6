import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EntryFacts, EntryHashes, ReadEntry } from './entry.ts';
import { LazyEntry, withFields } from './lazy-entry.ts';

const FACTS: EntryFacts = {
  file: 'articles/2014/05/port.md',
  slug: 'port',
  section: 'chine',
  date: 1_400_000_000_000,
  day: '2014-05-13',
  from: 1_400_000_000_000,
  expires: null,
  changed: null,
  draft: false,
  authors: ['Zoé Li'],
  topics: ['climat'],
  dossiers: [],
  flash: null,
  pick: true,
  priority: 2,
  aliases: ['/port'],
  id: null,
  withdrawn: null,
  translations: [],
  comments: 'open',
  media: [],
  map: null,
  links: ['/contact/'],
  articleHash: 1,
};
const HASHES: EntryHashes = { cardHash: 2, linkHash: 3, addressHash: 4, bodyHash: 5 };
const PLAIN: ReadEntry = { ...FACTS, ...HASHES };

function lazy(asked: string[] = []): LazyEntry {
  return new LazyEntry(FACTS, file => {
    asked.push(file);
    return HASHES;
  });
}

describe('an entry whose hashes are brought when they are asked for', () => {
  it('is that of the article in all its fields, kept as text or with some of them changed', () => {
    const entry = lazy();
    for (const [name, value] of Object.entries(PLAIN)) assert.equal(entry[name as keyof ReadEntry], value);
    assert.deepEqual(JSON.parse(JSON.stringify(entry)), PLAIN);
    assert.deepEqual(withFields<ReadEntry, object>(entry, { draft: true }), { ...PLAIN, draft: true });
    assert.deepEqual(withFields(PLAIN, { cardHash: 9 }), { ...PLAIN, cardHash: 9 });
  });

  it('asks for none of them by itself', () => {
    const asked: string[] = [];
    const entry = lazy(asked);
    assert.deepEqual({ ...entry }, FACTS);
    assert.deepEqual(asked, []);
    assert.equal(entry.linkHash, 3);
    assert.deepEqual(asked, [FACTS.file]);
  });
});
