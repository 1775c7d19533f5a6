// What a portal tells machines of itself beside its pages: its icons, its name, its search, its terms, and to whom holes are told.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { contentTypeOf } from '../src/host/content-type.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';
import { graphOf } from './structured-data/schema.ts';

const bytesAt = (site: MiniSite, url: string): Buffer => readFileSync(join(site.dir, '_site', url));
const settings = (site: MiniSite, lines: string): void =>
  site.edit('_data/site.yaml', text => `${text}${lines}\n`);
const withDrawing = (site: MiniSite, svg: string): void => site.editTheme('static/favicon.svg', () => svg);

/** Of a pixel: red, green, blue, and how opaque. */
async function pixelAt(bytes: Buffer, x: number, y: number): Promise<readonly number[]> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
}

const RED_DISC =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9" fill="#f00"/></svg>';
const BLUE_BANNER =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#00f" d="M0 0h40v20H0z"/><circle cx="20" cy="10" r="4" fill="#fff"/></svg>';

describe('the icons of a portal', () => {
  it('are made of one drawing, in every size, and named in pages, in the manifest and in structured data', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    const sizes = await Promise.all(
      ['/apple-touch-icon.png', '/icone-192.png', '/icone-512.png', '/icone-512-rognable.png'].map(
        async url => (await sharp(bytesAt(site, url)).metadata()).width,
      ),
    );
    assert.deepEqual(sizes, [180, 192, 512, 512]);
    const ico = bytesAt(site, '/favicon.ico');
    // Three images, each a PNG of the size that the directory tells.
    assert.deepEqual([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)], [0, 1, 3]);
    for (const [index, size] of [16, 32, 48].entries()) {
      const at = ico.readUInt32LE(6 + 16 * index + 12);
      const png = ico.subarray(at, at + ico.readUInt32LE(6 + 16 * index + 8));
      const { format, width, height } = await sharp(png).metadata();
      assert.deepEqual([ico[6 + 16 * index], format, width, height], [size, 'png', size, size]);
    }
    for (const url of ['/', '/chine/2014/05/20/port.html', '/404.html']) {
      const html = site.page(url);
      assert.match(html, /<link rel="icon" href="\/favicon\.svg" type="image\/svg\+xml">/, url);
      assert.match(html, /<link rel="apple-touch-icon" href="\/apple-touch-icon\.png">/, url);
      assert.match(html, /<link rel="manifest" href="\/manifest\.webmanifest">/, url);
      assert.match(html, /manifest-src &#39;self&#39;|manifest-src 'self'/, url);
    }
    const publisher = graphOf(site.page('/'))!.find(each => each['@type'] === 'NewsMediaOrganization')!;
    const { url, width } = publisher.logo as Record<string, unknown>;
    assert.deepEqual([url, width], ['https://portail.example/icone-512.png', 512]);
    assert.equal(contentTypeOf('/manifest.webmanifest'), 'application/manifest+json');
    assert.equal(contentTypeOf('/favicon.ico'), 'image/x-icon');
  });

  it('change all with the drawing, and nothing else of the site does', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    withDrawing(site, RED_DISC);
    const written = await site.writtenBy(() => site.built());
    assert.deepEqual(
      written.filter(url => !/^\/(?:next-change\.json|\.quotidien)/.test(url)),
      [
        ...['/apple-touch-icon.png', '/favicon.ico', '/favicon.svg'],
        ...['/icone-192.png', '/icone-512-rognable.png', '/icone-512.png'],
      ],
    );
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });

  it('stand on the portal’s paper where the drawing has no ground, and on the drawing’s own where it has one', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    withDrawing(site, RED_DISC);
    await site.built();
    const disc = bytesAt(site, '/icone-512-rognable.png');
    const paper = await pixelAt(disc, 2, 2);
    const { background_color } = JSON.parse(bytesAt(site, '/manifest.webmanifest').toString());
    assert.equal(background_color, '#fff');
    assert.deepEqual(paper.slice(0, 3), [255, 255, 255]);
    assert.equal(paper[3], 255);
    assert.deepEqual(await pixelAt(disc, 256, 256), [255, 0, 0, 255]);
    // All of it is within the circle that is shown in any case.
    assert.deepEqual(await pixelAt(disc, 256 + 150, 256), paper);
    assert.equal((await pixelAt(bytesAt(site, '/icone-512.png'), 2, 2))[3], 0);
    withDrawing(site, BLUE_BANNER);
    await site.built();
    for (const url of ['/apple-touch-icon.png', '/icone-512-rognable.png'])
      for (const [x, y] of [
        [1, 1],
        [90, 5],
      ] as const)
        assert.deepEqual(await pixelAt(bytesAt(site, url), x, y), [0, 0, 255, 255], url);
  });

  it('are the owner’s where they have drawn one themselves', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    site.editTheme('static/apple-touch-icon.png', () => 'à moi');
    await site.built();
    assert.equal(bytesAt(site, '/apple-touch-icon.png').toString(), 'à moi');
    assert.equal((await sharp(bytesAt(site, '/icone-192.png')).metadata()).width, 192);
  });

  it('are none without a drawing, and no page names one', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    site.editTheme('static/.garde', () => '');
    site.remove('theme/static/favicon.svg');
    await site.built();
    assert.ok(!site.has('/favicon.ico') && !site.has('/icone-512.png'));
    const html = site.page('/chine/2014/05/20/port.html');
    assert.doesNotMatch(html, /rel="(?:icon|apple-touch-icon)"/);
    assert.doesNotMatch(html, /"logo"/);
    assert.deepEqual(JSON.parse(bytesAt(site, '/manifest.webmanifest').toString()).icons, []);
    assert.doesNotMatch(bytesAt(site, '/opensearch.xml').toString(), /<Image/);
  });

  it('that cannot be drawn are told by their file, and the site stays', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    const before = site.tree();
    withDrawing(site, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><circle');
    const outcome = await site.build();
    assert.ok(!outcome.ok);
    assert.match(outcome.problems[0]!.file, /static\/favicon\.svg$/);
    assert.equal(outcome.problems[0]!.rule, 'broken-photograph');
    assert.deepEqual(site.tree(), before);
  });
});

