// A dossier with more articles than a page lists: its own page is the front of the matter, and all of it is on pages of years, of months where a year is fuller, of days where a month is.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, type MiniSite, miniSite } from './mini-site.ts';

const DOSSIER = '- { slug: sommet, title: Le sommet, standfirst: Deux jours de rencontres. }\n';
const FRONT = '/dossiers/sommet/';

const of = (title: string, date: string, fields: object = {}): string =>
  article({ title, date, dossiers: ['sommet'], ...fields });

/** Articles `a0` and on, one for each of these dates, in a dossier whose pages list `length`. */
function portal(dates: readonly string[], length: number, dossiers = DOSSIER): MiniSite {
  const site = miniSite({
    '_data/dossiers.yaml': dossiers,
    ...Object.fromEntries(
      dates.map((date, index) => [`content/articles/a${index}.md`, of(`Article ${index}.`, date)]),
    ),
  });
  site.edit('_data/site.yaml', text => `${text}dossierLength: ${length}\n`);
  return site;
}

/** A year of one article, one that fits on a page of three, and one of a month that fits and one that does not. */
const TEN = [
  '2014-05-20T09:00',
  '2014-05-20T08:00',
  '2014-05-19T08:00',
  '2014-05-02T08:00',
  '2014-02-03T08:00',
  '2014-02-02T08:00',
  '2012-12-31T23:30',
  '2012-06-01T08:00',
  '2012-01-01T00:30',
  '2010-07-07T08:00',
];

const PARTS = [
  '2010/',
  '2012/',
  '2014/',
  '2014/02/',
  '2014/05/',
  '2014/05/02/',
  '2014/05/19/',
  '2014/05/20/',
].map(part => FRONT + part);

const mainOf = (site: MiniSite, url: string): string =>
  site.page(url).split('<main')[1]!.split('</main>')[0]!;

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The articles that a page lists in its chronology, by their numbers. */
function listedOn(site: MiniSite, url: string): readonly number[] {
  const [, chronology = ''] = mainOf(site, url).split('<h2>Chronologie</h2>');
  return [...chronology.matchAll(/>Article (\d+)\.</g)].map(([, number]) => Number(number));
}

/** Where a link of a page of this text, or around it, leads. */
const linkCalled = (html: string, text: string): string | undefined =>
  [...html.matchAll(/<a[^>]* href="([^"]+)"[^>]*>([^<]+)<\/a>/g)].find(([, , each]) => each === text)?.[1];

function periodsOn(site: MiniSite, url: string): string {
  const [, list = ''] = mainOf(site, url).split('<ul class="periods">');
  return textOf(list.split('</ul>')[0]!);
}

