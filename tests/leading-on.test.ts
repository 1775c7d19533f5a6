// What a store is told of pages that only lead on, against these pages.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { urlOf } from '../src/address/addresses.ts';
import { contentOf } from '../src/engine/build-options.ts';
import { editionPages } from '../src/engine/edition/edition-pages.ts';
import { nothingFormer } from '../src/engine/edition/links-of-site.ts';
import { NOTHING_PUBLISHED } from '../src/engine/edition/published-version.ts';
import { buildPool } from '../src/engine/pool.ts';
import { readContent } from '../src/engine/reading/read-content.ts';
import { walkContent } from '../src/engine/reading/walk-content.ts';
import { Stopped } from '../src/engine/stage.ts';
import { readWith } from '../src/engine/stages/read-content.ts';
import { readSite } from '../src/engine/stages/read-site.ts';
import { leadingOn } from '../src/host/leading-on.ts';
import { RESERVED_ADDRESSES } from '../src/pages/registry.ts';
import { movedFolders } from '../src/site/moved-folders.ts';
import { article, miniSite } from './mini-site.ts';

it('a store sends readers to where the page at an old address leads', async () => {
  using site = miniSite({
    'content/articles/port.md': article({
      section: 'asie',
      topics: ['negoce'],
      aliases: ['/vieux', '/Élan.html', '/chine/2014/05/20/quai.html'],
    }),
    '_data/sections.yaml':
      '- { slug: asie, name: Asie, formerly: [chine, pays] }\n- { slug: monde, name: Monde }\n',
    '_data/topics.yaml': '- { slug: negoce, name: Négoce, formerly: [commerce] }\n',
  });
  site.edit('_data/site.yaml', text => text.replace(/^(baseUrl: .*?)\/?$/m, '$1/journal'));
  await site.built();
  const options = site.options();
  const source = contentOf(options);
  const read = await readSite({ options, source });
  assert.ok(!(read instanceof Stopped));
  const pool = buildPool(1);
  const content = await readContent(
    read.site,
    { ...options, source },
    walkContent(source),
    RESERVED_ADDRESSES,
    null,
    readWith(pool),
    () => {},
  );
  await pool.close();
  const { context } = editionPages(content, source, read.now, {}, nothingFormer(), NOTHING_PUBLISHED);
  const moved = movedFolders(context.site, context.editorialPages);
  const leadsTo = leadingOn(context.edition, moved, '/journal');
  const pages = [...site.tree()].flatMap(([path, bytes]) => {
    const to = / data-to="([^"]*)"/.exec(bytes.toString())?.[1];
    return to === undefined ? [] : [[urlOf(path), to] as const];
  });
  assert.ok(pages.length > 10, String(pages.length));
  for (const [url, to] of pages) assert.equal(leadsTo(url), to, url);
  assert.equal(leadsTo('/asie/2014/05/20/port.html'), null);
});
