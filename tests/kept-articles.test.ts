// With « keep going » an article into which a slip gets after its publication stays on line as it was, until it is mended.
import assert from 'node:assert/strict';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { quarters } from './media/sample-photographs.ts';
import { article, type BuildChanges, type MiniSite, miniSite, reportOf } from './mini-site.ts';
import { assertSameTree } from './tree.ts';

const PORT = 'content/articles/port.md';
const PORT_URL = '/chine/2014/05/20/port.html';
const GARE = 'content/articles/gare.md';
const PHOTO = 'content/articles/grue.jpg';
const TEXT = 'Le « port » rouvre.\n\n## La suite\n\nVoir [la gare](/chine/2014/05/19/gare.html).';

const KEEP = { keepGoing: true } as const;

function photograph(): Promise<Buffer> {
  return quarters(1200, 800).jpeg().toBuffer();
}

async function portal(
  fields: Readonly<Record<string, unknown>> = {},
  settings: Parameters<typeof miniSite>[1] = {},
): Promise<MiniSite> {
  const files = {
    [PORT]: article({ topics: ['commerce'], ...fields }, TEXT),
    [GARE]: article({ title: 'La gare', date: '2014-05-19T10:00' }),
    'content/articles/stade.md': article({ title: 'Le stade', section: 'sport', date: '2014-05-18T10:00' }),
    [PHOTO]: await photograph(),
  };
  const site = miniSite(files, settings);
  await site.built(KEEP);
  return site;
}

/** What a build with « keep going » says of its faults: file, rule, and whether the article stays on line. */
async function kept(site: MiniSite, changes: BuildChanges = {}): Promise<readonly string[]> {
  const outcome = await site.build({ ...KEEP, ...changes });
  reportOf(outcome);
  return outcome.problems.map(
    ({ file, rule, staysOnline }) => `${file.split('/').pop()} ${rule} ${staysOnline ?? 'waits'}`,
  );
}

/** Slips that get into an article, as every room of the engine finds them. */
const SLIPS: Readonly<Record<string, { slip: (site: MiniSite) => void; rule: string }>> = {
  'a date that is none': {
    slip: site => site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35')),
    rule: 'bad-date',
  },
  'a front matter that is no YAML': {
    slip: site => site.edit(PORT, text => text.replace('title:', 'title: [')),
    rule: 'yaml-bracket',
  },
  'a text that is unfinished': {
    slip: site => site.edit(PORT, text => text.replace('rouvre.', '**rouvre.')),
    rule: 'loose-mark',
  },
  'a link in its place': {
    slip: site => {
      site.rename(PORT, 'content/ailleurs.md');
      symlinkSync('../ailleurs.md', join(site.dir, PORT));
    },
    rule: 'not-a-file',
  },
  'remains of a merge': {
    slip: site => site.edit(PORT, text => `${text}<<<<<<< HEAD\nUn.\n=======\nDeux.\n>>>>>>> autre\n`),
    rule: 'merge-conflict',
  },
  'a topic that nobody knows': {
    slip: site => site.edit(PORT, text => text.replace('commerce', 'chimie')),
    rule: 'unknown-topic',
  },
  'a photograph that is missing': {
    slip: site =>
      site.edit(PORT, text => text.replace('topics', 'image: { src: rien.jpg, alt: Rien. }\ntopics')),
    rule: 'missing-media',
  },
  'an old address that is a page’s': {
    slip: site => site.edit(PORT, text => text.replace('topics', 'aliases: [/monde/]\ntopics')),
    rule: 'alias-taken',
  },
  'a link to nowhere': {
    slip: site => site.edit(PORT, text => text.replace('19/gare', '19/garre')),
    rule: 'link-unknown',
  },
  'an update that is still to come': {
    slip: site => site.edit(PORT, text => text.replace('topics', 'updated: 2014-06-01T10:00\ntopics')),
    rule: 'change-to-come',
  },
};

