// `npm run publish -- --preview NAME`: what would change, with drafts, below a folder of the site that readers have; the site itself stays.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  type PublishOptions,
  type PublishOutcome,
  publishSite,
  removePreviewAt,
} from '../src/engine/publish-site.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';
import { treeOf } from './tree.ts';

function targetOf(site: MiniSite): string {
  return `file:${join(site.dir, 'published')}`;
}

async function publish(site: MiniSite, changes: Partial<PublishOptions> = {}): Promise<PublishOutcome> {
  return await publishSite({
    ...site.options(),
    target: targetOf(site),
    stateTarget: `file:${join(site.dir, 'state')}`,
    preview: null,
    ifDue: false,
    forceState: false,
    isRehearsal: false,
    onWait() {},
    ...changes,
  });
}

/** What stands at the target, by path, but for what stores and we keep there for ourselves. */
function published(site: MiniSite): ReadonlyMap<string, string> {
  const files = [...treeOf(join(site.dir, 'published'))].filter(([path]) => !path.startsWith('.quotidien/'));
  return new Map(files.map(([path, bytes]) => [path, bytes.toString()]));
}

function portal(): MiniSite {
  return miniSite({
    'content/articles/2014/05/port.md': article({ title: 'Le port rouvre' }),
    'content/articles/2014/05/gare.md': article({ title: 'La gare ferme', section: 'monde' }),
    'content/articles/2014/05/brouillon.md': article({ title: 'Un brouillon', draft: true }),
  });
}

describe('a preview', () => {
  it('shows what would change, drafts marked, and leaves the site as it is', async () => {
    using site = portal();
    await publish(site);
    const before = published(site);
    site.write('content/articles/2014/05/port.md', article({ title: 'Le port ferme' }));
    await publish(site, { preview: 'essai' });
    const after = published(site);
    for (const [path, text] of before) assert.equal(after.get(path), text, path);
    const home = after.get('apercus/essai/index.html')!;
    assert.match(home, /Le port ferme/);
    assert.match(home, /Un brouillon/);
    assert.match(home, /<meta name="robots" content="noindex">/);
    assert.match(home, /href="\/apercus\/essai\/chine\/2014\/05\/20\/port\.html"/);
    assert.ok(after.has('apercus/essai/chine/2014/05/20/brouillon.html'));
  });

  it('leads to the site for all that is the same there', async () => {
    using site = portal();
    await publish(site);
    await publish(site, { preview: 'essai' });
    const after = published(site);
    const home = after.get('apercus/essai/index.html')!;
    const [, styles] = /href="(\/[^"]*\.css)"/.exec(home)!;
    assert.match(styles!, /^\/assets\//);
    assert.ok(after.has(styles!.slice(1)));
    assert.deepEqual(
      [...after.keys()].filter(path => path.startsWith('apercus/essai/assets/')),
      [],
    );
  });

  it('follows the next preview of its name, and is taken away whole', async () => {
    using site = portal();
    await publish(site);
    site.write('content/articles/2014/05/neuf.md', article({ title: 'Du neuf' }));
    await publish(site, { preview: 'essai' });
    assert.ok(published(site).has('apercus/essai/chine/2014/05/20/neuf.html'));
    site.remove('content/articles/2014/05/neuf.md');
    await publish(site, { preview: 'essai' });
    assert.ok(!published(site).has('apercus/essai/chine/2014/05/20/neuf.html'));
    await removePreviewAt(targetOf(site), 'essai', false);
    assert.deepEqual(
      [...published(site).keys()].filter(path => path.startsWith('apercus/')),
      [],
    );
  });

  it('is neither sent nor taken away in a rehearsal', async () => {
    using site = portal();
    await publish(site);
    const before = published(site);
    const rehearsal = await publish(site, { preview: 'essai', isRehearsal: true });
    assert.deepEqual(published(site), before);
    const sent = await publish(site, { preview: 'essai' });
    const put = (of: PublishOutcome) =>
      of.kind === 'published' && of.outcome.ok ? [...of.outcome.changes.put].sort() : assert.fail(of.kind);
    assert.deepEqual(put(rehearsal), put(sent));
    const shown = published(site);
    assert.equal(await removePreviewAt(targetOf(site), 'essai', true), put(sent).length);
    assert.deepEqual(published(site), shown);
  });

  it('stays when the site is published, and is no part of it', async () => {
    using site = portal();
    await publish(site);
    await publish(site, { preview: 'essai' });
    site.write('content/articles/2014/05/port.md', article({ title: 'Le port ferme' }));
    const outcome = await publish(site, { verify: true });
    assert.ok(outcome.kind === 'published' && outcome.outcome.ok);
    assert.deepEqual(outcome.outcome.report.foreign, []);
    assert.ok(published(site).has('apercus/essai/index.html'));
    assert.match(published(site).get('index.html')!, /Le port ferme/);
  });

  it('of a site that was never published is the whole site', async () => {
    using site = portal();
    await publish(site, { preview: 'essai' });
    const paths = [...published(site).keys()];
    assert.ok(paths.every(path => path.startsWith('apercus/essai/')));
    assert.ok(paths.includes('apercus/essai/chine/2014/05/20/port.html'));
  });
});
