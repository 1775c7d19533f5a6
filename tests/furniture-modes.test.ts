// What an owner reads who sets how furniture comes into pages of the archive, and why such a page is rendered.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, type MiniSite, miniSite } from './mini-site.ts';

function siteWith(settings: string): MiniSite {
  const site = miniSite({ 'content/articles/port.md': article() });
  site.edit('_data/site.yaml', text => text + settings);
  return site;
}

const warningsOf = async (settings: string): Promise<readonly string[]> => {
  using site = siteWith(settings);
  const { problems, warnings } = await site.checked();
  assert.deepEqual(problems, []);
  return warnings.map(({ file, line, rule, message }) => `${file}:${line} ${rule} ${message}`);
};

describe('a host that puts nothing into pages', () => {
  for (const host of ['netlify', 'cloudflare', 'gitlab', 'caddy'])
    it(`is named where it should read SSI: ${host}`, async () => {
      const [warning, ...others] = await warningsOf(`host: ${host}\nfurnitureMode: ssi\n`);
      assert.deepEqual(others, []);
      assert.match(
        warning!,
        new RegExp(`_data/site\\.yaml:8 unfit-furniture-mode L’hébergeur «\u00a0${host}\u00a0» ne lit pas`),
      );
      assert.match(
        warning!,
        /écrivez «\u00a0furnitureMode: client\u00a0», ou servez le site par nginx ou Apache\.$/,
      );
    });

  for (const host of ['netlify', 'cloudflare', 'gitlab'])
    it(`is named where a cache before it would have to read ESI: ${host}`, async () => {
      const [warning, ...others] = await warningsOf(`host: ${host}\nfurnitureMode: esi\n`);
      assert.deepEqual(others, []);
      assert.match(
        warning!,
        /unfit-furniture-mode .*Varnish, Fastly ou Akamai.*«\u00a0furnitureMode: client\u00a0»\.$/,
      );
    });

  it('is not where nobody asks it to, nor are servers that do, or that may stand behind a cache', async () => {
    for (const settings of [
      'host: netlify\n',
      'host: nginx\nfurnitureMode: ssi\n',
      'furnitureMode: ssi\n',
      'host: nginx\nfurnitureMode: esi\n',
      'host: caddy\nfurnitureMode: esi\n',
      'furnitureMode: esi\n',
    ])
      assert.deepEqual(await warningsOf(settings), [], settings);
  });
});

describe('hosts are told of pages into which a cache puts the furniture', () => {
  for (const host of ['netlify', 'cloudflare'])
    it(`in _headers: ${host}`, async () => {
      using site = siteWith(`host: ${host}\nfurnitureMode: esi\n`);
      await site.built();
      assert.match(site.read('_site/_headers'), /^ {2}Surrogate-Control: content="ESI\/1\.0"$/m);
      site.edit('_data/site.yaml', text => text.replace('furnitureMode: esi', 'furnitureMode: client'));
      await site.built();
      assert.doesNotMatch(site.read('_site/_headers'), /Surrogate/);
    });
});
