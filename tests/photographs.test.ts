// What becomes of photographs on their way from a commit to the site, seen from outside: files, pages, counts, problems.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { article, type MiniSite, miniSite } from './mini-site.ts';
import { assertSameTree } from './tree.ts';

const PHOTO = { src: 'port.jpg', alt: 'Des grues', caption: 'Le port.', credit: 'Nadia Benali' };

/** A photograph of two colours, as a camera writes it. */
function photograph(colour: string, width = 1300, height = 900): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .composite([{ input: { create: { width: 200, height: 200, channels: 3, background: '#ffffff' } } }])
    .jpeg()
    .toBuffer();
}

const red = await photograph('#aa2211');
const blue = await photograph('#1133aa');

/** Addresses under `/images/` and `/medias/` that a page's text names. */
function named(html: string): readonly string[] {
  return [...html.matchAll(/\/(?:images|medias)\/[\w./-]+/g)].map(([url]) => url);
}

function imagesOf(site: MiniSite): readonly string[] {
  return [...site.tree().keys()].filter(path => /^(?:images|medias)\//.test(path)).map(path => `/${path}`);
}

function allNamed(site: MiniSite): ReadonlySet<string> {
  const pages = [...site.tree().keys()].filter(path => /\.(?:html|xml)$/.test(path));
  return new Set(pages.flatMap(path => named(site.read(`_site/${path}`))));
}

/** Two articles with photographs, one without, one of photographs, one with a map and an image in its text. */
async function illustrated(): Promise<MiniSite> {
  return miniSite({
    'content/articles/port.md': article({ image: PHOTO }),
    'content/articles/port.jpg': red,
    'content/articles/quai.md': article({
      title: 'Le quai',
      image: { ...PHOTO, src: 'quais/Été à Brest.JPG' },
    }),
    'content/articles/quais/Été à Brest.JPG': blue,
    'content/articles/texte.md': article({ title: 'Sans photo' }),
    'content/articles/album.md': article({
      title: 'En images',
      gallery: [
        { src: 'port.jpg', alt: 'Des grues' },
        { src: 'album/un.jpg', alt: 'La mer' },
      ],
    }),
    'content/media/album/un.jpg': await photograph('#117733', 2600, 1800),
    'content/articles/carte.md': article(
      { title: 'Une carte', map: 'Bamako' },
      '![La mer](album/un.jpg "La mer.")',
    ),
  });
}

describe('the files of photographs', () => {
  it('are those that pages name, and no others', async () => {
    using site = await illustrated();
    await site.built();
    assert.deepEqual([...allNamed(site)].sort(), [...imagesOf(site)].sort());
    assert.ok(imagesOf(site).length > 30);
  });

  it('are the same in an incremental build and in a clean one, whatever is done to them', async () => {
    using site = await illustrated();
    await site.built();
    const edits: readonly (() => void)[] = [
      () => site.write('content/articles/port.jpg', blue),
      () =>
        site.edit('content/articles/port.md', text =>
          text.replace('"credit"', '"focus": [0.1, 0.9], "credit"'),
        ),
      () => site.rename('content/media/album/un.jpg', 'content/articles/album/un.jpg'),
      () => site.remove('content/articles/quai.md'),
      () => site.edit('content/articles/texte.md', text => text.replace('Sans photo', 'Toujours sans')),
      () =>
        site.edit('content/articles/album.md', text => text.replace('album/un.jpg', 'quais/Été à Brest.JPG')),
      () => site.edit('content/articles/carte.md', text => text.replace('Bamako', 'Dakar')),
    ];
    for (const edit of edits) {
      edit();
      await site.built();
      const clean = await site.cleanBuild();
      assert.deepEqual(site.tree(), clean.tree, edit.toString());
    }
  });

  it('are those of a clean build though pages came to need them one after another', async () => {
    using site = miniSite(
      {
        'content/media/port.jpg': red,
        'content/articles/port.md': article({}, '![Des grues](port.jpg)'),
      },
      { ownImages: true },
    );
    await site.built();
    // Shown whole until now; from here on cut to lists, fronts, networks and search engines, too.
    site.write('content/articles/port.md', article({ image: { ...PHOTO, src: '/port.jpg' } }));
    await site.built();
    site.write(
      'content/articles/quai.md',
      article({ title: 'Le quai', image: { ...PHOTO, src: '/port.jpg', focus: [0.1, 0.9] } }),
    );
    await site.built();
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('are there once when the same photograph is committed twice', async () => {
    using site = miniSite({
      'content/articles/un.md': article({ title: 'Un', image: { src: 'un.jpg', alt: 'Un' } }),
      'content/articles/deux.md': article({ title: 'Deux', image: { src: 'deux.jpg', alt: 'Deux' } }),
      'content/articles/un.jpg': red,
    });
    copyFileSync(join(site.dir, 'content/articles/un.jpg'), join(site.dir, 'content/articles/deux.jpg'));
    await site.built();
    const ofArticle = (name: string): readonly string[] => {
      const html = site.page(`/chine/2014/05/20/${name}.html`);
      return named(html.slice(html.indexOf('<article'), html.indexOf('</article>')));
    };
    assert.ok(ofArticle('un').length > 0);
    assert.deepEqual(ofArticle('un'), ofArticle('deux'));
  });

  it('go when the last page that names them goes', async () => {
    using site = await illustrated();
    await site.built();
    const before = imagesOf(site);
    site.remove('content/articles/quai.md');
    const report = await site.built();
    assert.ok(report.pages.removed > 5);
    assert.ok(imagesOf(site).length < before.length);
    assert.deepEqual([...allNamed(site)].sort(), [...imagesOf(site)].sort());
  });

  it('have another address when the photograph changes under the same name, on every page', async () => {
    using site = await illustrated();
    await site.built();
    const before = named(site.page('/chine/2014/05/20/port.html'));
    site.write('content/articles/port.jpg', blue);
    await site.built();
    const after = named(site.page('/chine/2014/05/20/port.html'));
    assert.equal(after.length, before.length);
    assert.ok(!named(site.page('/chine/')).some(url => before.includes(url) && url.endsWith('.avif')));
  });
});

describe('a photograph', () => {
  it('is decoded and made once: a second build does neither, nor does a full one with the same cache', async () => {
    using site = miniSite(
      { 'content/articles/port.md': article({ image: PHOTO }), 'content/articles/port.jpg': red },
      { ownImages: true },
    );
    const first = await site.built();
    assert.ok(first.images.decoded >= 1);
    assert.ok(first.images.made > 5);
    const second = await site.built();
    assert.deepEqual([second.images.decoded, second.images.made], [0, 0]);
    assert.equal(second.images.total, first.images.total);
    assert.equal(second.pages.written, 0);
    const full = await site.built({ full: true });
    assert.deepEqual([full.images.decoded, full.images.made], [0, 0]);
  });

  it('is made only in what is new when only its focus changes', async () => {
    using site = miniSite(
      { 'content/articles/port.md': article({ image: PHOTO }), 'content/articles/port.jpg': red },
      { ownImages: true },
    );
    const first = await site.built();
    site.edit('content/articles/port.md', text => text.replace('"credit"', '"focus": [0, 0], "credit"'));
    const second = await site.built();
    assert.ok(second.images.made > 0);
    assert.ok(second.images.made < first.images.made);
  });

  it('is not made before somebody asks, when the build is told to wait', async () => {
    using site = await illustrated();
    const outcome = await site.build({ images: 'when-asked' });
    assert.ok(outcome.ok);
    assert.equal(outcome.report.images.made, 0);
    assert.deepEqual(
      imagesOf(site).filter(url => !url.startsWith('/medias/')),
      [],
    );
    assert.deepEqual([...outcome.files.keys()].sort(), [...allNamed(site)].sort());
    await site.built();
    assert.deepEqual([...allNamed(site)].sort(), [...imagesOf(site)].sort());
  });
});

describe('what is wrong with photographs', () => {
  it('is told of all at once, where articles name them, and the site stays as it was', async () => {
    using site = await illustrated();
    await site.built();
    const before = site.tree();
    site.write('content/articles/port.jpg', red.subarray(0, 2000));
    site.write('content/media/album/un.jpg', new Uint8Array());
    site.remove('content/articles/quais');
    const outcome = await site.build();
    assert.ok(!outcome.ok);
    const places = outcome.problems.map(
      ({ file, line, rule }) => `${file.replace(/^.*content\//, '')}:${line} ${rule}`,
    );
    assert.deepEqual(places.sort(), [
      'articles/album.md:6 broken-photograph',
      'articles/album.md:6 empty-photograph',
      'articles/carte.md:9 empty-photograph',
      'articles/port.md:6 broken-photograph',
      'articles/quai.md:6 missing-media',
    ]);
    assert.deepEqual(site.tree(), before);
  });

  it('leaves out only the articles that it is about, when the rest is to be published', async () => {
    using site = await illustrated();
    site.remove('content/articles/quais');
    const outcome = await site.build({ keepGoing: true });
    assert.ok(outcome.ok);
    assert.ok(!site.has('/chine/2014/05/20/quai.html'));
    assert.ok(site.has('/chine/2014/05/20/port.html'));
  });
});

describe('photographs that nobody uses', () => {
  it('are listed by the check, and are not on the site', async () => {
    using site = await illustrated();
    site.write('content/media/drapeaux/inutile.png', red);
    const { unusedMedia, problems } = await site.checked();
    assert.deepEqual(problems, []);
    assert.deepEqual(
      unusedMedia.map(file => file.replace(/^.*content\//, '')),
      ['media/drapeaux/inutile.png'],
    );
    assert.ok(!site.holds('.cache'), 'a check writes nothing');
  });
});

describe('a card for social networks', () => {
  it('stands for an article without a photograph, with its headline, in 1200 by 630 pixels', async () => {
    using site = await illustrated();
    await site.built();
    const html = site.page('/chine/2014/05/20/texte.html');
    const url = /<meta property="og:image" content="https:\/\/[^/]+(\/images\/[^"]+)">/.exec(html)?.[1];
    assert.ok(url);
    const { width, height } = await sharp(readFileSync(join(site.dir, '_site', url))).metadata();
    assert.deepEqual([width, height], [1200, 630]);
  });

  it('is a section’s for articles beyond the number of cards', async () => {
    using site = await illustrated();
    site.edit('_data/site.yaml', text => `${text}\nsocialCards: 0\n`);
    site.write('content/articles/autre.md', article({ title: 'Autre' }));
    await site.built();
    const card = (name: string): string =>
      /og:image" content="([^"]+)"/.exec(site.page(`/chine/2014/05/20/${name}.html`))?.[1] ?? '';
    assert.notEqual(card('texte'), '');
    assert.equal(card('texte'), card('autre'));
    assert.notEqual(card('texte'), card('port'));
  });
});
