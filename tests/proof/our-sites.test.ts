// Sites of ours in each of their forms, as a stranger finds them: in a folder, with furniture that others put in, for each host, as a preview, in a bucket.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FURNITURE_MODES } from '../../src/site/furniture-modes.ts';
import { article, type MiniSite, miniSite } from '../mini-site.ts';
import { linesOf, proofOf } from './small-tree.ts';

const SITE = (settings: string): string => `name: Le Petit Portail
description: Un portail pour essayer.
baseUrl: https://portail.example
timeZone: Asia/Shanghai
furnitureArticles: 1
${settings}`;

function portal(settings: string): MiniSite {
  const articles = Object.fromEntries(
    Array.from({ length: 6 }, (_, at) => [
      `content/articles/a${at}.md`,
      article({ title: `L’article ${at}`, date: `2014-0${1 + (at % 5)}-1${at}T10:00` }),
    ]),
  );
  const data = SITE(settings.replace(/^baseUrl:.*\n?/m, ''));
  const base = /^baseUrl: .*$/m.exec(settings)?.[0];
  return miniSite({
    ...articles,
    '_data/site.yaml': base === undefined ? data : data.replace(/^baseUrl:.*$/m, base),
  });
}

async function foundInSite(settings: string): Promise<readonly string[]> {
  using site = portal(settings);
  await site.built();
  return linesOf(await proofOf(join(site.dir, '_site')));
}

describe('a site of ours has nothing that a stranger finds wrong', () => {
  for (const mode of FURNITURE_MODES)
    it(`with its furniture put in by: ${mode}`, async () => {
      assert.deepEqual(await foundInSite(`furnitureMode: ${mode}\n`), []);
    });

  it('in a folder of its host', async () => {
    assert.deepEqual(await foundInSite('baseUrl: https://portail.example/journal\n'), []);
  });

  for (const host of ['netlify', 'cloudflare', 'gitlab'])
    it(`with headers and redirects for ${host}`, async () => {
      assert.deepEqual(await foundInSite(`host: ${host}\n`), []);
    });

  it('of its first day, without an article', async () => {
    using site = miniSite();
    await site.built();
    assert.deepEqual(linesOf(await proofOf(join(site.dir, '_site'))), []);
  });
});
