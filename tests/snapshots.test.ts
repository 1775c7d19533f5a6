// Facts from outside that stand beside `_data`: of each, whichever is dated later counts, and what can't be shown is passed over in words.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { workingTree } from '../src/content/working-tree.ts';
import { SNAPSHOTS, type SnapshotName, type SnapshotPlace } from '../src/snapshots/snapshot-place.ts';
import { statePlace } from '../src/snapshots/state-place.ts';
import { StoreError } from '../src/store/object-store.ts';
import { openStore } from '../src/store/open-store.ts';
import { WrongTarget } from '../src/store/read-target.ts';
import { styleMistake } from './broken-sites/message-style.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';
import { publishedSite } from './publication/published-site.ts';
import { snapshotText } from './publication/snapshot-texts.ts';
import { assertSameTree } from './tree.ts';

function portal(files: Readonly<Record<string, string>> = {}): MiniSite {
  const polls = JSON.stringify([
    {
      slug: 'transport',
      question: 'Oui ?',
      choices: [
        { slug: 'oui', text: 'Oui' },
        { slug: 'non', text: 'Non' },
      ],
      opens: '2014-05-01T00:00',
      closes: '2014-06-01T00:00',
    },
  ]);
  return miniSite({ 'content/articles/port.md': article(), '_data/polls.yaml': polls, ...files });
}

async function stateOf(site: MiniSite, name = 'public.state'): Promise<SnapshotPlace> {
  const store = await openStore(`file:${join(site.dir, name)}`);
  if (store instanceof WrongTarget) assert.fail(store.sentence);
  return statePlace(store);
}

async function warningsOf(
  site: MiniSite,
  snapshots: SnapshotPlace,
  now?: string,
): Promise<readonly string[]> {
  const options = { snapshots, ...(now === undefined ? {} : { now }) };
  const outcome = await site.build(options);
  assert.ok(outcome.ok, JSON.stringify(outcome.problems));
  const checked = await site.checked(options);
  assert.deepEqual(checked.problems, []);
  assert.deepEqual(checked.warnings, outcome.warnings, 'a build warns of what a check warns of');
  for (const { message } of outcome.warnings) assert.equal(styleMistake(message), null, message);
  return outcome.warnings.map(
    ({ file, line, rule, message }) => `${file.slice(file.indexOf('snapshots'))}:${line} ${rule} ${message}`,
  );
}

/** What pages show of each snapshot that `snapshotText` made with `mark`. */
const SHOWN: Readonly<Record<SnapshotName, readonly [url: string, shown: (mark: number) => RegExp]>> = {
  weather: ['/meteo/', mark => new RegExp(`\\b${mark}℃`)],
  'most-read': ['/les-plus-lus/', mark => new RegExp(`Relevé du <time datetime="2014-05-20T${mark}:`)],
  'poll-totals': ['/sondages/transport/', mark => new RegExp(`\\b${mark}\\svotes`)],
  proof: ['/qualite/', mark => new RegExp(`<strong>${mark}</strong> pages lues`)],
};

describe('of a snapshot of `_data` and one of a publication’s state', () => {
  for (const name of SNAPSHOTS) {
    const [url, shown] = SHOWN[name];
    it(`the one that is dated later counts: ${name}`, async () => {
      using site = portal({ [`_data/${name}.json`]: snapshotText(name, 10) });
      const state = await stateOf(site);
      await site.built({ snapshots: state });
      assert.match(site.page(url), shown(10), 'the state has none');
      await state.write(name, snapshotText(name, 11));
      await site.built({ snapshots: state });
      assert.match(site.page(url), shown(11), 'the state’s is later');
      assertSameTree(site.tree(), (await site.cleanBuild({ snapshots: state })).tree);
      site.editData(`${name}.json`, snapshotText(name, 12));
      await site.built({ snapshots: state });
      assert.match(site.page(url), shown(12), 'that of `_data` is later');
      site.remove(`_data/${name}.json`);
      await site.built({ snapshots: state });
      assert.match(site.page(url), shown(11), '`_data` has none');
    });
  }

  it('nobody sees the other one where no place is named', async () => {
    using site = portal({ '_data/weather.json': snapshotText('weather', 10) });
    await (await stateOf(site)).write('weather', snapshotText('weather', 11));
    await site.built();
    assert.match(site.page('/meteo/'), /\b10℃/);
  });

  it('a later one changes the pages that carry furniture, and nothing of the archive', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `content/articles/a${at}.md`,
        article({ title: `Article ${at}`, date: `2014-0${1 + (at % 4)}-${10 + (at % 18)}T10:00` }),
      ]),
    );
    using site = portal(files);
    const state = await stateOf(site);
    for (const name of SNAPSHOTS) await state.write(name, snapshotText(name, 10));
    await site.built({ snapshots: state });
    for (const name of SNAPSHOTS) {
      await state.write(name, snapshotText(name, 11));
      const written = await site.writtenBy(() => site.built({ snapshots: state }));
      assert.ok(written.includes(SHOWN[name][0]) && written.length < 40, `${name}: ${written}`);
      const articles = written.filter(url => /\/\d\d\/[^/]*\.html$/.test(url));
      assert.ok(articles.length <= 3, `the archive changes with ${name}: ${articles}`);
    }
    assertSameTree(site.tree(), (await site.cleanBuild({ snapshots: state })).tree);
  });
});

