// Whatever becomes of articles, every address that readers ever had leads somewhere or is told as lost, with where its article is now.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { outputKey, urlOf } from '../src/address/addresses.ts';
import type { ToldLoss } from '../src/engine/report/tell-losses.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';
import { howMany } from './soak/how-many.ts';

const SECTIONS = ['chine', 'monde'] as const;
const DAYS = ['2014-05-18', '2014-05-19', '2014-05-20'] as const;
const NAMES = ['port', 'gare', 'quai', 'foire'] as const;
const STATES = ['published', 'draft', 'withdrawn'] as const;

interface Moving {
  readonly id: number;
  section: string;
  day: string;
  name: string;
  state: (typeof STATES)[number];
  aliases: readonly string[];
}

const which = fc.nat(3);
const edits = fc.oneof(
  fc.record({ edit: fc.constant('name' as const), which, to: fc.constantFrom(...NAMES) }),
  fc.record({ edit: fc.constant('section' as const), which, to: fc.constantFrom(...SECTIONS) }),
  fc.record({ edit: fc.constant('day' as const), which, to: fc.constantFrom(...DAYS) }),
  fc.record({ edit: fc.constant('state' as const), which, to: fc.constantFrom(...STATES) }),
  fc.record({ edit: fc.constant('delete' as const), which, to: fc.constant('') }),
  fc.record({ edit: fc.constant('add' as const), which, to: fc.constantFrom(...NAMES) }),
  fc.record({
    edit: fc.constant('alias' as const),
    which,
    to: fc.constantFrom('/ancien.html', '/vieux/', 'lost'),
  }),
  fc.record({ edit: fc.constant('no alias' as const), which, to: fc.constant('') }),
);
type Edit = typeof edits extends fc.Arbitrary<infer Of> ? Of : never;

function addressOf({ section, day, name }: Moving): string {
  return `/${section}/${day.replaceAll('-', '/')}/${name}.html`;
}

function fileOf({ name }: Moving): string {
  return `content/articles/${name}.md`;
}

/** `before` are the names of files before this step: one that is written anew within a step is the same article for everybody. */
function play(
  { edit, which, to }: Edit,
  articles: Moving[],
  owed: ReadonlyMap<string, number>,
  before: ReadonlySet<string>,
): void {
  const isFree = (name: string): boolean => articles.every(other => other.name !== name);
  if (edit === 'add') {
    const id = Math.max(0, ...articles.map(each => each.id)) + 1;
    const fresh = { id, section: 'chine', day: DAYS[0], name: to, aliases: [] };
    if (isFree(to) && !before.has(to)) articles.push({ ...fresh, state: 'published' });
    return;
  }
  const one = articles[which % articles.length];
  if (!one) return;
  if (edit === 'name' && isFree(to)) one.name = to;
  if (edit === 'section') one.section = to;
  if (edit === 'day') one.day = to;
  if (edit === 'state') one.state = to as Moving['state'];
  if (edit === 'delete') articles.splice(articles.indexOf(one), 1);
  if (edit === 'alias') one.aliases = [to === 'lost' ? ([...owed.keys()][0] ?? '/ancien.html') : to];
  if (edit === 'no alias') one.aliases = [];
}

function write(site: MiniSite, articles: readonly Moving[]): void {
  site.remove('content/articles');
  for (const each of [...articles, RESTING]) {
    const { id, section, day, state, aliases } = each;
    const fields = {
      title: `Article ${id}`,
      section,
      date: `${day}T08:00`,
      aliases: aliases.length === 0 ? undefined : aliases,
      draft: state === 'draft' ? true : undefined,
      withdrawn: state === 'withdrawn' ? 'Un faux document.' : undefined,
    };
    site.write(fileOf(each), article(fields, `Le texte numéro ${id}, et aucun autre.`));
  }
}

/** So that the portal never is without an article. */
const RESTING: Moving = {
  id: 0,
  section: 'sport',
  day: '2014-05-01',
  name: 'reste',
  state: 'published',
  aliases: [],
};

/** By what each of them leads to, the addresses of a site at which a reader finds an article, or why it was withdrawn. */
function addressesNow(articles: readonly Moving[]): ReadonlyMap<string, number> {
  const shown = articles.filter(({ state }) => state !== 'draft');
  return new Map(
    shown.flatMap(each => [addressOf(each), ...each.aliases].map(url => [url, each.id] as const)),
  );
}

async function followMoves(steps: readonly (readonly Edit[])[]): Promise<void> {
  using site = miniSite();
  const articles: Moving[] = [];
  /** All addresses that readers ever had, each with the article that was there last. */
  const had = new Map<string, number>();
  const start = NAMES.slice(0, 3).map(name => ({ edit: 'add', which: 0, to: name }) as const);
  for (const step of [start, ...steps]) {
    const owed = new Map([...had].filter(([url]) => !addressesNow(articles).has(url)));
    const before = new Set(articles.map(({ name }) => name));
    for (const edit of step) play(edit, articles, owed, before);
    write(site, articles);
    const { lostAddresses: foreseen } = await site.checked();
    const outcome = await site.build();
    // Two want one address: nothing has happened for readers.
    if (!outcome.ok) continue;
    const now = addressesNow(articles);
    for (const [url, id] of now) had.set(url, id);
    const tree = new Set([...site.tree().keys()].map(urlOf).map(outputKey));
    const lost = [...had.keys()].filter(url => !tree.has(outputKey(url))).sort();
    const { lostAddresses } = outcome;
    assert.deepEqual(
      (lostAddresses ?? []).map(({ address }) => address),
      lost,
    );
    if (foreseen !== null) assert.deepEqual(foreseen, lostAddresses, 'a check says the same');
    for (const told of lostAddresses ?? []) {
      // A draft that will have the address is told of, whichever article was there before.
      const toCome = articles.find(each => each.state === 'draft' && addressOf(each) === told.address);
      const last = articles.find(({ id }) => id === had.get(told.address));
      assertRight(told, toCome ?? last);
    }
  }
}

function assertRight({ address, fate, to }: ToldLoss, one: Moving | undefined): void {
  const expected = one === undefined ? 'deleted' : one.state === 'draft' ? 'draft' : 'moved';
  assert.equal(fate, expected, address);
  if (one) assert.ok(to?.endsWith(`/${one.name}.md`), `${address} is that of ${to}`);
}

describe('every address that readers ever had', () => {
  it('leads somewhere, or is told as lost, with where its article is now', async () => {
    const steps = fc.array(fc.array(edits, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.limitShrink(steps, 60), followMoves),
      howMany('histories of addresses'),
    );
  });
});
