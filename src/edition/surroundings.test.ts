import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { monthsOf, someEntry } from '../../tests/some-entries.ts';
import { DAY } from '../time/durations.ts';
import type { Entry } from './entry.ts';
import { surroundingsOf } from './surroundings.ts';

interface Draft {
  /** Days after the first of January 2012. */
  readonly day: number;
  /** After how many days it appears. */
  readonly late: number;
  readonly section: string;
  readonly topics: readonly string[];
}

const BEGINNING = Date.UTC(2012, 0, 1, 12);

const draft: fc.Arbitrary<Draft> = fc.record({
  day: fc.nat(900),
  late: fc.oneof({ weight: 9, arbitrary: fc.constant(0) }, fc.nat(400)),
  section: fc.constantFrom('chine', 'monde'),
  topics: fc.uniqueArray(fc.constantFrom('climat', 'mer', 'pandas', 'sport'), { maxLength: 3 }),
});

function entryOf(file: string, article: Draft): Entry {
  const date = BEGINNING + article.day * DAY;
  const { section, topics } = article;
  const day = new Date(date).toISOString().slice(0, 10);
  return someEntry({ file, slug: file, date, day, from: date + article.late * DAY, section, topics });
}

type Portal = ReadonlyMap<string, Draft>;

/** Of each month its version, and all that its articles show of others. */
function monthsOfPortal(portal: Portal) {
  const entries = [...portal].map(([file, article]) => entryOf(file, article));
  const published = monthsOf(entries);
  const surroundings = surroundingsOf(published, published);
  const versions = surroundings.versions();
  return new Map(
    published.months.map((ofMonth, place) => {
      const shown = ofMonth.entries.map((entry, index) => {
        const { newer, older, related } = surroundings.of(ofMonth, index);
        const hashes = [newer, older, ...related].map(other => other?.articleHash ?? null);
        const version = surroundings.versionOf(ofMonth, index);
        return {
          file: entry.file,
          version: `${entry.articleHash} ${version}`,
          shown: JSON.stringify(hashes),
        };
      });
      return [
        ofMonth.month,
        { version: versions[place]!, articles: shown, shown: JSON.stringify(shown) },
      ] as const;
    }),
  );
}

/** An article that comes, changes or goes (null). */
const edit = fc.tuple(fc.nat(90), fc.option(draft, { freq: 3 }));

/** What is shown of others beside each article, by its file, with its version. */
function articlesOfPortal(portal: Portal) {
  const articles = [...monthsOfPortal(portal).values()].flatMap(({ articles }) => articles);
  return new Map(articles.map(({ file, ...article }) => [file, article]));
}

type Versions = ReadonlyMap<string, { readonly version: unknown; readonly shown: string }>;

/** After any one edit what has the version that it had shows what it showed. */
function assertVersionsHold(
  versionsOf: (portal: Portal) => Versions,
  property: Parameters<typeof howMany>[0],
) {
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 90 }), edit, (drafts, [at, changed]) => {
      const before: Portal = new Map(drafts.map((article, index) => [`${index}.md`, article]));
      const after = new Map(before);
      if (changed) after.set(`${at}.md`, changed);
      else after.delete(`${at}.md`);
      const was = versionsOf(before);
      for (const [name, { version, shown }] of versionsOf(after))
        if (was.get(name)?.version === version) assert.equal(was.get(name)!.shown, shown);
    }),
    howMany(property),
  );
}

describe('the version of what stands beside an article', () => {
  it('changes whenever that does', () => {
    assertVersionsHold(articlesOfPortal, 'versions of articles');
  });

  it('stays when an article appears after it, but for its neighbour in the section', () => {
    const of = (day: number): Draft => ({ day, late: 0, section: 'chine', topics: ['mer'] });
    const before: Portal = new Map(Array.from({ length: 20 }, (_, index) => [`${index}.md`, of(index)]));
    const was = articlesOfPortal(before);
    const now = articlesOfPortal(new Map([...before, ['new.md', of(20)]]));
    const changed = [...was].filter(([file, { version }]) => now.get(file)!.version !== version);
    assert.deepEqual(
      changed.map(([file]) => file),
      ['19.md'],
    );
  });
});

describe('the version of a month', () => {
  it('changes whenever one of its articles does, or what stands beside one', () => {
    assertVersionsHold(monthsOfPortal, 'versions of months');
  });

  it('stays when an article comes in a later month, but for those of its neighbours in the section', () => {
    const of = (day: number): Draft => ({ day, late: 0, section: 'chine', topics: ['mer'] });
    const before: Portal = new Map(Array.from({ length: 20 }, (_, index) => [`${index}.md`, of(30 * index)]));
    const after = new Map([...before, ['new.md', of(600)]]);
    const was = monthsOfPortal(before);
    const changed = [...monthsOfPortal(after)].filter(
      ([month, { version }]) => was.get(month)?.version !== version,
    );
    assert.equal(changed.length, 2);
  });
});
