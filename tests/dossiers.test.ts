// A special page: its picture, its key dates, its parts, and the chronology of what happened and of what was written.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quarters } from './media/sample-photographs.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';

const DOSSIER = `- slug: sommet
  title: Le sommet
  standfirst: Deux jours de rencontres.
  image: { src: sommet.png, alt: Des drapeaux, caption: Le quai., credit: Ana B., focus: [0.9, 0.9] }
  parts:
    - { title: "Le gaz : l'essentiel", topics: [energie] }
    - { title: Le reste, topics: [energie, commerce] }
    - { title: Personne, topics: [ukraine] }
  dates:
    - { date: 21.05.2014, text: "La clôture !" }
    - { date: 2014-05-19, text: L'arrivée des délégations. }
    - { date: 2002, text: Un premier sommet. }
    - { date: 2014-05, text: Le mois du sommet. }
`;

const of = (title: string, date: string, fields: object = {}): string =>
  article({ title, date, dossiers: ['sommet'], ...fields });

async function portal(dossier = DOSSIER): Promise<MiniSite> {
  const site = miniSite({
    '_data/dossiers.yaml': dossier,
    'content/articles/une.md': of('La une', '2014-05-20T08:00', { priority: 5, topics: ['energie'] }),
    'content/articles/gaz.md': of('Le gaz', '2014-05-19T10:00', { topics: ['commerce', 'energie'] }),
    'content/articles/ble.md': of('Le blé', '2014-05-19T09:00', { topics: ['commerce'] }),
    'content/articles/seul.md': of('Sans sujet', '2014-05-18'),
  });
  site.write('content/media/sommet.png', await quarters(1600, 900).png().toBuffer());
  return site;
}

const textOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The text of what stands between a heading and the next one of its rank. */
function under(site: MiniSite, heading: string, url = '/dossiers/sommet/'): string {
  const main = site.page(url).split('</main>')[0]!;
  const part = main.split('<h2>').find(each => each.startsWith(heading));
  return part === undefined ? '' : textOf(part.slice(part.indexOf('</h2>')));
}

describe('a special page', () => {
  it('has its picture, with its words, and cropped around its point', async () => {
    using site = await portal();
    await site.built();
    const page = site.page('/dossiers/sommet/');
    assert.match(page, /<header class="dossier-header pictured">/);
    assert.match(page, /<img[^>]* alt="Des drapeaux"/);
    assert.match(page, /<figcaption>Le quai\. Crédit\u00a0: Ana B\.<\/figcaption>/);
    assert.match(site.page('/dossiers/'), /<section class="dossier pictured">\s*<picture>/);
    assert.deepEqual((await site.checked()).unusedMedia, []);
    site.editData('dossiers.yaml', DOSSIER.replace(', focus: [0.9, 0.9]', ''));
    await site.built();
    assert.notEqual(
      /<img[^>]* src="([^"]+)"/.exec(site.page('/dossiers/sommet/'))?.[1],
      /<img[^>]* src="([^"]+)"/.exec(page)?.[1],
    );
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });

  it('gathers each article in the first part that has one of its topics, but for the one that opens the page', async () => {
    using site = await portal();
    await site.built();
    assert.match(under(site, 'Le gaz\u00a0: l’essentiel'), /^Le gaz$/);
    assert.match(under(site, 'Le reste'), /^Le blé$/);
    assert.ok(!site.page('/dossiers/sommet/').includes('Personne'));
  });

  it('shows of a part the newest six', async () => {
    using site = await portal();
    for (let n = 1; n < 10; n++)
      site.write(
        `content/articles/n${n}.md`,
        of(`Numéro ${n}`, `2014-04-0${n}T08:00`, { topics: ['commerce'] }),
      );
    await site.built();
    const part = under(site, 'Le reste');
    assert.deepEqual(
      [...part.matchAll(/Numéro (\d)/g)].map(([, n]) => n),
      ['9', '8', '7', '6', '5'],
    );
    assert.match(under(site, 'Chronologie'), /Numéro 1/);
  });

  it('has its key dates in order, as exact as they are, with the way to those that are days', async () => {
    using site = await portal();
    await site.built();
    assert.equal(
      under(site, 'Dates clés'),
      '2002 Un premier sommet. mai 2014 Le mois du sommet. 19 mai 2014 L’arrivée des délégations. 21 mai 2014 La clôture !',
    );
    const page = site.page('/dossiers/sommet/');
    assert.match(page, /<time datetime="2014-05-19"><a href="#le_2014-05-19">19 mai 2014<\/a><\/time>/);
    assert.match(page, /<time datetime="2002">2002<\/time>/);
    assert.match(page, /<h3 id="le_2014-05-19">/);
  });

  it('tells from day to day what happened and what was written, the newest first', async () => {
    using site = await portal();
    await site.built();
    assert.equal(
      under(site, 'Chronologie'),
      'mercredi 21 mai 2014 La clôture ! mardi 20 mai 2014 8 h 00 La une lundi 19 mai 2014 L’arrivée des délégations. 10 h 00 Le gaz 9 h 00 Le blé dimanche 18 mai 2014 Sans sujet',
    );
  });

  it('of one article has no chronology, unless something happened', async () => {
    const bare = '- { slug: sommet, title: Le sommet, standfirst: Deux jours. }\n';
    using site = miniSite({
      '_data/dossiers.yaml': bare,
      'content/articles/une.md': of('La une', '2014-05-20T08:00'),
    });
    await site.built();
    assert.equal(under(site, 'Chronologie'), '');
    site.editData('dossiers.yaml', bare.replace(' }', ', dates: [{ date: 2014-05-20, text: Le jour. }] }'));
    await site.built();
    assert.match(under(site, 'Chronologie'), /Le jour\. 8 h 00 La une/);
  });

  it('without an article says so, and still has its dates', async () => {
    using site = miniSite({
      '_data/dossiers.yaml':
        '- { slug: sommet, title: Le sommet, standfirst: Deux jours., dates: [{ date: 2014-06-01, text: Le jour. }] }\n',
    });
    await site.built();
    assert.match(site.page('/dossiers/sommet/'), /Rien n’a encore été publié ici/);
    assert.match(under(site, 'Dates clés'), /1er juin 2014 Le jour\./);
  });
});