describe('an article with a slip, after its publication,', () => {
  for (const [name, { slip, rule }] of Object.entries(SLIPS))
    it(`stays as it was, and comes back when it is mended: ${name}`, async () => {
      using site = await portal();
      const before = site.tree();
      const good = site.read(PORT);
      slip(site);
      const said = await kept(site);
      assert.ok(said.includes(`port.md ${rule} true`), said.join());
      assertSameTree(site.tree(), before);
      assert.deepEqual(await kept(site), said, 'and the next time');
      assertSameTree(site.tree(), before);

      site.remove(PORT);
      site.write(PORT, good.replace('rouvre', 'ferme'));
      assert.deepEqual(await kept(site), []);
      assert.match(site.page(PORT_URL), /ferme/);
      assertSameTree(site.tree(), (await site.cleanBuild()).tree);
    });

  it('is rendered in today’s theme, between today’s neighbours', async () => {
    using site = await portal({ image: { src: 'grue.jpg', alt: 'Une grue.' } });
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    await kept(site);
    site.editTheme('archive/article.njk', text => text.replace('{% block main %}', '{% block main %}<hr>'));
    site.write('content/articles/neuf.md', article({ title: 'Un article neuf', date: '2014-05-20T14:00' }));
    await kept(site);
    const page = site.page(PORT_URL);
    assert.match(page, /<hr>/);
    assert.match(page, /Un article neuf/);
    assert.match(page, /<h2 id="partie-la-suite">/);
    assert.match(page, /<img [^>]*alt="Une grue\."/);
    assert.match(site.page('/chine/'), /Le port rouvre/);
    assert.match(site.page('/flux.xml'), /Le port rouvre/);

    site.edit(PORT, text => text.replace('2014-05-35', '2014-05-20'));
    await kept(site);
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('keeps its address within the folder of its host', async () => {
    using site = await portal();
    site.edit('_data/site.yaml', text => text.replace('portail.example', 'portail.example/journal'));
    await site.built(KEEP);
    const before = site.tree();
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    await kept(site);
    assertSameTree(site.tree(), before);
    site.editTheme('archive/article.njk', text => text.replace('{% block main %}', '{% block main %}<hr>'));
    await kept(site);
    assert.match(site.page(PORT_URL), /<hr>[\s\S]*href="\/journal\/chine\/2014\/05\/19\/gare\.html">la gare/);
  });

  it('keeps its photograph when that is gone, or is another file', async () => {
    using site = await portal({ image: { src: 'grue.jpg', alt: 'Une grue.' } });
    const before = site.tree();
    const bytes = await photograph();
    site.remove(PHOTO);
    assert.deepEqual(await kept(site), ['port.md missing-media true']);
    assertSameTree(site.tree(), before);
    site.write(PHOTO, 'rien');
    assert.deepEqual(await kept(site), ['port.md unknown-photograph-type true']);
    assertSameTree(site.tree(), before);
    site.write(PHOTO, bytes);
    assert.deepEqual(await kept(site), []);
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('goes when an image of it is needed that nobody can make any more', async () => {
    using site = await portal({ image: { src: 'grue.jpg', alt: 'Une grue.' } }, { ownImages: true });
    site.remove(PHOTO);
    site.remove('_site/images');
    site.remove('.cache/images');
    assert.deepEqual(await kept(site), ['port.md missing-media false']);
    assert.ok(!site.has(PORT_URL) && site.has('/chine/2014/05/19/gare.html'));
    assert.doesNotMatch(site.page('/chine/'), /Le port rouvre/);
  });

  it('has images made of its photograph as long as that is there, whoever can read its fields', async () => {
    using site = await portal({ image: { src: 'grue.jpg', alt: 'Une grue.' } }, { ownImages: true });
    const before = site.tree();
    site.edit(PORT, text => text.replace('title:', 'title: ['));
    site.remove('_site/images');
    site.remove('.cache/images');
    assert.deepEqual(await kept(site), ['port.md yaml-bracket true']);
    assertSameTree(site.tree(), before);
  });

  it('does without the page from which it was taken', async () => {
    using site = await portal();
    const before = site.tree();
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    await kept(site);
    site.remove('_site');
    assert.deepEqual(await kept(site), ['port.md bad-date true']);
    assertSameTree(site.tree(), before);
  });

  it('stays when a build without « keep going » came between', async () => {
    using site = await portal({ image: { src: 'grue.jpg', alt: 'Une grue.' } });
    const before = site.tree();
    site.edit(PORT, text => text.replace('rouvre', 'ferme'));
    site.write('content/articles/autre.md', article({ date: 'hier' }));
    site.remove(PHOTO);
    assert.ok(!(await site.build()).ok);
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    assert.ok(!(await site.build()).ok);
    site.remove('content/articles/autre.md');
    assert.deepEqual(await kept(site), ['port.md bad-date true', 'port.md missing-media true']);
    assertSameTree(site.tree(), before);
  });

  it('stays with the text that readers have, not with one that no build published', async () => {
    using site = await portal();
    site.edit(PORT, text => text.replace('Le port', 'Le grand port').replace('rouvre.', 'ferme.'));
    site.write('content/articles/autre.md', article({ date: 'hier' }));
    assert.ok(!(await site.build()).ok, 'the second version is read, and not published');
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    await kept(site);
    assert.doesNotMatch(site.page(PORT_URL), /grand port|ferme\./);
    assert.doesNotMatch(site.page('/chine/'), /grand port/);
  });

  it('stays in both generations of a site that switches at once', async () => {
    using site = await portal();
    await site.built({ ...KEEP, swap: true });
    const before = site.tree();
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    await kept(site);
    assertSameTree(site.tree(), before);
    for (const title of ['Un', 'Deux', 'Trois']) {
      site.write('content/articles/neuf.md', article({ title, date: '2014-05-20T14:00' }));
      await kept(site);
      assert.match(site.page(PORT_URL), /rouvre/);
    }
    site.edit(PORT, text => text.replace('2014-05-35', '2014-05-20'));
    await kept(site);
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('goes when its file is deleted', async () => {
    using site = await portal();
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    await kept(site);
    site.remove(PORT);
    assert.deepEqual(await kept(site), []);
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
    site.write(PORT, article({ date: 'hier' }));
    assert.deepEqual(await kept(site), ['port.md bad-date waits']);
    assert.ok(!site.has(PORT_URL));
  });

  it('goes with its section, and is named as gone once', async () => {
    using site = await portal({ section: 'monde' });
    const url = '/monde/2014/05/20/port.html';
    assert.ok(site.has(url));
    site.editData('sections.yaml', '- { slug: chine, name: Chine }\n- { slug: sport, name: Sport }\n');
    assert.deepEqual(await kept(site), ['port.md unknown-section false']);
    assert.ok(!site.has(url));
    assert.deepEqual(await kept(site), ['port.md unknown-section waits']);
  });

  it('stays without a topic that is gone', async () => {
    using site = await portal();
    site.editData('topics.yaml', '- { slug: energie, name: Énergie }\n');
    assert.deepEqual(await kept(site), ['port.md unknown-topic true']);
    assert.match(site.page(PORT_URL), /rouvre/);
    assert.doesNotMatch(site.page(PORT_URL), /Commerce/);
  });

  it('gives its address to another article that takes it', async () => {
    using site = await portal();
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    await kept(site);
    site.write('content/articles/autre/port.md', article({ title: 'L’autre port' }));
    assert.deepEqual(await kept(site), ['port.md bad-date false']);
    assert.match(site.page(PORT_URL), /L’autre port/);
  });

  it('gives its old address to another article that takes it', async () => {
    using site = await portal({ aliases: ['/vieux/'] });
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    site.edit(GARE, text => text.replace('title', 'aliases: [/vieux/]\ntitle'));
    assert.deepEqual(await kept(site), ['port.md bad-date true']);
    assert.match(site.page('/vieux/'), /gare\.html/);
  });

  it('can be linked to, down to its passages', async () => {
    using site = await portal();
    site.edit(PORT, text => text.replace('title:', 'title: ['));
    site.edit(GARE, text => text.replace('Le texte.', `[La suite](${PORT_URL}#partie-la-suite)`));
    assert.deepEqual(await kept(site), ['port.md yaml-bracket true']);
  });

  it('expires at its hour', async () => {
    using site = await portal({ expires: '2014-05-21T10:00' });
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    await kept(site);
    await kept(site, { now: '2014-05-21T10:00:00+08:00' });
    assert.ok(!site.has(PORT_URL));
  });

  it('is left out where nothing of it is known any more', async () => {
    using site = await portal();
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    site.remove(`_site${PORT_URL}`);
    assert.deepEqual(await kept(site), ['port.md bad-date false']);
    assert.ok(!site.has(PORT_URL));
    using lost = await portal();
    lost.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    rmSync(join(lost.dir, '.cache'), { recursive: true });
    assert.deepEqual(await kept(lost), ['port.md bad-date waits']);
    assert.ok(!lost.has(PORT_URL));
  });
});

describe('a new article with a slip', () => {
  it('waits until it is mended', async () => {
    using site = await portal();
    site.write('content/articles/neuf.md', article({ date: '2014-05-35' }));
    assert.deepEqual(await kept(site), ['neuf.md bad-date waits']);
    site.write('content/articles/neuf.md', article());
    assert.deepEqual(await kept(site), []);
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });
});

describe('a folder that cannot be read', () => {
  const OF_MAY = 'content/articles/2014/05/quai.md';
  const OF_MAY_URL = '/chine/2014/05/20/quai.html';

  it('loses no address of theirs, for who only checks, once another article has changed the site', async () => {
    using site = await portal();
    site.write(OF_MAY, article({ title: 'Le quai' }, 'Le quai ouvre.'));
    await site.built(KEEP);
    const folder = join(site.dir, 'content/articles/2014/05');
    renameSync(folder, join(site.dir, 'ailleurs'));
    symlinkSync(join(site.dir, 'ailleurs'), folder);
    site.write('content/articles/neuf.md', article({ title: 'Un autre' }));
    assert.ok((await site.build(KEEP)).ok);
    assert.deepEqual((await site.checked()).warnings, []);
  });

  it('takes none of its articles from the site, at any build, until they can be read again, or are no more', async () => {
    using site = await portal();
    site.write(OF_MAY, article({ title: 'Le quai' }, 'Le quai ouvre.'));
    await site.built(KEEP);
    const before = site.tree();
    const folder = join(site.dir, 'content/articles/2014/05');
    renameSync(folder, join(site.dir, 'ailleurs'));
    symlinkSync(join(site.dir, 'ailleurs'), folder);
    for (let round = 0; round < 2; round++) {
      const outcome = await site.build(KEEP);
      assert.deepEqual(
        outcome.problems.map(({ file, rule }) => `${file.split('/').pop()} ${rule}`),
        ['05 not-a-file'],
      );
      assert.ok(outcome.ok);
      assert.deepEqual(outcome.warnings, []);
      assertSameTree(site.tree(), before);
      assert.deepEqual((await site.checked()).warnings, []);
    }
    rmSync(folder);
    const outcome = await site.build(KEEP);
    assert.ok(outcome.ok);
    assert.deepEqual(
      outcome.warnings.map(({ rule }) => rule),
      ['address-lost'],
    );
    assert.ok(!site.has(OF_MAY_URL));
    renameSync(join(site.dir, 'ailleurs'), folder);
    await site.built(KEEP);
    assertSameTree(site.tree(), before);
  });
});

describe('an article that stood as it was published', () => {
  it('is made anew when it has no fault any more, though only what it links to changed', async () => {
    using site = await portal();
    site.write(GARE, article({ title: 'La gare', date: '2014-05-19T10:00' }, '[Le port](port.md) rouvre.'));
    await site.built(KEEP);
    site.edit(PORT, text => text.replace('title:', 'publish: 2014-05-30T10:00\ntitle:'));
    assert.deepEqual(await kept(site), ['gare.md link-to-scheduled true']);
    site.edit(PORT, text => text.replace('2014-05-30T10:00', '2014-05-35'));
    await kept(site);
    const clean = await site.cleanBuild(KEEP);
    assert.equal(
      site.page('/chine/2014/05/19/gare.html'),
      clean.tree.get('chine/2014/05/19/gare.html')?.toString(),
    );
  });
});
