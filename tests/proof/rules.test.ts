// Each rule of the proof finds what breaks it, and nothing in pages that do not.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import type { ProofOptions } from '../../src/proof/prove.ts';
import type { RuleName } from '../../src/proof/rule.ts';
import { RULES } from '../../src/proof/rules/rules.ts';
import { BASE, type Files, foundIn, page, proofOf, resultOf, treeOf } from './small-tree.ts';

interface Fixture {
  /** What is wrong, by what the rule says of it. */
  readonly broken: readonly (readonly [files: Files, says: RegExp])[];
  /** What it finds nothing in. */
  readonly right: Files;
  readonly options?: Partial<ProofOptions>;
}

const home = (body = '', head = ''): string => page('index.html', { body, head });
const one = (body: string, head = ''): Files => ({ 'index.html': home(body, head) });
const data = (...things: readonly object[]): Files => ({
  'index.html': page('index.html', {
    data: `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@graph': things })}</script>`,
  }),
});

const PICTURE = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#888' } })
  .png()
  .toBuffer();

const ARTICLE = {
  '@type': 'NewsArticle',
  headline: 'Le port',
  image: [`${BASE}/`],
  datePublished: '2014-05-20T13:43:00+08:00',
  dateModified: '2014-05-20T13:43:00+08:00',
  author: [{ '@type': 'Person', name: 'Lin Wei' }],
  publisher: { '@id': `${BASE}/#editeur` },
};

const ENTRY = `<entry><id>tag:exemple.fr,2014:1</id><title>Un</title><updated>2014-05-20T13:43:00Z</updated><author><name>L</name></author><link href="${BASE}/"/></entry>`;
const atom = (entries: string, id = '<id>tag:exemple.fr,2014:flux</id>'): Files => ({
  'index.html': home(),
  'flux.xml': `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">${id}<title>T</title><updated>2014-05-20T13:43:00Z</updated><link rel="self" href="${BASE}/flux.xml"/>${entries}</feed>`,
});
const item = (guid: string, date = 'Tue, 20 May 2014 06:45:00 GMT'): string =>
  `<item><title>Un</title><link>${BASE}/</link><guid isPermaLink="false">${guid}</guid><pubDate>${date}</pubDate></item>`;
const rss = (items: string): Files => ({
  'index.html': home(),
  'rss.xml': `<?xml version="1.0"?><rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>T</title><link>${BASE}/</link><description>D</description><atom:link rel="self" href="${BASE}/rss.xml"/>${items}</channel></rss>`,
});
const jsonFeed = (...items: readonly object[]): Files => ({
  'index.html': home(),
  'flux.json': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'T',
    feed_url: `${BASE}/flux.json`,
    items,
  }),
});

const sitemap = (...urls: readonly string[]): string =>
  `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map(url => `<url>${url}</url>`).join('')}</urlset>`;
const LOC = `<loc>${BASE}/</loc><lastmod>2014-05-20</lastmod>`;
const NOINDEX = '<meta name="robots" content="noindex">';

const GOOD_HEADERS = `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
  Content-Security-Policy: default-src 'none'; script-src 'self'; frame-ancestors 'none'
`;

