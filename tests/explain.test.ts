// What `--explain` says of a page: why a build would render it, and why one did.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { explainPage } from '../src/engine/explain-page.ts';
import { AFTERNOON, article, type MiniSite, miniSite } from './mini-site.ts';

const PORT = '/chine/2014/05/20/port.html';

/** The causes as short texts: `shown related`. */
async function explained(site: MiniSite, url: string, now = AFTERNOON) {
  const explanation = await explainPage({ ...site.options(), now: Date.parse(now) }, url);
  assert.equal(explanation.outcome, 'explained');
  const short = (causes: readonly object[]): readonly string[] =>
    causes.map(cause => Object.values(cause).join(' '));
  return { now: short(explanation.now), before: explanation.before && short(explanation.before) };
}

function portal(): MiniSite {
  return miniSite({
    'content/articles/port.md': article({ topics: ['commerce'] }),
    'content/articles/ble.md': article({ title: 'Le blé', date: '2014-05-19T10:00', topics: ['commerce'] }),
    'content/articles/gare.md': article({ title: 'La gare', date: '2013-05-19', section: 'sport' }),
    'content/articles/pont.md': article({ title: 'Le pont', date: '2013-05-18', section: 'sport' }),
  });
}

describe('a page is explained', () => {
  it('as new before the first build, and as up to date after it', async () => {
    using site = portal();
    assert.deepEqual(await explained(site, PORT), { now: ['new'], before: null });
    await site.built();
    assert.deepEqual(await explained(site, PORT), { now: [], before: ['new'] });
  });

  it('by the part of what it shows that changed, and by that part once it is built', async () => {
    using site = portal();
    await site.built();
    site.edit('content/articles/ble.md', text => text.replace('Le blé', 'Le blé d’hiver'));
    // The block falls back on the newsroom's choice, which names every article of so small a portal.
    const expected = ['block most-read', 'shown older', 'shown related'];
    assert.deepEqual((await explained(site, PORT)).now, expected);
    assert.deepEqual((await explained(site, '/sujets/commerce/')).now, ['shown articles']);
    assert.deepEqual((await explained(site, '/404.html')).now, []);
    await site.built();
    assert.deepEqual(await explained(site, PORT), { now: [], before: expected });
  });

  it('by a template, a block of the furniture and its template, the portal’s settings, and a missing file', async () => {
    using site = portal();
    await site.built();
    site.editTheme('archive/article.njk', text => text.replace('<header>', '<header data-new>'));
    assert.deepEqual((await explained(site, PORT)).now, ['template article']);
    await site.built();
    site.editTheme('furniture/dossiers.njk', text => text.replace('<ul>', '<ul data-new>'));
    assert.deepEqual((await explained(site, PORT)).now, ['block template dossiers']);
    await site.built();
    site.edit('content/articles/ble.md', text => text.replace('section:', 'pick: true\nsection:'));
    assert.deepEqual((await explained(site, PORT)).now, ['block most-read', 'block picks']);
    await site.built();
    site.edit('_data/sections.yaml', text => text.replace('name: Monde', 'name: Le monde'));
    assert.deepEqual((await explained(site, PORT)).now, ['portal navigation']);
    assert.ok((await explained(site, '/monde/')).now.includes('shown name'));
  });

  it('by the edition on fronts of news alone', async () => {
    using site = portal();
    await site.built();
    site.write(
      'content/articles/neuf.md',
      article({ title: 'Neuf', date: '2014-05-20T15:00', section: 'sport' }),
    );
    const { now } = await explained(site, '/monde/');
    assert.ok(now.includes('edition'), now.join());
    assert.ok(!(await explained(site, '/dossiers/')).now.includes('edition'));
  });

  it('whichever way its address is typed; of another, the closest is proposed', async () => {
    using site = portal();
    for (const typed of ['/chine', '/chine/', '/chine/index.html'])
      assert.equal((await explainPage(site.options(), typed)).outcome, 'explained', typed);
    assert.deepEqual(await explainPage(site.options(), '/chin/'), { outcome: 'no page', closest: '/chine/' });
  });

  it('with the folder of the site before its address, or the site’s whole address', async () => {
    using site = portal();
    site.edit('_data/site.yaml', text => text.replace(/^(baseUrl: .*)$/m, '$1/journal'));
    for (const typed of ['/chine/', '/journal/chine', '/journal', 'https://portail.example/journal/chine/'])
      assert.equal((await explainPage(site.options(), typed)).outcome, 'explained', typed);
    assert.deepEqual(await explainPage(site.options(), '/journal/chin/'), {
      outcome: 'no page',
      closest: '/chine/',
    });
    await site.built();
    site.edit('_data/site.yaml', text => text.replace('/journal', '/revue'));
    assert.ok((await explained(site, PORT)).now.includes('portal baseUrl'));
  });

  it('with the problems of the content when there are any', async () => {
    using site = portal();
    site.edit('content/articles/ble.md', text => text.replace('section: "chine"', 'section: "chin"'));
    const explanation = await explainPage(site.options(), PORT);
    assert.equal(explanation.outcome, 'problems');
  });
});

describe('an explanation', () => {
  it('writes nothing into the site', async () => {
    using site = portal();
    await site.built();
    site.edit('content/articles/ble.md', text => text.replace('Le blé', 'Le blé d’hiver'));
    assert.deepEqual(await site.writtenBy(() => explainPage(site.options(), PORT)), []);
  });
});
