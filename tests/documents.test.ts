// What readers get of documents to which a text links: the file under its name, what it is and how large.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sampleDocument } from './media/sample-documents.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';

const PORT = '/chine/2014/05/20/port.html';
const PDF = Buffer.concat([sampleDocument('.pdf'), Buffer.alloc(1_234_567, 'x')]);

/** The links of a page with what stands behind them, each with its hash left out. */
function links(site: MiniSite, url: string): readonly string[] {
  return [
    ...site
      .page(url)
      .matchAll(
        /<a href="(\/medias\/[^"]*)" type="([^"]*)">(.*?)<\/a>( <span class="document">(.*?)<\/span>)?/g,
      ),
  ].map(
    ([, href, type, text, , aside = '']) =>
      `${href!.replace(/^\/medias\/\w\w\/\w{14}\//, '/medias/…/')} ${type} « ${text} » ${aside.replaceAll('\u00a0', '~')}`,
  );
}

const copies = (site: MiniSite): readonly string[] =>
  [...site.tree().keys()].filter(name => name.startsWith('medias/')).map(name => name.split('/').at(-1)!);

describe('a document beside an article, or for all of them', () => {
  it('is published under its name, and the link says what it is', async () => {
    using site = miniSite({
      'content/articles/port.md': article(
        {},
        [
          'Lire [le rapport](rapport.pdf), [la page 3](rapport.pdf#page=3),',
          '[les chiffres](donnees/Chiffres%20d’été.csv "Les chiffres") et [la carte][c].',
          '',
          'Voir [le rapport (PDF)](<Rapport annuel.PDF>) et [报告](报告.odt).',
          '',
          '[c]: carte.geojson',
        ].join('\n'),
      ),
      'content/articles/rapport.pdf': PDF,
      'content/articles/donnees/Chiffres d’été.csv': sampleDocument('.csv'),
      'content/media/carte.geojson': sampleDocument('.geojson'),
      'content/media/Rapport annuel.PDF': PDF,
      'content/media/报告.odt': sampleDocument('.odt'),
    });
    await site.built();
    assert.deepEqual(links(site, PORT), [
      '/medias/…/rapport.pdf application/pdf « le rapport » (PDF, 1,2~Mo)',
      '/medias/…/rapport.pdf#page=3 application/pdf « la page 3 » (PDF, 1,2~Mo)',
      '/medias/…/carte.geojson application/geo+json « la carte » (GeoJSON, 47~o)',
      '/medias/…/rapport-annuel.pdf application/pdf « le rapport (PDF) » (1,2~Mo)',
      '/medias/…/document.odt application/vnd.oasis.opendocument.text « 报告 » (ODT, 119~o)',
    ]);
    assert.match(
      site.page(PORT),
      /<a href="\/medias\/\w\w\/\w{14}\/chiffres-d-ete\.csv" title="Les chiffres" type="text\/csv">/,
    );
    assert.deepEqual([...copies(site)].sort(), [
      'carte.geojson',
      'chiffres-d-ete.csv',
      'document.odt',
      'rapport-annuel.pdf',
      'rapport.pdf',
    ]);
    const [copy] = [...site.tree()].find(([name]) => name.endsWith('/rapport.pdf'))!.slice(1);
    assert.ok((copy as Buffer).equals(PDF));
    assert.deepEqual((await site.checked()).unusedMedia, []);
  });

  it('changes the article with its bytes, the feeds that hold it whole, and nothing else; the old copy goes', async () => {
    using site = miniSite({
      'content/articles/port.md': article({}, 'Lire [le rapport](rapport.pdf).'),
      'content/articles/but.md': article({ section: 'sport' }),
      'content/articles/rapport.pdf': PDF,
    });
    await site.built();
    const [before] = links(site, PORT);
    site.write('content/articles/rapport.pdf', sampleDocument('.pdf'));
    const written = await site.writtenBy(() => site.built());
    assert.deepEqual(
      written.map(url => url.replace(/medias\/.*\//, 'medias/…/')),
      [
        PORT,
        ...['/chine/flux.json', '/chine/flux.xml', '/chine/rss.xml', '/flux.json', '/flux.xml'],
        '/medias/…/rapport.pdf',
        '/rss.xml',
      ],
    );
    assert.notEqual(links(site, PORT)[0], before);
    assert.equal(copies(site).length, 1);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
    site.write('content/articles/port.md', article({}, 'Sans rapport.'));
    await site.built();
    assert.deepEqual(copies(site), []);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('may be offered by a page', async () => {
    using site = miniSite({
      'content/pages/tarifs.md':
        '---\ntitle: Tarifs\ndescription: Nos tarifs.\n---\n\nVoir [la grille](grille.xlsx).\n',
      'content/pages/grille.xlsx': sampleDocument('.xlsx'),
    });
    await site.built();
    assert.match(links(site, '/tarifs/')[0]!, /^\/medias\/…\/grille\.xlsx .* « la grille » \(XLSX, \d+~o\)$/);
    site.write('content/pages/grille.xlsx', Buffer.concat([sampleDocument('.xlsx'), Buffer.alloc(5000)]));
    await site.built();
    assert.match(links(site, '/tarifs/')[0]!, /\(XLSX, 5~ko\)$/);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });
});

describe('a link that names no document of ours', () => {
  it('stays as it is', async () => {
    const addresses = ['https://exemple.fr/rapport.pdf', '/plan.pdf', '/chine/', 'mailto:a@exemple.fr'];
    using site = miniSite({
      'content/articles/port.md': article({}, addresses.map(address => `[lien](${address})`).join('\n\n')),
    });
    site.editTheme('static/plan.pdf', () => '%PDF-1.7\n');
    await site.built();
    for (const address of addresses) assert.ok(site.page(PORT).includes(`<a href="${address}"`), address);
    assert.deepEqual(copies(site), []);
  });
});
