import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { someEntry } from '../../../tests/some-entries.ts';
import { byReadingOrder, type EntryFacts, type EntryHashes, type ReadEntry } from '../../edition/entry.ts';
import { plainEntry, withFields } from '../../edition/plain-entry.ts';
import { type EntryColumns, packEntries, unpackEntries } from './entry-columns.ts';

const HASHES: EntryHashes = { cardHash: 2, linkHash: 3, addressHash: 4, bodyHash: 5 };

const FACTS: EntryFacts = someEntry({
  day: '2014-05-13',
  date: 1_400_000_000_000,
  file: 'articles/2014/05/port.md',
  authors: ['Zoé Li'],
  topics: ['climat'],
  articleHash: 1,
});

/** As the memory keeps them: JSON text. */
function kept(facts: readonly EntryFacts[], hashesOf = (_file: string): EntryHashes => HASHES) {
  const entries = facts.map(each => ({ ...each, cardHash: HASHES.cardHash }));
  return unpackEntries(JSON.parse(JSON.stringify(packEntries(entries))) as EntryColumns, hashesOf);
}

const someWords = fc.array(fc.constantFrom('climat', 'ports', 'Zoé Li', 'a, b'), { maxLength: 3 });
const shelf = fc.constantFrom('articles', 'articles/2014', 'articles/2014/05', 'articles/2014/06');
const someDate = fc
  .tuple(fc.integer({ min: -1, max: 3 }), fc.constantFrom(3_600_000, 60_000, 1000, 1))
  .map(([steps, unit]) => FACTS.date + steps * unit);
const facts = fc
  .record({
    folder: shelf,
    slug: fc.constantFrom('port', 'gare', 'é'),
    date: someDate,
    section: fc.constantFrom('chine', 'monde'),
    topics: someWords,
    authors: someWords,
    dossiers: fc.array(fc.constant('jo'), { maxLength: 1 }),
    late: fc.boolean(),
    expires: fc.option(someDate),
    draft: fc.boolean(),
    pick: fc.boolean(),
    links: fc.array(fc.constant('/contact/'), { maxLength: 1 }),
    articleHash: fc.nat(),
  })
  .map(
    ({ folder, late, ...fields }): EntryFacts => ({
      ...FACTS,
      ...fields,
      folder,
      file: `${folder}/${fields.slug}.md`,
      from: fields.date + (late ? 60_000 : 0),
    }),
  );

describe('entries that are read from columns', () => {
  it('are those that were kept, in all their fields, in reading order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(facts, { selector: ({ file }) => file }), entries => {
        assert.deepEqual(
          kept(entries).map(plainEntry),
          entries.toSorted(byReadingOrder).map(entry => ({ ...entry, ...HASHES })),
        );
      }),
    );
  });

  it('ask for hashes only when somebody does', () => {
    const asked: string[] = [];
    const [entry] = kept([FACTS], file => {
      asked.push(file);
      return HASHES;
    });
    assert.deepEqual([entry!.articleHash, entry!.slug, entry!.pick, asked], [1, 'port', false, []]);
    assert.equal(entry!.linkHash, 3);
    assert.deepEqual(asked, [FACTS.file]);
  });

  it('know the hash of the card of an article in a dossier, which shows those of all months', () => {
    const [entry] = kept([{ ...FACTS, dossiers: ['jo'] }], () => assert.fail());
    assert.equal(entry!.cardHash, HASHES.cardHash);
  });

  it('are whole as a text, and with some fields changed', () => {
    const [entry] = kept([FACTS]);
    const plain: ReadEntry = { ...FACTS, ...HASHES };
    assert.deepEqual(JSON.parse(JSON.stringify(entry)), plain);
    assert.deepEqual(withFields<ReadEntry, object>(entry!, { draft: true }), { ...plain, draft: true });
    assert.deepEqual(withFields({ ...plain, absence: 'draft' }, { cardHash: 9 }), {
      ...plain,
      absence: 'draft',
      cardHash: 9,
    });
  });
});