describe('the manifest of a portal', () => {
  it('names it and its icons, from the folder in which it lives', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    site.edit('_data/site.yaml', text =>
      text.replace('https://portail.example', 'https://portail.example/journal'),
    );
    await site.built();
    const { name, start_url, scope, lang, icons, background_color } = JSON.parse(
      bytesAt(site, '/manifest.webmanifest').toString(),
    );
    assert.deepEqual([name, start_url, scope, lang], ['Le Petit Portail', '/journal/', '/journal/', 'fr']);
    assert.match(background_color, /^#[\da-f]{3,8}$/i);
    for (const { src } of icons) assert.ok(site.has(src.replace('/journal', '')), src);
    assert.deepEqual(
      icons.map(({ sizes, purpose }: Record<string, string>) => `${sizes} ${purpose}`),
      ['192x192 any', '512x512 any', '512x512 maskable'],
    );
    assert.match(site.page('/'), /<link rel="manifest" href="\/journal\/manifest\.webmanifest">/);
  });
});

describe('the search of a portal', () => {
  it('is described to browsers, whatever its name', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    site.edit('_data/site.yaml', text =>
      text.replace('Le Petit Portail', '"Le Portail <de> l’Océan & des « Îles » lointaines de la mer"'),
    );
    await site.built();
    const xml = bytesAt(site, '/opensearch.xml').toString();
    const short = /<ShortName>([^<]*)<\/ShortName>/.exec(xml)![1]!;
    assert.ok(short.length > 0 && short.replace(/&\w+;/g, '&').length <= 16, short);
    assert.match(xml, /template="https:\/\/portail\.example\/recherche\/\?q=\{searchTerms\}"/);
    assert.match(xml, /<LongName>Le Portail &lt;de&gt; /);
    assert.match(
      site.page('/'),
      /<link rel="search" type="application\/opensearchdescription\+xml" href="\/opensearch\.xml" title="Le Portail &lt;de&gt;/,
    );
  });
});

