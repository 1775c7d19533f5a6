// A portal that nobody touches changes at the instants that its builds announce, and never in between.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { article, miniSite } from './mini-site.ts';
import { howMany } from './soak/how-many.ts';
import { assertSameTree, type Tree } from './tree.ts';

const instants = [
  '2014-05-19T12:00',
  '2014-05-20T14:00',
  '2014-05-20T16:00',
  '2014-05-20T16:00:01',
  '2014-05-20T20:00',
  '2014-05-31T23:59',
  '2014-06-01T00:00',
  '2014-06-02T09:30',
] as const;
const instant = fc.constantFrom(...instants);
const later = (date: string): string | undefined => instants.find(other => other > date);

const news = fc.record({
  date: fc.constantFrom('2013-04-30T23:59', '2013-05-01T00:00', '2013-06-30T08:00', ...instants),
  publish: fc.option(instant, { nil: undefined, freq: 2 }),
  expires: fc.option(instant, { nil: undefined, freq: 2 }),
  flash: fc.option(fc.constant(true), { nil: undefined, freq: 2 }),
});

const portals = fc.record({
  articles: fc.array(news, { minLength: 1, maxLength: 4 }),
  weather: fc.option(instant, { freq: 2 }),
  mostRead: fc.option(instant, { freq: 2 }),
  polls: fc.array(fc.constantFrom(...instants.slice(0, -1)), { maxLength: 2 }),
});

/** All that readers can see. */
function readersTree(tree: Tree): Tree {
  return new Map([...tree].filter(([name]) => name !== 'next-change.json'));
}

/** What an announced change is announced for: search engines drop old news by its date (decision 064). */
function announcedTree(tree: Tree): Tree {
  return new Map([...tree].filter(([name]) => name !== 'sitemaps/actualites.xml'));
}

const NOON = '2014-05-20T12:00+08:00';

function portalFiles(
  portal: typeof portals extends fc.Arbitrary<infer T> ? T : never,
): Record<string, string> {
  const files: Record<string, string> = {
    // There from the beginning on, and read most.
    'content/articles/port.md': article({ date: '2013-03-01T08:00' }),
    '_data/polls.yaml': JSON.stringify(
      portal.polls.map((opens, index) => ({
        slug: `sondage-${index}`,
        question: 'Oui ?',
        choices: ['oui', 'non'].map(slug => ({ slug, text: slug })),
        opens,
        closes: later(opens),
      })),
    ),
  };
  portal.articles.forEach((fields, index) => {
    const from = [fields.date, fields.publish ?? ''].sort()[1]!;
    // An article can't expire before it appears.
    const expires = fields.expires !== undefined && fields.expires > from ? fields.expires : undefined;
    files[`content/articles/article-${index}.md`] = article({ ...fields, expires });
  });
  if (portal.weather !== null) {
    const days = [{ day: '2014-05-20', sky: 'rain', high: 20, low: 10 }];
    files['_data/weather.json'] = JSON.stringify({
      date: portal.weather,
      source: 'Météo',
      cities: [{ slug: 'paris', name: 'Paris', days }],
    });
  }
  if (portal.mostRead !== null) {
    const addresses = ['/chine/2013/03/01/port.html'];
    files['_data/most-read.json'] = JSON.stringify({ date: portal.mostRead, addresses });
  }
  return files;
}

describe('the next change that a build announces', () => {
  it('changes the site, and a millisecond before it nothing has changed', async () => {
    await fc.assert(
      fc.asyncProperty(portals, async portal => {
        using site = miniSite(portalFiles(portal));
        let now = NOON;
        for (let step = 0; step < 6; step++) {
          const { nextChange } = await site.built({ now });
          if (nextChange === null) break;
          const before = site.tree();
          const next = Date.parse(nextChange);
          await site.built({ now: new Date(next - 1).toISOString() });
          assertSameTree(
            announcedTree(site.tree()),
            announcedTree(before),
            'the trees before the next change',
          );
          await site.built({ now: nextChange });
          assert.throws(
            () => assertSameTree(readersTree(announcedTree(site.tree())), readersTree(announcedTree(before))),
            `nothing changed at ${nextChange}`,
          );
          now = nextChange;
        }
      }),
      howMany('clock walks'),
    );
  });

  const AT_NOON = { now: NOON };
  const old = { date: '2013-03-01T08:00' };
  const POLL = {
    slug: 'transport',
    question: 'Oui ?',
    choices: ['oui', 'non'].map(slug => ({ slug, text: slug })),
  };
  const MOMENTS: readonly (readonly [name: string, files: Readonly<Record<string, string>>, next: string])[] =
    [
      [
        'a flash ends',
        { 'content/articles/a.md': article({ ...old, flash: { text: 'A', until: '2014-05-20T16:00' } }) },
        '2014-05-20T16:00:00+08:00',
      ],
      [
        'a flash without an end has had its hours',
        { 'content/articles/a.md': article({ date: '2014-05-20T10:00', flash: true }) },
        '2014-05-21T10:00:00+08:00',
      ],
      [
        'a poll opens',
        {
          '_data/polls.yaml': JSON.stringify([{ ...POLL, opens: '2014-05-20T13:00', closes: '2014-05-22' }]),
        },
        '2014-05-20T13:00:00+08:00',
      ],
      [
        'a poll closes',
        {
          '_data/polls.yaml': JSON.stringify([{ ...POLL, opens: '2014-05-19', closes: '2014-05-22T18:00' }]),
        },
        '2014-05-22T18:00:00+08:00',
      ],
      [
        'a scheduled article appears',
        { 'content/articles/a.md': article({ ...old, publish: '2014-05-20T12:00:01' }) },
        '2014-05-20T12:00:01+08:00',
      ],
      [
        'an article expires',
        { 'content/articles/a.md': article({ ...old, expires: '2014-05-25T00:00' }) },
        '2014-05-25T00:00:00+08:00',
      ],
      [
        'the weather is too old',
        {
          '_data/weather.json': JSON.stringify({
            date: '2014-05-20T06:00+08:00',
            source: 'Météo',
            cities: [
              { slug: 'paris', name: 'Paris', days: [{ day: '2014-05-20', sky: 'rain', high: 20, low: 10 }] },
            ],
          }),
        },
        '2014-05-20T18:00:00+08:00',
      ],
      [
        'the count of the most read is too old',
        { '_data/most-read.json': JSON.stringify({ date: '2014-05-20T06:00+08:00', addresses: [] }) },
        '2014-05-22T06:00:00+08:00',
      ],
    ];
  for (const [name, files, next] of MOMENTS)
    for (const [where, settings] of [
      ['', ''],
      [', also where no page carries it', 'furniture: []\nfurnitureMode: ssi\n'],
    ] as const)
      it(`is the instant at which ${name}${where}`, async () => {
        using site = miniSite({ 'content/articles/port.md': article(old), ...files });
        site.edit('_data/site.yaml', text => text + settings);
        assert.equal((await site.built(AT_NOON)).nextChange, next);
      });

  it('is none once every article is old, and nothing is left to appear or to end', async () => {
    using site = miniSite({ 'content/articles/port.md': article({ date: '2013-03-01T08:00' }) });
    assert.equal((await site.built()).nextChange, null);
  });
});
