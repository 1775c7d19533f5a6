// What readers' programs know an article by stays, whatever becomes of its name, its section, its date or the portal's domain.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { AFTERNOON, article, type MiniSite, miniSite } from '../mini-site.ts';

const PORT = 'content/articles/2014/05/port.md';

function move(site: MiniSite, ...args: readonly string[]): void {
  const command = join(import.meta.dirname, '../../src/cli/move.ts');
  const { status, stderr } = spawnSync(process.execPath, [command, ...args, '--now', AFTERNOON], {
    cwd: site.dir,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
}

/** Of the one article of the portal's feed. */
async function identity(site: MiniSite): Promise<string> {
  await site.built();
  const ids = [...site.page('/flux.xml').matchAll(/<entry[^>]*>\s*<id>([^<]*)<\/id>/g)].map(([, id]) => id!);
  assert.equal(ids.length, 1);
  return ids[0]!;
}

const FIRST = 'tag:portail.example,2026:/chine/2014/05/20/port.html';

describe('the identity of an article in feeds', () => {
  it('is its first address under the name of the portal', async () => {
    using site = miniSite({ [PORT]: article() });
    assert.equal(await identity(site), FIRST);
  });

  it('stays when the article is renamed, and moved to another section and another day, and back', async () => {
    using site = miniSite({ [PORT]: article() });
    move(site, PORT, '--slug', 'quai');
    assert.equal(await identity(site), FIRST);
    move(site, 'content/articles/2014/05/quai.md', '--section', 'monde', '--date', '2014-04-30T09:00');
    assert.equal(await identity(site), FIRST);
    const moved = 'content/articles/2014/04/quai.md';
    move(site, moved, '--section', 'chine', '--slug', 'port', '--date', '2014-05-20T13:43');
    assert.equal(await identity(site), FIRST);
    assert.match(site.read(PORT), /^id: \/chine\/2014\/05\/20\/port\.html$/m);
    move(site, PORT, '--slug', 'quai');
    assert.equal(await identity(site), FIRST);
    assert.equal(site.read('content/articles/2014/05/quai.md').match(/^id:/gm)?.length, 1);
  });

  it('stays when an editor adds the address that it had in an older system', async () => {
    using site = miniSite({ [PORT]: article({ aliases: ['/spip.php?article12', '/vieux/port.html'] }) });
    assert.equal(await identity(site), FIRST);
    move(site, PORT, '--slug', 'quai');
    assert.equal(await identity(site), FIRST);
  });

  it('stays when the portal changes its domain and says under which name it began', async () => {
    using site = miniSite({ [PORT]: article() });
    const first = await identity(site);
    site.edit('_data/site.yaml', text =>
      text.replace('baseUrl: https://portail.example', 'baseUrl: https://autre.example/journal'),
    );
    assert.notEqual(await identity(site), first);
    site.edit('_data/site.yaml', text => `${text}authority: portail.example,2026\n`);
    assert.equal(await identity(site), first);
  });

  it('is what its front matter says', async () => {
    using site = miniSite({ [PORT]: article({ id: 8812, aliases: ['/chine/2014/05/20/quai.html'] }) });
    assert.equal(await identity(site), 'tag:portail.example,2026:8812');
  });
});
