import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { someEntry } from '../../tests/some-entries.ts';
import type { Site } from '../site/site.ts';
import { DAY, HOUR } from '../time/durations.ts';
import { absenceOf } from './absence.ts';
import { makeEdition } from './edition.ts';
import { byAppearance, byReadingOrder, type Entry } from './entry.ts';
import { firstOf } from './entry-list.ts';
import { type Holders, holdersOfMonths } from './holders.ts';
import { listOf } from './lists-by.ts';
import { type MonthSummary, summarize } from './month-summary.ts';
import { knownMonth, MonthsOfEntries, monthOf } from './months-of-entries.ts';

const NOW = Date.UTC(2014, 4, 20, 12);
const MONTH_AT = (instant: number): string => new Date(instant).toISOString().slice(0, 7);

const site = {
  sections: [{ slug: 'chine' }, { slug: 'monde' }],
  dossiers: [{ slug: 'mer' }],
  authors: [{ slug: 'zoe-li', name: 'Zoé Li', formerly: [] }],
  picksLength: 3,
  flashHours: 6,
} as unknown as Site;

const few = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item | null> =>
  fc.option(item, { freq: 5, nil: null });

/** Articles of a year before the instant and of some days after it, of which some are late, hidden or have gone. */
const article = fc
  .record({
    day: fc.integer({ min: -360, max: 4 }),
    late: few(fc.nat(200)),
    leaves: few(fc.integer({ min: 1, max: 300 })),
    draft: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.boolean()),
    isWithdrawn: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, fc.boolean()),
    section: fc.constantFrom('chine', 'monde'),
    topics: fc.uniqueArray(fc.constantFrom('climat', 'constructor', 'sport'), { maxLength: 2 }),
    authors: fc.uniqueArray(fc.constantFrom('Zoé Li', 'Zoe Li', 'A. Martin', 'Constructor'), {
      maxLength: 2,
    }),
    inDossier: fc.boolean(),
    pick: fc.boolean(),
    flash: few(few(fc.integer({ min: -4, max: 4 }))),
  })
  .map(({ day, late, leaves, isWithdrawn, inDossier, flash, ...fields }) => {
    const date = NOW + day * DAY - HOUR;
    const from = date + (late ?? 0) * DAY;
    return {
      ...fields,
      date,
      day: new Date(date).toISOString().slice(0, 10),
      from,
      expires: leaves === null ? null : from + leaves * DAY,
      withdrawn: isWithdrawn ? 'Faux' : null,
      dossiers: inDossier ? ['mer'] : [],
      flash: flash === null ? null : { text: null, until: NOW + flash * HOUR },
    };
  });

const articles = fc
  .array(article, { maxLength: 60 })
  .map(list =>
    list.map((fields, index) => someEntry({ ...fields, slug: `a${index}`, file: `articles/a${index}.md` })),
  );

/** Months as the memory has them: summaries that were kept as text, and articles that are brought. */
function kept(
  entries: readonly Entry[],
  onBring: (month: string) => void = () => {},
  holders: Holders | null = null,
): MonthsOfEntries {
  const byMonth = Map.groupBy(entries.toSorted(byReadingOrder), monthOf);
  return new MonthsOfEntries(
    [...byMonth].map(([month, ofMonth]) => {
      const summary = JSON.parse(JSON.stringify(summarize(ofMonth, MONTH_AT))) as MonthSummary;
      const bring = (some: readonly Entry[]): readonly Entry[] => {
        onBring(month);
        return holders === null ? some : some.map(entry => ({ ...entry }));
      };
      return knownMonth(
        month,
        summary,
        {
          all: () => bring(ofMonth),
          ofDossier: slug => ofMonth.filter(({ dossiers }) => dossiers.includes(slug)),
        },
        holders,
      );
    }),
    MONTH_AT,
    file => {
      const entry = entries.find(entry => entry.file === file);
      return entry && monthOf(entry);
    },
  );
}

const files = (entries: Iterable<Entry>): readonly string[] => Array.from(entries, ({ file }) => file);

