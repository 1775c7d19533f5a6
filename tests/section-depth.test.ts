// A section's front: its newest articles in full, those before them by their days, and its months for all the rest.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, type MiniSite, miniSite } from './mini-site.ts';

/** Two articles a day at 8:00 and 9:00, from 1 to 10 May, in Chine. */
function portal(settings = ''): MiniSite {
  const files = Array.from({ length: 20 }, (_, n) => [
    `content/articles/a${n + 1}.md`,
    article({
      title: `Article ${n + 1}`,
      date: `2014-05-${String(Math.floor(n / 2) + 1).padStart(2, '0')}T0${8 + (n % 2)}:00`,
    }),
  ]);
  const site = miniSite(Object.fromEntries(files));
  site.edit('_data/site.yaml', text => `${text}sectionLength: 3\n${settings}`);
  return site;
}

function partsOf(site: MiniSite) {
  const page = site.page('/chine/').split('</main>')[0]!;
  const [shown, byDay = ''] = page.split('<h2>Jour par jour</h2>');
  const titles = (html: string): readonly string[] =>
    [...html.matchAll(/>(Article \d+)<\/a>/g)].map(([, title]) => title!.slice('Article '.length));
  return {
    shown: titles(shown!.slice(shown!.indexOf('<h1>'))),
    named: titles(byDay),
    days: [...byDay.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, day]) => day),
    hasMonths: page.includes('<h2>Archives de la rubrique</h2>'),
  };
}

describe('a section’s front', () => {
  it('names so many articles in all, each once, under its day and with its hour', async () => {
    using site = portal('sectionDepth: 8\n');
    await site.built();
    const { shown, named, days, hasMonths } = partsOf(site);
    assert.deepEqual(shown, ['20', '19', '18']);
    assert.deepEqual(named, ['17', '16', '15', '14', '13']);
    assert.deepEqual(days, ['vendredi 9 mai 2014', 'jeudi 8 mai 2014', 'mercredi 7 mai 2014']);
    assert.ok(hasMonths);
    assert.match(
      site.page('/chine/'),
      /<li><time datetime="2014-05-08T09:00:00\+08:00">9\u00a0h\u00a000<\/time> <a href="[^"]+">Article 16</,
    );
  });

  it('names a hundred where nothing else is said, and as many as there are', async () => {
    using site = portal();
    await site.built();
    assert.equal(partsOf(site).named.length, 17);
  });

  it('names no more than it shows where the depth is less', async () => {
    using site = portal('sectionDepth: 3\n');
    await site.built();
    assert.deepEqual(partsOf(site).named, []);
    assert.ok(!site.page('/chine/').includes('Jour par jour'));
  });

  it('tells no hour of an article that has none', async () => {
    using site = portal();
    site.edit('content/articles/a2.md', text => text.replace('2014-05-01T09:00', '2014-05-01'));
    await site.built();
    assert.match(site.page('/chine/'), /<li><a href="[^"]+">Article 2<\/a><\/li>/);
  });

  it('is written for an article that it names, and not for one that it does not', async () => {
    using site = portal('sectionDepth: 8\n');
    await site.built();
    const retitle = (n: number): Promise<readonly string[]> => {
      site.edit(`content/articles/a${n}.md`, text => text.replace('Article', 'Reportage'));
      return site.writtenBy(() => site.built());
    };
    assert.ok((await retitle(13)).includes('/chine/'));
    assert.ok(!(await retitle(12)).includes('/chine/'));
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });
});
