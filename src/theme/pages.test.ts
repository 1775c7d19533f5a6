// What readers see on the pages that the templates make of the samples.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderSample, samples } from '../../tests/rendering/render-sample.ts';

function pageOf(name: string): string {
  const sample = samples.find(candidate => candidate.name === name);
  assert.ok(sample, `no sample is called « ${name} »`);
  return renderSample(sample);
}

/** What is seen: what is hidden and the tags gone, runs of ordinary white space folded. */
function textOf(html: string): string {
  return html
    .replace(/<script>.*?<\/script>/s, '')
    .replace(/<(span|p|section|ul)\b[^>]* hidden>.*?<\/\1>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/[ \n]+/g, ' ');
}

for (const sample of samples) {
  const { name, reads } = sample;
  test(`a reader of ${name} finds its matter, in order`, () => {
    assert.notEqual(reads.length, 0, 'the sample says nothing that a reader should find (`reads`)');
    const text = textOf(renderSample(sample));
    reads.reduce((from, wanted) => {
      const at = text.indexOf(wanted, from);
      assert.notEqual(at, -1, `« ${wanted} » is not after « ${text.slice(from, from + 60)} »`);
      return at;
    }, 0);
  });
}

test('the section that a page stands in is marked in the navigation', () => {
  assert.match(pageOf('a section'), /<a href="\/chine\/" aria-current="page">/);
  assert.match(pageOf('an article with all it can have'), /<a href="\/chine\/" aria-current="true">/);
  assert.match(pageOf('the home page'), /<a href="\/" aria-current="page">À la une/);
});

test('an article in another language says so, and the portal’s words around it stay French', () => {
  const html = pageOf('an old article in English');
  assert.match(html, /<html lang="fr" /);
  assert.match(html, /<article class="article" lang="en">/);
  assert.match(html, /<p class="stamp" lang="fr">/);
  assert.match(html, /<h2 lang="fr">Correction</);
});

test('an old article carries no furniture, only the way to it', () => {
  const html = pageOf('an old article in English');
  assert.doesNotMatch(html, /<(?:news-ticker|weather-line)|class="furniture"/);
  assert.match(
    html,
    /<live-furniture data-newest="\/furniture\/monde\/" data-today="\/furniture\/une\.html"><\/live-furniture>/,
  );
  assert.match(html, /<a href="\/dossiers\/">/);
});

test('an article says when it appeared in a way that machines read', () => {
  const html = pageOf('an article with all it can have');
  assert.match(html, /<time datetime="2014-05-20T13:43:00\+08:00">20\.05\.2014 13h43<\/time>/);
  assert.match(
    html,
    /<link rel="canonical" href="https:\/\/quotidien\.example\/chine\/2014\/05\/20\/port\.html">/,
  );
});

test('an old address sends the reader on, and is kept out of search engines', () => {
  const html = pageOf('an old address');
  assert.match(html, /<meta http-equiv="refresh" content="0; url=\/chine\/2014\/05\/20\/port\.html">/);
  assert.match(
    html,
    /<link rel="canonical" href="https:\/\/quotidien\.example\/chine\/2014\/05\/20\/port\.html">/,
  );
  assert.match(html, /<meta name="robots" content="noindex">/);
  assert.match(html, /<a href="\/chine\/2014\/05\/20\/port\.html">Le port/);
});

test('a wrong address names no address as its own', () => {
  assert.doesNotMatch(pageOf('a wrong address'), /canonical/);
});

test('a photograph leads to its file, and comes in the shape and the formats of its place before it is loaded', () => {
  const html = pageOf('an article with all it can have');
  const figure = /<figure class="photograph" id="photo-1">.*?<\/figure>/s.exec(html)?.[0] ?? '';
  assert.match(
    figure,
    /<a href="\/images\/photo-1-2400-credit\.jpg"><picture><source type="image\/avif" srcset="/,
  );
  assert.match(
    figure,
    /<img src="\/images\/photo-1-1200\.jpg" alt="Dessin d’un port au lever du jour[^"]*" width="1200" height="800"/,
  );
});

test('the picture at the top of a page is loaded before all others, and the row of them that a grid begins with', () => {
  for (const [name, count] of [
    ['the home page', 1],
    ['a section', 1],
    ['a section of photographs', 2],
    ['an article of photographs', 1],
  ] as const) {
    const images = pageOf(name).match(/<img[^>]*>/g) ?? [];
    const first = images.filter(image => image.includes(' fetchpriority="high"'));
    assert.deepEqual(first, images.slice(0, count), name);
  }
});

test('a tall photograph stands on a ground of its own', () => {
  const html = pageOf('an article of photographs');
  assert.deepEqual(html.match(/<figure class="[^"]*" id="[^"]*">/g), [
    '<figure class="photograph" id="photo-1">',
    '<figure class="photograph tall" id="photo-2">',
    '<figure class="photograph" id="photo-3">',
  ]);
});