describe('a snapshot of the state that can’t be shown', () => {
  const FAULTY: readonly (readonly [text: string, words: RegExp])[] = [
    ['', /Ce fichier est vide|rien/],
    ['{"date": "2014-05-20T11:00:00+08:00", "source"', /Ce relevé est laissé de côté/],
    ['<html><title>502 Bad Gateway</title></html>', /Ce relevé est laissé de côté/],
    ['null', /Ce relevé est laissé de côté/],
    [snapshotText('weather', 11).replace('"days"', '"jours"'), /«\sdays\s»/],
    [snapshotText('weather', 11).replace(/"high":\d+/, '"high":800'), /800|60/],
    [snapshotText('weather', 11).replace(/"date":"[^"]*"/, '"date":"hier"'), /«\shier\s»/],
    [snapshotText('weather', 11).replace('"source"', '"__proto__"'), /__proto__/],
    ['x'.repeat(1_100_000), /1024/],
  ];

  it('is passed over in words, and the site shows the one of `_data`', async () => {
    using site = portal({ '_data/weather.json': snapshotText('weather', 10) });
    const state = await stateOf(site);
    for (const [text, words] of FAULTY) {
      await state.write('weather', text);
      const warnings = await warningsOf(site, state);
      assert.equal(warnings.length, 1, text.slice(0, 100));
      assert.match(warnings[0]!, /^snapshots\/weather\.json:\d+ snapshot-passed-over Ce relevé est laissé/);
      assert.match(warnings[0]!, words);
      assert.match(site.page('/meteo/'), /\b10℃/);
    }
    // What was wrong with it is over.
    await state.write('weather', snapshotText('weather', 11));
    assert.deepEqual(await warningsOf(site, state), []);
    assert.match(site.page('/meteo/'), /\b11℃/);
  });

  it('stands in no way of one that can', async () => {
    using site = portal();
    const state = await stateOf(site);
    await state.write('weather', '{}');
    await state.write('most-read', snapshotText('most-read', 11));
    assert.equal((await warningsOf(site, state)).length, 1);
    assert.match(site.page('/les-plus-lus/'), SHOWN['most-read'][1](11));
  });

  it('is one that is dated after the edition, until its time has come: that is announced', async () => {
    using site = portal({ '_data/weather.json': snapshotText('weather', 10) });
    const state = await stateOf(site);
    await state.write('weather', snapshotText('weather', 14));
    const [warning] = await warningsOf(site, state, '2014-05-20T12:00:00+08:00');
    assert.match(warning!, /daté du 2014-05-20T14:00:00\+08:00, après l’instant de cette édition/);
    assert.match(site.page('/meteo/'), /\b10℃/);
    assert.equal(site.read('_site/next-change.json'), '{"nextChange":"2014-05-20T13:00:00+08:00"}\n');
    assert.deepEqual(await warningsOf(site, state, '2014-05-20T13:00:00+08:00'), []);
    assert.match(site.page('/meteo/'), /\b14℃/);
  });

  it('leaves its place where that of `_data` is dated by mistake', async () => {
    using site = portal({
      '_data/weather.json': snapshotText('weather', 10).replace('2014-05-20T', '2041-05-20T'),
    });
    const state = await stateOf(site);
    await state.write('weather', snapshotText('weather', 11));
    assert.deepEqual(await warningsOf(site, state), []);
    assert.match(site.page('/meteo/'), /\b11℃/);
  });

  it('is not one whose place can’t be read: then nothing is built', async () => {
    using site = portal();
    const state = await stateOf(site);
    await site.built();
    const before = site.tree();
    const read = () => Promise.reject(new StoreError('unreachable', 's3://a/b', 'sans réponse'));
    await assert.rejects(site.build({ snapshots: { ...state, read } }), StoreError);
    assertSameTree(site.tree(), before);
  });
});

describe('a publication with snapshots in its state', () => {
  it('is what a clean build makes of the same snapshots, and sends what they change', async () => {
    using site = portal({ 'content/articles/gare.md': article({ date: '2014-01-10T10:00' }) });
    site.edit('_data/site.yaml', text => text.replace('furnitureArticles: 3', 'furnitureArticles: 1'));
    const online = publishedSite(site);
    const state = await stateOf(site);
    // The first weather adds a link to every page.
    for (const name of SNAPSHOTS) await state.write(name, snapshotText(name, 10));
    await online.sent();
    for (const name of SNAPSHOTS) {
      await state.write(name, snapshotText(name, 11));
      online.changeMachine();
      const { put } = await online.sent();
      assert.ok(put.includes(SHOWN[name][0]), `${put}`);
      assert.ok(!put.includes('/chine/2014/01/10/gare.html'), `${put}`);
      await online.assertClean({ snapshots: state });
    }
    assert.deepEqual((await online.sent()).put, []);
  });

  it('notices with --if-due that one of them is another, or gone', async () => {
    using site = portal();
    const online = publishedSite(site);
    const state = await stateOf(site);
    site.edit('_data/site.yaml', text => `${text}clock: 2014-05-20T15:30:00+08:00\n`);
    // As a commit has one.
    const source = { ...workingTree(join(site.dir, 'content')), id: 'as it is' };
    const due = async (): Promise<boolean> =>
      (await online.publish({ now: null, ifDue: true, source })).kind === 'published';
    assert.deepEqual([await due(), await due()], [true, false]);
    await state.write('weather', snapshotText('weather', 10));
    assert.deepEqual([await due(), await due()], [true, false]);
    assert.match(online.page('/meteo/'), /\b10℃/);
    await state.write('weather', '{"date": 1');
    assert.deepEqual([await due(), await due()], [true, false]);
    site.remove('public.state/snapshots/weather.json');
    assert.deepEqual([await due(), await due()], [true, false]);
  });
});
