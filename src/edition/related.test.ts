import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { monthsOf, someEntry } from '../../tests/some-entries.ts';
import { relatedAmong } from './related.ts';

interface Named {
  readonly name: string;
  readonly day: string;
  readonly topics: readonly string[];
}

/** The names of what is related to each article, by its name. */
function relatedTo(...articles: readonly Named[]): Readonly<Record<string, readonly string[]>> {
  const list = monthsOf(
    articles.map(({ name, ...fields }) => someEntry({ ...fields, slug: name, file: name })),
  );
  const related = relatedAmong(list);
  return Object.fromEntries(
    Array.from(list, entry => [entry.file, related.of(entry).map(({ file }) => file)]),
  );
}

/** Articles of one topic, one on each of the first days of a month. */
function manyIn(month: string, topic: string, count: number): Named[] {
  return Array.from({ length: count }, (_, index) => {
    const day = `${month}-${String(index + 1).padStart(2, '0')}`;
    return { name: `${topic} ${day}`, day, topics: [topic] };
  });
}

describe('related articles', () => {
  it('are those of the rarer topic first', () => {
    const { la } = relatedTo(
      ...manyIn('2014-05', 'climat', 8),
      { name: 'rare', day: '2014-05-02', topics: ['pandas'] },
      { name: 'la', day: '2014-05-20', topics: ['climat', 'pandas'] },
    );
    assert.equal(la![0], 'rare');
  });

  it('take a topic for as rare as it was in the twelve months before', () => {
    const years = ['2010-03', '2011-03', '2012-01'].flatMap(month => manyIn(month, 'pandas', 9));
    const { la } = relatedTo(...years, ...manyIn('2014-04', 'climat', 5), {
      name: 'la',
      day: '2014-05-20',
      topics: ['climat', 'pandas'],
    });
    // Pandas were everywhere once, and nowhere for a year.
    assert.match(la![0]!, /^pandas 2012/);
  });

  it('are the same whatever was there more than twelve months before, and of other topics', () => {
    const recent: Named[] = [
      ...manyIn('2014-04', 'climat', 3),
      ...manyIn('2013-05', 'pandas', 3),
      { name: 'la', day: '2014-05-20', topics: ['climat', 'pandas'] },
    ];
    const alone = relatedTo(...recent);
    const after = relatedTo(...manyIn('2013-04', 'sport', 28), ...recent);
    assert.deepEqual(after.la, alone.la);
  });

  it('are at most four, of those before, each once', () => {
    const related = relatedTo(
      ...manyIn('2014-05', 'climat', 20).map(each => ({ ...each, topics: ['climat', 'mer'] })),
    );
    for (const [name, others] of Object.entries(related)) {
      assert.ok(others.length <= 4);
      assert.equal(new Set(others).size, others.length);
      for (const other of others) assert.ok(other < name);
    }
  });
});
