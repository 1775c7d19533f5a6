// The breadcrumb: on every page but the first the way from there down to the page itself, by names that do not repeat the way.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { article, type MiniSite, miniSite } from './mini-site.ts';

/** What the breadcrumb of a page says, and what it marks as the page itself. */
function trailOf(site: MiniSite, url: string): readonly [trail: string, current: string | null] {
  const html = /<nav class="breadcrumb".*?<\/nav>/s.exec(site.page(url))?.[0] ?? '';
  const items = [...html.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, item]) => item!.replace(/<[^>]+>/g, ''));
  return [items.join(' > '), /<li aria-current="page">([^<]+)<\/li>/.exec(html)?.[1] ?? null];
}

/** The addresses of pages, with what their breadcrumbs say. */
const TRAILS: Readonly<Record<string, string>> = {
  '/chine/': 'À la une > Chine',
  '/chine/2014/05/': 'À la une > Chine > mai 2014',
  '/chine/2014/05/20/port.html': 'À la une > Chine',
  '/archives/': 'À la une > Archives',
  '/archives/2014/': 'À la une > Archives > 2014',
  '/archives/2014/05/': 'À la une > Archives > 2014 > mai 2014',
  '/archives/2014/05/20/': 'À la une > Archives > 2014 > mai 2014 > mardi 20',
  '/dossiers/': 'À la une > Pages spéciales',
  '/dossiers/sommet/': 'À la une > Pages spéciales > Le sommet',
  '/sujets/': 'À la une > Sujets',
  '/sujets/energie/': 'À la une > Sujets > Énergie',
  '/auteurs/': 'À la une > Auteurs',
  '/auteurs/lin-wei/': 'À la une > Auteurs > Lin Wei',
  '/meteo/': 'À la une > Prévisions par ville',
  '/meteo/beijing/': 'À la une > Météo > Beijing',
  '/sondages/': 'À la une > Sondages',
  '/flash/': 'À la une > Flash',
  '/les-plus-lus/': 'À la une > Les articles les plus lus',
  '/recherche/': 'À la une > Recherche',
  '/a-propos/': 'À la une > À propos',
  '/404.html': 'À la une > Page introuvable',
};

it('every page but the front page says where it stands; an article, whose headline follows, says its section', async () => {
  using site = miniSite({
    'content/articles/port.md': article({ topics: ['energie'], author: 'Lin Wei' }),
    'content/pages/a-propos.md': '---\ntitle: À propos\ndescription: Nous.\n---\n\nNous.\n',
    '_data/weather.json': JSON.stringify({
      date: '2014-05-20T12:00+08:00',
      source: 'Météo',
      cities: [
        { slug: 'beijing', name: 'Beijing', days: [{ day: '2014-05-20', sky: 'clear', high: 28, low: 16 }] },
      ],
    }),
    '_data/polls.yaml': JSON.stringify([
      {
        slug: 'train',
        question: 'Le train ?',
        choices: ['oui', 'non'].map(slug => ({ slug, text: slug })),
        opens: '2014-05-19T08:00',
        closes: '2014-05-24T20:00',
      },
    ]),
  });
  await site.built();
  for (const [url, trail] of Object.entries(TRAILS)) {
    const [said, current] = trailOf(site, url);
    assert.equal(said, trail, url);
    assert.equal(current, url.endsWith('port.html') ? null : trail.split(' > ').at(-1), url);
  }
  assert.deepEqual(trailOf(site, '/'), ['', null]);
  const without = [...site.tree().keys()].filter(
    file =>
      file.endsWith('.html') &&
      file !== 'index.html' &&
      // Pieces of pages stand within others.
      !file.startsWith('furniture/') &&
      !site.page(`/${file}`).includes('class="breadcrumb"'),
  );
  assert.deepEqual(without, []);
});