describe('an edition of months that were summed up', () => {
  it('is the same when its articles are let go again and again, and brought anew', () => {
    fc.assert(
      fc.property(articles, all => {
        const holders = holdersOfMonths(0);
        const letGo = <Found>(found: Found): Found => {
          holders.letGoOfMany();
          return found;
        };
        const lists = (edition: ReturnType<typeof makeEdition>, then: <Found>(found: Found) => Found) => ({
          beside: edition.published.months.flatMap(month =>
            Array.from({ length: month.size }, (_, place) => {
              const { newer, older, related } = edition.surroundings.of(month, place);
              return then([newer?.file, older?.file, files(related)]);
            }),
          ),
          days: edition.published.months.flatMap(({ summary }) =>
            summary.days.map(([day]) => then(files(edition.published.day(day)))),
          ),
          byTopic: [...edition.byTopic].map(([topic, list]) => then([topic, files(list)])),
          byDossier: [...edition.byDossier].map(([dossier, list]) => then([dossier, files(list)])),
          byAppearance: then(files(edition.published.byAppearance())),
        });
        const found = lists(makeEdition(kept(all, undefined, holders), site, NOW), letGo);
        assert.deepEqual(
          found,
          lists(makeEdition(kept(all), site, NOW), same => same),
        );
      }),
    );
  });

  it('is the one that all articles make', () => {
    fc.assert(
      fc.property(articles, all => {
        const edition = makeEdition(kept(all), site, NOW);
        const shown = all.filter(entry => absenceOf(entry, NOW) === null).sort(byReadingOrder);
        const those = (is: (entry: Entry) => boolean): readonly string[] => files(shown.filter(is));
        assert.deepEqual(files(edition.published), files(shown));
        assert.equal(edition.published.length, shown.length);
        assert.equal(edition.counts.published, shown.length);
        assert.equal(edition.counts.total, all.length);
        assert.deepEqual(files(edition.current.byAppearance()), files(shown.toSorted(byAppearance)));
        for (const { slug } of site.sections)
          assert.deepEqual(
            files(listOf(edition.bySection, slug)),
            those(({ section }) => section === slug),
          );
        for (const slug of ['climat', 'constructor', 'sport'])
          assert.deepEqual(
            files(listOf(edition.byTopic, slug)),
            those(({ topics }) => topics.includes(slug)),
          );
        for (const [slug, names] of [
          ['zoe-li', ['Zoé Li', 'Zoe Li']],
          ['a-martin', ['A. Martin']],
          ['constructor', ['Constructor']],
        ] as const)
          assert.deepEqual(
            files(listOf(edition.byAuthor, slug)),
            those(({ authors }) => authors.some(name => (names as readonly string[]).includes(name))),
          );
        const latestBy = shown.find(({ authors }) => authors.some(name => name.startsWith('Zo')));
        const name = latestBy?.authors.find(name => name.startsWith('Zo'));
        assert.equal(edition.latestNames.get('zoe-li'), name);
        assert.deepEqual(
          files(listOf(edition.byDossier, 'mer')),
          those(({ dossiers }) => dossiers.length > 0),
        );
        assert.deepEqual(files(edition.picks), those(({ pick }) => pick).slice(0, site.picksLength));
        assert.deepEqual(
          files(edition.flashes.map(({ entry }) => entry)),
          those(({ flash, from }) => flash !== null && (flash.until ?? from + site.flashHours * HOUR) > NOW),
        );
        assert.deepEqual(
          files(edition.flashed),
          those(({ flash }) => flash !== null),
        );
        for (const { day, file } of all) {
          assert.deepEqual(
            files(edition.published.day(day)),
            those(entry => entry.day === day),
          );
          assert.equal(edition.published.find(file)?.file, shown.find(entry => entry.file === file)?.file);
        }
        const turns = all
          .filter(({ draft }) => !draft)
          .flatMap(entry => {
            const absence = absenceOf(entry, NOW);
            return absence === 'scheduled'
              ? [entry.from]
              : absence === 'expired'
                ? []
                : (entry.expires ?? []);
          });
        assert.equal(edition.nextTurn, turns.length === 0 ? null : Math.min(...turns));
      }),
      howMany('editions of summaries'),
    );
  });

  it('brings no month for which nobody asks', () => {
    const brought = new Set<string>();
    const all = Array.from({ length: 24 }, (_, index) => {
      const date = Date.UTC(2012, index, 10);
      const day = new Date(date).toISOString().slice(0, 10);
      const topics = index % 12 === 0 ? ['rare'] : ['climat'];
      return someEntry({ slug: `a${index}`, file: `articles/a${index}.md`, day, date, from: date, topics });
    });
    const { published, current, byTopic, counts } = makeEdition(
      kept(all, month => brought.add(month)),
      site,
      NOW,
    );
    assert.deepEqual([counts.published, published.length, listOf(byTopic, 'rare').length], [24, 24, 2]);
    assert.deepEqual([...brought], []);
    assert.deepEqual(files(published.first(2)), files(firstOf(current.byAppearance(), 2)));
    assert.deepEqual([...brought].sort(), ['2013-11', '2013-12']);
    assert.deepEqual(files(listOf(byTopic, 'rare').first(1)), ['articles/a12.md']);
    assert.deepEqual([...brought].sort(), ['2013-01', '2013-11', '2013-12']);
  });

  it('is made of a month of any number of articles, among them a draft', () => {
    const count = 200_000;
    const all = Array.from({ length: count }, (_, n) => someEntry({ slug: `a${n}`, file: `a${n}.md` }));
    const draft = someEntry({ slug: 'draft', file: 'draft.md', draft: true });
    const { counts, nextTurn } = makeEdition(kept([...all, draft]), site, NOW);
    assert.deepEqual([counts.published, counts.draft, nextTurn], [count, 1, null]);
  });
});