const partsIn = (site: MiniSite): readonly string[] =>
  [...site.tree().keys()]
    .filter(file => /^dossiers\/[^/]+\/\d{4}\//.test(file))
    .map(file => `/${file.replace('index.html', '')}`)
    .sort();

async function assertAsClean(site: MiniSite): Promise<void> {
  assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
}

describe('a dossier', () => {
  it('of as many articles as a page lists is that page', async () => {
    using site = portal(TEN, 10);
    await site.built();
    assert.deepEqual(listedOn(site, FRONT), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    assert.ok(!site.page(FRONT).includes('Tout le dossier'));
    assert.deepEqual(partsIn(site), []);
  });

  it('of more shows the newest, and leads to its years, and these to their months and days', async () => {
    using site = portal(TEN, 3);
    await site.built();
    assert.deepEqual(listedOn(site, FRONT), [0, 1, 2]);
    assert.equal(periodsOn(site, FRONT), '2014 6 articles 2012 3 articles 2010 1 article');
    assert.deepEqual(partsIn(site), PARTS);
    assert.deepEqual(listedOn(site, `${FRONT}2012/`), [6, 7, 8]);
    assert.equal(periodsOn(site, `${FRONT}2014/`), 'mai 2014 4 articles février 2014 2 articles');
    assert.deepEqual(listedOn(site, `${FRONT}2014/02/`), [4, 5]);
    assert.equal(
      periodsOn(site, `${FRONT}2014/05/`),
      'mardi 20 mai 2014 2 articles lundi 19 mai 2014 1 article vendredi 2 mai 2014 1 article',
    );
    assert.deepEqual(listedOn(site, `${FRONT}2014/05/20/`), [0, 1]);
  });

  it('of one year leads to its months at once', async () => {
    using site = portal(TEN.slice(0, 6), 3);
    await site.built();
    assert.equal(periodsOn(site, FRONT), 'mai 2014 4 articles février 2014 2 articles');
  });

  it('can be read back to its first article by « Plus ancien », from its front or its newest part', async () => {
    using site = portal(TEN, 3);
    await site.built();
    assert.match(mainOf(site, FRONT), new RegExp(`rel="prev" href="${FRONT}2014/05/02/"`));
    const read: number[] = [];
    let url: string | undefined = `${FRONT}2014/05/20/`;
    while (url !== undefined) {
      const page = mainOf(site, url);
      const listed = listedOn(site, url);
      assert.ok(listed.length > 0, url);
      read.push(...listed);
      const back = /rel="prev" href="([^"]+)"/.exec(page)?.[1];
      if (back !== undefined)
        assert.match(
          mainOf(site, back),
          new RegExp(`rel="next" href="${FRONT}2014/|rel="next" href="${url}"`),
        );
      url = back;
    }
    assert.deepEqual(read, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('tells each part by a title, a description and an address of its own, and the way to it', async () => {
    using site = portal(TEN, 3);
    await site.built();
    const heads = [FRONT, ...PARTS].map(url => {
      const [head] = site.page(url).split('</head>');
      assert.match(head!, new RegExp(`<link rel="canonical" href="https://[^"/]+${url}">`));
      return [
        /<title>([^<]+)</.exec(head!)![1]!,
        /name="description" content="([^"]+)"/.exec(head!)![1]!,
      ] as const;
    });
    for (const place of [0, 1]) assert.equal(new Set(heads.map(head => head[place])).size, heads.length);
    const day = site.page(`${FRONT}2014/05/20/`);
    assert.match(day, /<h1>Le sommet, mardi 20 mai 2014<\/h1>/);
    assert.equal(
      textOf(day.split('<nav class="breadcrumb"')[1]!.split('</nav>')[0]!.split('<ol>')[1]!),
      'À la une Pages spéciales Le sommet 2014 mai 2014 mardi 20',
    );
    assert.match(
      day,
      /name="description" content="Les articles du dossier «\u00a0Le sommet\u00a0» publiés le mardi 20/,
    );
  });

  it('is led by what editors chose, and has its parts full, however old', async () => {
    using site = portal(TEN, 3, DOSSIER.replace(' }', ', parts: [{ title: Le gaz, topics: [energie] }] }'));
    site.write('content/articles/a9.md', of('Article 9.', TEN[9]!, { priority: 3 }));
    site.write('content/articles/a8.md', of('Article 8.', TEN[8]!, { topics: ['energie'] }));
    site.write('content/articles/a2.md', of('Article 2.', TEN[2]!, { priority: 2, topics: ['energie'] }));
    await site.built();
    const main = mainOf(site, FRONT);
    assert.match(textOf(main.split('L’essentiel du dossier')[1]!), /^(?:(?!Article).)*Article 9\./);
    assert.match(textOf(main.split('<h2>Le gaz</h2>')[1]!), /^Article 2\. Article 8\. /);
  });

  it('leads from each key date to where its day is told', async () => {
    const dates = [
      '{ date: 2010, text: An. }',
      '{ date: 2011-03-03, text: Sans article. }',
      '{ date: 2012-06-01, text: Jour. }',
      '{ date: 2014-02, text: Mois. }',
      '{ date: 2014-02-03, text: Autre. }',
      '{ date: 2014-05-02, text: Fort. }',
      '{ date: 2014-05-20, text: Ici. }',
      '{ date: 2014-06-01, text: À venir. }',
    ];
    using site = portal(TEN, 3, DOSSIER.replace(' }', `, dates: [${dates}] }`));
    await site.built();
    const keyDates = mainOf(site, FRONT).split('class="key-dates"')[1]!.split('</section>')[0]!;
    assert.deepEqual(
      [...keyDates.matchAll(/<time[^>]*>(?:<a href="([^"]+)">)?[^<]+(?:<\/a>)?<\/time> ([^<]+)</g)].map(
        ([, url, text]) => [text, url],
      ),
      [
        ['An.', `${FRONT}2010/`],
        ['Sans article.', undefined],
        ['Jour.', `${FRONT}2012/#le_2012-06-01`],
        ['Mois.', `${FRONT}2014/02/`],
        ['Autre.', `${FRONT}2014/02/#le_2014-02-03`],
        ['Fort.', `${FRONT}2014/05/`],
        ['Ici.', '#le_2014-05-20'],
        ['À venir.', '#le_2014-06-01'],
      ],
    );
    assert.match(
      site.page(`${FRONT}2012/`),
      /id="le_2012-06-01">vendredi 1er juin 2012<\/h3>\s*<p class="event">Jour\./,
    );
    assert.equal(linkCalled(mainOf(site, `${FRONT}2014/05/`), '2 mai 2014'), `${FRONT}2014/05/02/`);
    assert.match(
      textOf(mainOf(site, `${FRONT}2014/05/02/`)),
      /Chronologie vendredi 2 mai 2014 Fort\. 8 h 00 Article 3\./,
    );
    assert.ok(!textOf(mainOf(site, FRONT).split('Chronologie')[1]!).includes('Sans article.'));
  });
});

describe('a build', () => {
  it('for one more article writes its dossier and the parts that it is in, and no other', async () => {
    using site = portal(TEN, 3);
    await site.built();
    const parts = async (date: string): Promise<readonly string[]> => {
      site.write('content/articles/nouveau.md', of('Nouveau.', date));
      const written = await site.writtenBy(() => site.built());
      await assertAsClean(site);
      return written.filter(url => url.startsWith(FRONT) && url.endsWith('/')).sort();
    };
    const of2014 = (...rest: readonly string[]): readonly string[] =>
      ['', '2014/', ...rest].map(part => FRONT + part);
    assert.deepEqual(await parts('2014-05-20T10:00'), of2014('2014/05/', '2014/05/20/'));
    // From there to a month that still fits.
    assert.deepEqual(await parts('2014-02-02T09:00'), of2014('2014/02/', '2014/05/', '2014/05/20/'));
    // And to another year, whose page it changes, and the number beside it.
    assert.deepEqual(await parts('2010-07-08T09:00'), of2014('2014/02/').toSpliced(1, 0, `${FRONT}2010/`));
  });

  it('divides a year that outgrows its page, and joins it again, and a dossier as well', async () => {
    using site = portal(TEN, 3);
    await site.built();
    site.write('content/articles/nouveau.md', of('Nouveau.', '2012-06-02T10:00'));
    await site.built();
    await assertAsClean(site);
    assert.deepEqual(
      partsIn(site).filter(url => url.includes('2012')),
      ['2012/', '2012/01/', '2012/06/', '2012/12/'].map(part => FRONT + part),
    );
    site.edit('content/articles/nouveau.md', text => text.replace('---\n', '---\ndraft: true\n'));
    await site.built();
    await assertAsClean(site);
    assert.deepEqual(partsIn(site), PARTS);
    for (const number of [3, 4, 5, 6, 7]) site.remove(`content/articles/a${number}.md`);
    site.edit('content/articles/a8.md', text => text.replace('---\n', '---\nwithdrawn: Une erreur.\n'));
    site.remove('content/articles/a9.md');
    await site.built({ allowRemovals: true });
    await assertAsClean(site);
    assert.deepEqual(partsIn(site), []);
    assert.deepEqual(listedOn(site, FRONT), [0, 1, 2]);
  });

  it('follows the settings, the dossiers’ titles and their dates', async () => {
    using site = portal(TEN, 3);
    await site.built();
    for (const dossiers of [
      DOSSIER.replace('Le sommet', 'La rencontre'),
      DOSSIER.replace(' }', ', dates: [{ date: 2012-06-01, text: Un jour. }] }'),
      DOSSIER.replace('slug: sommet', 'slug: sommet, running: false'),
    ]) {
      site.editData('dossiers.yaml', dossiers);
      await site.built();
      await assertAsClean(site);
    }
    for (const length of [1, 4, 9]) {
      site.edit('_data/site.yaml', text => text.replace(/dossierLength: \d+/, `dossierLength: ${length}`));
      await site.built();
      await assertAsClean(site);
    }
  });

  it('takes a dossier whose name is a year, or a month, for what it is', async () => {
    using site = portal(
      [],
      1,
      `${DOSSIER}- { slug: "2014", title: 2014 en faits, standfirst: Une année. }\n`,
    );
    for (const [index, date] of TEN.slice(0, 3).entries())
      site.write(`content/articles/b${index}.md`, article({ title: `B ${index}`, date, dossiers: ['2014'] }));
    await site.built();
    assert.deepEqual(
      partsIn(site),
      ['2014/', '2014/05/', '2014/05/19/', '2014/05/20/'].map(part => `/dossiers/2014/${part}`),
    );
    await assertAsClean(site);
  });

  it('leads from the former addresses of all parts to those of today', async () => {
    using site = portal(TEN, 3, DOSSIER.replace('slug: sommet', 'slug: sommet, formerly: [conference]'));
    await site.built();
    for (const url of PARTS)
      assert.match(site.page(url.replace('sommet', 'conference')), new RegExp(`href="${url}"`));
  });

  it('lets texts link to the parts that there are', async () => {
    using site = portal(TEN, 3);
    site.edit(
      'content/articles/a0.md',
      text => `${text}\n[2012](/dossiers/sommet/2012/) [19](/dossiers/sommet/2014/05/19/)\n`,
    );
    await site.built();
    site.edit('content/articles/a0.md', text => `${text}\n[18](/dossiers/sommet/2014/05/18/)\n`);
    const outcome = await site.build();
    assert.ok(!outcome.ok);
    assert.match(outcome.problems[0]!.message, /\/dossiers\/sommet\/2014\/05\/18\//);
  });
});