describe('what programs may do with a portal’s texts', () => {
  it('is in llms.txt in the owner’s words, with the way to the texts, and in no file while they say nothing', async () => {
    using site = miniSite({
      'content/articles/port.md': article(),
      'content/pages/a-propos.md': '---\ntitle: À propos [de nous]\ndescription: Nous.\n---\n\nNous.\n',
    });
    await site.built();
    assert.ok(!site.has('/llms.txt'));
    settings(site, 'terms: Citez la source, avec un lien.');
    await site.built();
    const text = bytesAt(site, '/llms.txt').toString();
    assert.match(text, /^# Le Petit Portail\n\n> Un portail pour essayer\.\n/);
    assert.match(text, /\n## Conditions d’utilisation\n\nCitez la source, avec un lien\.\n/);
    assert.match(
      text,
      /\n- \[À propos \\\[de nous\\\]\]\(https:\/\/portail\.example\/a-propos\/\): Nous\.\n/,
    );
    for (const [, url] of text.matchAll(/\]\(https:\/\/portail\.example([^)]*)\)/g))
      assert.ok(site.has(url!), url!);
    assert.doesNotMatch(text, /ninjs/);
  });
});

describe('to whom holes in a site’s security are told', () => {
  const SECURITY = 'security: { contact: mailto:securite@portail.example, expires: 2014-06-01 }';
  it('stands in its file until the day that the owner wrote, and the site then changes by itself', async () => {
    using site = miniSite({ 'content/articles/port.md': article({ date: '2014-05-20T10:00' }) });
    settings(site, SECURITY);
    const outcome = await site.build();
    assert.ok(outcome.ok);
    assert.equal(
      bytesAt(site, '/.well-known/security.txt').toString(),
      [
        'Contact: mailto:securite@portail.example',
        // The first instant of the day at the portal's place.
        'Expires: 2014-05-31T16:00:00Z',
        'Preferred-Languages: fr',
        'Canonical: https://portail.example/.well-known/security.txt',
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      outcome.warnings.map(({ rule, line }) => [rule, line]),
      [['security-expires', 7]],
    );
    const { nextChange } = JSON.parse(bytesAt(site, '/next-change.json').toString());
    assert.ok(nextChange !== null && nextChange <= '2014-06-01T00:00:00+08:00');
    const past = await site.build({ now: '2014-06-01T00:00:00+08:00' });
    assert.ok(past.ok && !site.has('/.well-known/security.txt'));
    assert.match(past.warnings[0]!.message, /cette date est passée/);
    assert.deepEqual(site.tree(), (await site.cleanBuild({ now: '2014-06-01T00:00:00+08:00' })).tree);
  });

  it('is said without a warning while there is time', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    settings(site, SECURITY.replace('2014-06-01', '2015-01-01'));
    const outcome = await site.build();
    assert.ok(outcome.ok);
    assert.deepEqual(outcome.warnings, []);
  });
});

describe('what machines read', () => {
  it('changes after one new article where that stands, and nowhere else', async () => {
    using site = miniSite({
      'content/articles/port.md': article({ date: '2014-05-20T10:00', topics: ['commerce'] }),
      'content/articles/quai.md': article({
        date: '2014-04-20T10:00',
        section: 'monde',
        topics: ['energie'],
      }),
      'content/articles/gare.md': article({ date: '2013-04-20T10:00', section: 'sport' }),
      'content/pages/a-propos.md': '---\ntitle: À propos\ndescription: Nous.\n---\n\nNous.\n',
    });
    settings(site, 'ninjs: true\nterms: Citez la source.\nindexNow: 4f1c9e07a2b84d5d');
    await site.built();
    site.write('content/articles/neuf.md', article({ date: '2014-05-20T14:00', topics: ['commerce'] }));
    const written = await site.writtenBy(() => site.built());
    assert.deepEqual(
      written.filter(url => !/(?:\/|\.html)$|^\/(?:next-change\.json|\.quotidien|images\/)/.test(url)),
      [
        // Its own, and the feeds of its section, of its topic and of the home page.
        '/chine/2014/05/20/neuf.json',
        ...['/chine/flux.json', '/chine/flux.xml', '/chine/rss.xml'],
        ...['/flux.json', '/flux.xml'],
        // The newest segment's words and cards, what is offered while one types; the page lists the segments.
        ...['/recherche/recents/articles-0.json', '/recherche/recents/mots-0.json'],
        '/recherche/suggestions.json',
        '/rss.xml',
        // The list of sitemaps, the month, the news.
        ...['/sitemap.xml', '/sitemaps/2014-05.xml', '/sitemaps/actualites.xml'],
        '/sujets/commerce/flux.xml',
      ],
    );
  });
});
