// What a page shows to its fingerprint: every change of it shows, and nothing that can't be shown slips through.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Entry } from '../edition/entry.ts';
import {
  constant,
  digestOf,
  inspect,
  inspectRoughly,
  showArticle,
  showCard,
  showCards,
  showCrops,
  showLink,
  showSocial,
} from './shown.ts';

const entry = (hashes: Partial<Entry> = {}): Entry =>
  ({ media: [], map: null, articleHash: 1, cardHash: 2, linkHash: 3, addressHash: 4, ...hashes }) as Entry;

describe('the fingerprint of what a page shows', () => {
  it('is the same for the same data, and another for any other', () => {
    const data = fc.jsonValue({ maxDepth: 3 });
    fc.assert(
      fc.property(data, data, (a, b) => {
        const same = JSON.stringify(a) === JSON.stringify(b);
        assert.equal(digestOf(a) === digestOf(b), same);
        assert.equal(digestOf(structuredClone(a)), digestOf(a));
      }),
    );
  });

  it('tells lists apart that hold the same texts in other groups', () => {
    const groupings = [
      [['a', 'b'], ['c']],
      [['a'], ['b', 'c']],
      [['ab'], ['c']],
      [['a', 'b', 'c'], []],
      ['a', 'b', 'c'],
      ['abc'],
    ];
    assert.equal(new Set(groupings.map(digestOf)).size, groupings.length);
  });

  it('changes with the votes when two choices swap theirs', () => {
    assert.notEqual(digestOf({ oui: 3, non: 2 }), digestOf({ oui: 2, non: 3 }));
    assert.notEqual(digestOf({ oui: 3, non: 2 }), digestOf({ non: 3, oui: 2 }));
  });

  it('changes with the part of an article that the page shows, and with no other', () => {
    const changed = {
      link: digestOf(showLink(entry({ linkHash: 9 }))) !== digestOf(showLink(entry())),
      linkByCard: digestOf(showLink(entry({ cardHash: 9 }))) !== digestOf(showLink(entry())),
      card: digestOf(showCard(entry({ cardHash: 9 }), null)) !== digestOf(showCard(entry(), null)),
      cardByBody: digestOf(showCard(entry({ articleHash: 9 }), null)) !== digestOf(showCard(entry(), null)),
      article: digestOf(showArticle(entry({ articleHash: 9 }))) !== digestOf(showArticle(entry())),
    };
    assert.deepEqual(changed, {
      link: true,
      linkByCard: false,
      card: true,
      cardByBody: false,
      article: true,
    });
  });

  it('changes with the order of cards, with one more, and with the place that shows their pictures', () => {
    const [a, b] = [entry({ cardHash: 5 }), entry({ cardHash: 6 })];
    const lists = [
      showCards([a, b], null),
      showCards([b, a], null),
      showCards([a], null),
      showCards([a, b], 'card'),
    ];
    assert.equal(new Set(lists.map(digestOf)).size, lists.length);
  });

  it('changes at a first look with anything in an article, and reads nothing else of it', () => {
    const unread = (articleHash: number): Entry => {
      const refuse = (): never => assert.fail('is read');
      return Object.defineProperties(
        { media: [], map: null, articleHash } as unknown as Entry,
        Object.fromEntries(['cardHash', 'linkHash', 'addressHash'].map(name => [name, { get: refuse }])),
      );
    };
    for (const show of [
      (of: Entry) => showLink(of),
      (of: Entry) => showCard(of, 'card'),
      (of: Entry) => showCards([of], null),
      (of: Entry) => showArticle(of),
      (of: Entry) => showSocial(of, 'Chine', true),
    ]) {
      const [before, same, after] = [1, 1, 2].map(hash => inspectRoughly([show(unread(hash)), 'x']));
      assert.equal(before!.digest, same!.digest);
      assert.notEqual(before!.digest, after!.digest);
      assert.equal(before!.pictured.length, inspect([show(entry()), 'x']).pictured.length);
    }
  });

  it('is that of the data within a constant', () => {
    assert.notEqual(digestOf(constant('Chine')), digestOf(constant('Monde')));
    assert.equal(digestOf([constant('Chine')]), digestOf([constant('Chine')]));
  });

  it('is refused to what is no data', () => {
    for (const shown of [() => 1, new Map(), new Date(0), new Set(['a']), Symbol('a'), 1n])
      assert.throws(() => digestOf({ shown }), /A page cannot show a/);
  });
});

describe('the pictures of what a page shows', () => {
  it('are those of cards in a place that shows pictures, and of none elsewhere', () => {
    const kinds = (shown: unknown) => inspect(shown).pictured.map(({ kind }) => kind);
    assert.deepEqual(kinds([showCards([entry()], null), showLink(entry()), 'texte']), []);
    assert.deepEqual(kinds({ deep: [{ lead: showCard(entry(), 'lead') }] }), ['card']);
    // An article of text alone needs no file.
    assert.deepEqual(kinds(showArticle(entry())), []);
    assert.equal(showCrops(entry()), null);
    assert.deepEqual(kinds(showArticle(entry({ map: { place: 'Bamako', at: null } }))), ['article']);
  });
});