test('a link around a picture that is decoration has a name all the same', () => {
  const figure =
    /<figure[^>]* id="photo-3">.*?<\/figure>/s.exec(pageOf('an article of photographs'))?.[0] ?? '';
  assert.match(figure, /alt=""/);
  assert.match(figure, /<span class="visually-hidden"> Voir en grand<\/span><\/span><\/a>/);
});

test('what a photograph is on the whole screen waits in a template, which loads nothing', () => {
  const html = pageOf('an article of photographs');
  assert.equal(html.match(/<template><picture>/g)?.length, 3);
  assert.equal(html.replace(/<template>.*?<\/template>/gs, '').includes('-2400.avif'), false);
});

test('a page without photographs has nothing of the viewer', () => {
  assert.doesNotMatch(pageOf('an old article in English'), /photo-viewer|\/assets\/viewer/);
});

test('a film of the portal’s own has captions, and loads nothing before it is asked for', () => {
  const html = pageOf('an article with a film, a sound and a map');
  const film = /<video.*?<\/video>/s.exec(html)?.[0] ?? '';
  assert.match(
    film,
    /^<video controls preload="none" playsinline aria-label="Le lever du soleil, en quatre secondes" poster="\/images\/photo-1-1200\.jpg" width="1200" height="800">/,
  );
  assert.match(film, /<source src="\/assets\/specimen\.webm" type="video\/webm">/);
  assert.match(
    film,
    /<track kind="captions" src="\/assets\/specimen\.vtt" srclang="fr" label="Sous-titres" default>/,
  );
  assert.match(
    html,
    /<audio controls preload="none" aria-label="Le bruit de la mer, en trois secondes"><source src="\/assets\/specimen\.mp3" type="audio\/mpeg"><\/audio>/,
  );
});

test('a film elsewhere is a still with a plain link, and the page loads nothing from there', () => {
  const html = pageOf('an article whose film is elsewhere');
  assert.match(
    html,
    /<a class="outside" href="https:\/\/films\.example\/" rel="noopener noreferrer external">\s*<picture>/,
  );
  assert.doesNotMatch(html, /<(?:video|audio|iframe)|(?:src|srcset|poster)="https?:/);
});

test('a map says in words what it shows', () => {
  assert.match(
    pageOf('an article with a film, a sound and a map'),
    /<svg class="locator" viewBox="0 0 480 360" role="img" aria-label="Carte de situation\u00a0: Bamako \(Mali\)\."><use href="\/assets\/specimen-map\.svg#carte"\/><\/svg>/,
  );
});

test('social networks are told the title and the picture: the article’s own, or else the portal’s', () => {
  const told = (name: string, property: string): string | undefined =>
    new RegExp(`<meta property="og:${property}" content="([^"]*)">`).exec(pageOf(name))?.[1];
  assert.equal(told('an article with all it can have', 'type'), 'article');
  assert.equal(
    told('an article with all it can have', 'image'),
    'https://quotidien.example/images/navire-social.jpg',
  );
  assert.equal(told('an article with all it can have', 'image:alt'), 'Le navire');
  assert.equal(
    told('an article with all it can have', 'url'),
    'https://quotidien.example/chine/2014/05/20/port.html',
  );
  assert.equal(told('the home page', 'type'), 'website');
  assert.equal(told('the home page', 'image'), 'https://quotidien.example/images/portail.jpg');
  assert.equal(told('the home page', 'image:width'), '1200');
  assert.equal(told('the home page', 'locale'), 'fr_FR');
  assert.equal(told('an old article in English', 'locale'), undefined, 'an English article is called French');
  assert.equal(told('a wrong address', 'url'), undefined, 'a wrong address is passed on');
});

test('the feed has all that RFC 4287 asks of a feed and of an entry', () => {
  const xml = pageOf('the feed of the home page');
  const [head, ...entries] = xml.split('<entry');
  for (const part of [head!, ...entries]) {
    for (const element of ['id', 'title', 'updated'])
      assert.match(part, new RegExp(`<${element}>[^<]+</${element}>`));
  }
  assert.match(head!, /<link rel="self" [^>]*href="https:\/\/quotidien\.example\/flux\.xml"\/>/);
  assert.equal(entries.length, 3);
  for (const entry of entries) {
    assert.match(entry, /<author><name>[^<]+<\/name><\/author>/);
    assert.match(entry, /<published>2014-05-20T[\d:]+\+08:00<\/published>/);
    assert.match(entry, /<link rel="alternate" /);
  }
  assert.match(entries[2]!, /^ xml:lang="en">/);
});