const FIXTURES: Readonly<Record<RuleName, Fixture>> = {
  readable: {
    broken: [
      [{ 'index.html': home(), 'a.html': Buffer.from([1, 0, 2, 255, 0]) }, /n’est pas du texte/],
      [{ 'index.html': Buffer.from(home('<p>é</p>'), 'latin1') }, /n’est pas en UTF-8/],
      [{ 'index.html': home().replace(' lang="fr"', '') }, /dans quelle langue/],
      [{ 'robots.txt': 'User-agent: *' }, /aucune page ici/],
    ],
    right: one('<p>é</p>'),
  },
  'dead-link': {
    broken: [
      [one('<a href="/ailleurs/">Là</a>'), /Lien vers \/ailleurs\/, où il n’y a rien/],
      [one('<img src="port.webp" alt="">'), /Image vers \/port\.webp/],
      [one('<img src="/" srcset="/a.webp 1x, /b.webp 2x" alt="">'), /Taille d’une image vers \/b\.webp/],
      [one('<a href="http://[">Là</a>'), /n’est pas une adresse/],
      [
        { ...one(''), 's.css': '/* url(non) */ a { background: url("img/fond.png") }' },
        /feuille de style vers \/img\/fond\.png/,
      ],
      [{ ...one('<a href="/a">Là</a>'), _redirects: '/a /b 301\n/b /a 301' }, /Lien vers \/a, /],
      [one('<!--#include virtual="/bloc.html" -->'), /inséré par le serveur vers \/bloc\.html/],
    ],
    right: {
      'index.html': home(
        `<a href="b.html?q=1#x">B</a> <a href="${BASE}/b">B</a> <a href="/caf%C3%A9/">C</a> <a href="mailto:a@exemple.fr">D</a> <a href="//autre.fr/">E</a> <a href="/vieux/2013/x">F</a> <template><a href="/non">G</a></template>`,
      ),
      'b.html': page('b.html', { body: '<p id="x">B</p>' }),
      'café/index.html': page('caf%C3%A9/index.html'),
      _redirects: '# Anciennes adresses\n/vieux/:an/* /b.html 301',
      's.css': '@import url(t.css); a { background: url(data:image/png;base64,AA) }',
      't.css': '',
    },
  },
  'dead-fragment': {
    broken: [
      [one('<a href="#rien">Là</a>'), /\/#rien\u00a0: la page n’a pas/],
      [{ 'index.html': home('<a href="/b.html#c">B</a>'), 'b.html': page('b.html') }, /\/b\.html#c.* \/$/],
    ],
    right: {
      'index.html': home(
        '<p id="été">É</p><a href="#%C3%A9t%C3%A9">Été</a><a href="#top">Haut</a><a href="/b.html#c">B</a>',
      ),
      'b.html': page('b.html', { body: '<a name="c"></a><a href="/">Une</a>' }),
    },
  },
  'no-way': {
    broken: [
      [
        { 'index.html': home(), 'seule.html': page('seule.html') },
        /Aucun chemin ne mène de la une à \/seule\.html/,
      ],
      [{ 'a.html': page('a.html') }, /pas de page d’accueil/],
    ],
    right: {
      'index.html': home('<a href="/b.html">B</a>'),
      'b.html': page('b.html', { body: '<a href="/c/">C</a>' }),
      'c/index.html': page('c/index.html'),
      'cachée.html': page('cach%C3%A9e.html', { head: NOINDEX }),
      '404.html': page('404.html'),
      'morceau.html': '<p>Un morceau</p>',
    },
  },
  title: {
    broken: [
      [{ 'index.html': home().replace(/<title>.*<\/title>/, '') }, /pas de titre/],
      [{ 'index.html': home().replace(/<title>.*<\/title>/, '<title> </title>') }, /pas de titre/],
    ],
    right: { ...one('<svg><title>Un dessin</title></svg>') },
  },
  'duplicate-title': {
    broken: [
      [
        {
          'index.html': home('<a href="/b.html">B</a>'),
          'b.html': page('b.html', { title: 'La page index.html' }),
        },
        /Plusieurs pages ont le titre «\u00a0La page index\.html\u00a0»/,
      ],
    ],
    right: {
      'index.html': home('<a href="/b.html">B</a>'),
      'b.html': page('b.html', { title: 'La page index.html', head: NOINDEX }),
    },
  },
  description: {
    broken: [[{ 'index.html': home().replace(/<meta name="description"[^>]*>/, '') }, /pas de description/]],
    right: one(''),
  },
  'heading-order': {
    broken: [
      [one('<h3>Trop loin</h3>'), /«\u00a0Trop loin\u00a0» est de niveau 3 après un niveau 1/],
      [one('<h1>Encore</h1>'), /2 titres principaux/],
      [{ 'index.html': home().replace('<h1>Un titre</h1>', '') }, /pas de titre principal/],
      [one('<h2></h2>'), /niveau 2 est vide/],
    ],
    right: one('<h2>A</h2><h3>B</h3><h2>C</h2>'),
  },
  'alternative-text': {
    broken: [
      [{ ...one('<img src="/p.png">'), 'p.png': PICTURE }, /L’image \/p\.png n’a pas de texte/],
      [one('<a href="/"><i></i></a>'), /Le lien vers \/ n’a ni texte ni nom/],
    ],
    right: {
      ...one(
        '<img src="/p.png" alt=""><a href="/"><img src="/p.png" alt="La une"></a><a href="/" aria-label="La une"><i></i></a>',
      ),
      'p.png': PICTURE,
    },
  },
  'picture-size': {
    broken: [
      [
        { ...one('<img src="/p.png" alt="" width="40" height="40">'), 'p.png': PICTURE },
        /annoncée en 40 × 40 et fait 40 × 20/,
      ],
      [
        { ...one('<img src="/p.png" srcset="/p.png 80w" alt="">'), 'p.png': PICTURE },
        /large de 80 pixels et en fait 40/,
      ],
      [
        { ...one('<img src="/p.png" alt="" width="40" height="20">'), 'p.png': 'rien' },
        /n’est pas une image/,
      ],
    ],
    right: {
      ...one('<img src="/p.png" srcset="/p.png 40w" width="400" height="200" alt="">'),
      'p.png': PICTURE,
    },
  },
  typography: {
    broken: [
      [one('<p>Quoi ?</p>'), /Espace ordinaire.*Quoi \?/],
      [one('<p>Il dit « oui ».</p>'), /Espace ordinaire/],
      [one('<p>Quoi?</p>'), /manque une espace.*Quoi\?/],
      [one("<p>L'eau</p>"), /Apostrophe droite.*L'eau/],
      [one('<p>Le "port"</p>'), /Guillemets de machine/],
      [one('<p>Enfin...</p>'), /Trois points/],
      [one('<p>Ã©tÃ©</p>'), /autre encodage/],
      [one('<p>\ufffd</p>'), /s’est perdu/],
      [one('<p>Le {{ port }}</p>'), /reste de programme/],
    ],
    right: one(
      '<p>Quoi\u202f? «\u00a0Oui\u00a0»\u00a0: l’eau… à 13:45, <em>enfin</em>\u202f!</p><code>l\'eau ?</code><p lang="en">What? It\'s "here"...</p><p data-as-typed>C\'est ça ?</p><p>Voir https://exemple.fr/?a=b</p>',
    ),
  },
  english: {
    broken: [
      [one('<a href="/">Read more</a>'), /Read more\u00a0» est en anglais/],
      [one('<button aria-label="Close">×</button>'), /Close/],
      [one('<label>3 hours ago</label>'), /3 hours ago/],
    ],
    right: one(
      '<a href="/">Menu</a><button>Photos</button><a href="/" lang="en">Read more</a><p>Le film « Home » est sorti.</p>'.replace(
        '« Home »',
        '«\u00a0Home\u00a0»',
      ),
    ),
  },
  'page-weight': {
    broken: [
      [
        { ...one('', '<link rel="stylesheet" href="/s.css">'), 's.css': `a{}/*${noise(2000)}*/` },
        /pèse .* pour un budget de 1\u00a0ko/,
      ],
    ],
    right: { ...one('', '<link rel="stylesheet" href="/s.css">'), 's.css': 'a { color: red }' },
    options: { budget: 1000 },
  },
  'structured-data': {
    broken: [
      [{ 'index.html': page('index.html', { data: '' }) }, /pas de données structurées/],
      [
        { 'index.html': page('index.html', { data: '<script type="application/ld+json">{</script>' }) },
        /ne sont pas du JSON/,
      ],
      [data({ ...ARTICLE, headline: undefined }), /NewsArticle n’a pas de champ «\u00a0headline/],
      [data({ ...ARTICLE, datePublished: '2014-05-20T13:43:00' }), /datePublished.*forme attendue/],
      [data({ ...ARTICLE, image: [`${BASE}/rien.jpg`] }), /«\u00a0image\u00a0» mène à \/rien\.jpg/],
      [data({ name: 'Rien' }), /pas de «\u00a0@type/],
      [
        data({
          '@type': 'BreadcrumbList',
          itemListElement: [{ '@type': 'ListItem', position: 2, name: 'A' }],
        }),
        /positions de BreadcrumbList/,
      ],
    ],
    right: data(ARTICLE, {
      '@type': 'BreadcrumbList',
      itemListElement: [{ '@type': 'ListItem', position: 1, name: 'A' }],
    }),
  },
  feed: {
    broken: [
      [atom(ENTRY + ENTRY), /même nom/],
      [atom(ENTRY.replace(BASE, '')), /n’est pas complète/],
      [atom(ENTRY.replace(`${BASE}/`, `${BASE}/rien/`)), /mène à \/rien\//],
      [atom(ENTRY, ''), /Il manque «\u00a0id\u00a0» au flux/],
      [atom('<entry>'), /pas du XML bien formé/],
      [rss(item('1', '2014-05-20')), /n’est pas une date/],
      [rss(item('')), /Il manque «\u00a0id\u00a0» à un article/],
      [jsonFeed({ id: '1', url: `${BASE}/` }), /Il manque «\u00a0content_html/],
    ],
    right: {
      ...atom(ENTRY),
      ...rss(item('1')),
      ...jsonFeed({ id: '1', url: `${BASE}/`, content_html: '<p>A</p>' }),
    },
  },
  sitemap: {
    broken: [
      [{ ...one(''), 'sitemap.xml': sitemap(`<loc>${BASE}/rien/</loc>`) }, /Un plan nomme \/rien\//],
      [{ ...one('', NOINDEX), 'sitemap.xml': sitemap(LOC) }, /cache aux moteurs/],
      [{ ...one(''), 'sitemap.xml': sitemap(LOC, LOC) }, /nomme deux fois/],
      [{ ...one(''), 'sitemap.xml': sitemap('<loc>/</loc>') }, /n’est pas complète/],
      [
        { ...one(''), 'sitemap.xml': sitemap(LOC.replace('2014-05-20', 'hier')) },
        /«\u00a0hier\u00a0» n’est pas une date/,
      ],
      [
        { ...one('', '<meta property="og:type" content="article">'), 'sitemap.xml': sitemap() },
        /Aucun plan du site ne nomme cet article/,
      ],
      [{ ...one(''), 'robots.txt': `Sitemap: ${BASE}/plan.xml` }, /Un plan nomme \/plan\.xml/],
      [
        {
          ...one(''),
          'sitemap.xml': `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${BASE}/a.xml</loc></sitemap></sitemapindex>`,
        },
        /Un plan nomme \/a\.xml/,
      ],
    ],
    right: {
      ...one('', '<meta property="og:type" content="article">'),
      'sitemap.xml': sitemap(LOC),
      'robots.txt': `User-agent: *\nSitemap: ${BASE}/sitemap.xml`,
    },
  },
  headers: {
    broken: [
      [{ ...one('<script>alert(1)</script>') }, /empêche un script/],
      [{ 'index.html': home().replace(/<meta http-equiv[^>]*>/, '') }, /Ni la page ni les en-têtes/],
      [
        { 'index.html': home().replace("script-src 'self'", "script-src 'unsafe-inline'") },
        /permet 'unsafe-inline'/,
      ],
      [{ ...one(''), _headers: '/*\n  X-Content-Type-Options: nosniff\n' }, /Il manque referrer-policy/],
      [
        { ...one(''), _headers: `${GOOD_HEADERS}/a.css\n  Cache-Control: max-age=9\n` },
        /pour \/a\.css, où il n’y a rien/,
      ],
      [{ ...one(''), _headers: `${GOOD_HEADERS}n'importe quoi\n` }, /La ligne 5 n’est ni/],
      [
        { ...one(''), _headers: GOOD_HEADERS.replace('nosniff', 'sniff') },
        /x-content-type-options ne protège pas/,
      ],
    ],
    right: { ...one(''), _headers: GOOD_HEADERS },
  },
  'same-bytes': { broken: [], right: one('') },
  'external-link': { broken: [], right: one('') },
};

/** Text that does not get shorter, always the same. */
function noise(length: number): string {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return String.fromCharCode(97 + (state % 26));
  }).join('');
}

describe('a rule of the proof', () => {
  for (const { name } of RULES) {
    const { broken, right, options = {} } = FIXTURES[name];
    it(`finds what breaks it: ${name}`, async () => {
      for (const [files, says] of broken) {
        const lines = await foundIn(files, options);
        const ofRule = lines.filter(line => line.startsWith(`${name}: `));
        assert.ok(
          ofRule.some(line => says.test(line)),
          `${says}: ${JSON.stringify(lines)}`,
        );
      }
    });
    it(`finds nothing where nothing breaks it: ${name}`, async () => {
      using tree = treeOf(right);
      const proof = await proofOf(tree.dir, options);
      const { findings, looked, isAsked } = resultOf(proof, name);
      assert.deepEqual(findings, []);
      assert.ok(looked > 0 || !isAsked, 'it looked at nothing');
    });
  }

  it('of bytes compares two builds, and names what differs or is alone', async () => {
    using tree = treeOf({ ...one('<p>A</p>'), 'a.txt': 'a', 'b.txt': 'b' });
    using other = treeOf({ ...one('<p>B</p>'), 'a.txt': 'a', 'c.txt': 'c' });
    const proof = await proofOf(tree.dir, { against: other.dir });
    const { findings, looked } = resultOf(proof, 'same-bytes');
    assert.equal(looked, 3);
    assert.deepEqual(findings.map(({ what }) => what).sort(), [
      'b.txt n’est que dans l’une des deux constructions.',
      'c.txt n’est que dans l’une des deux constructions.',
      'index.html n’a pas les mêmes octets dans les deux constructions.',
    ]);
    const same = await proofOf(tree.dir, { against: tree.dir });
    assert.equal(resultOf(same, 'same-bytes').count, 0);
  });
});
