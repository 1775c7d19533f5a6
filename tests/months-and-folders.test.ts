// Articles whose months are not those of their folders, dossiers of many years, and folders of many months: what was built of a change is what a clean build gives.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, type MiniSite, miniSite } from './mini-site.ts';

/** Of a section each third, of a dossier each second, in one of two topics, on the tenth of each of 30 months. */
function archive(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let number = 0; number < 30; number++) {
    const month = new Date(Date.UTC(2011, 10 + number, 10)).toISOString().slice(0, 7);
    const folder = FOLDERS[number % FOLDERS.length]!;
    files[`content/articles/${folder}a${number}.md`] = article({
      title: `Article ${number}`,
      date: `${month}-10T12:00`,
      section: ['chine', 'monde', 'sport'][number % 3],
      topics: [number % 4 === 0 ? 'energie' : 'commerce'],
      dossiers: number % 2 === 0 ? ['sommet'] : [],
      author: number % 5 === 0 ? 'Zoé Li' : 'Anne Martin',
    });
  }
  return files;
}

/** One of many months, one called after another month than those of its articles, one that is higher. */
const FOLDERS = ['', '2013/01/', '2012/'];

const edits: readonly (readonly [what: string, edit: (site: MiniSite) => void])[] = [
  ['a new date in another year', site => change(site, 'a12.md', { date: '2013-02-10T12:00' })],
  ['a date of the month of its folder', site => change(site, '2013/01/a1.md', { date: '2013-01-10T12:00' })],
  ['a dossier more', site => change(site, '2012/a5.md', { dossiers: ['mondial', 'sommet'] })],
  ['no dossier any more', site => change(site, 'a0.md', { dossiers: [] })],
  [
    'another headline of the oldest article of a dossier',
    site => change(site, '2012/a2.md', { title: 'Autre' }),
  ],
  ['an old article that appears today', site => change(site, 'a3.md', { publish: '2014-05-20T12:00' })],
  ['a draft again', site => change(site, '2013/01/a4.md', { draft: true })],
  ['another folder', site => site.rename('content/articles/a6.md', 'content/articles/2012/a6.md')],
  ['the only article of a month deleted', site => site.remove('content/articles/2012/a8.md')],
  [
    'a comment in a folder of many months',
    site =>
      site.write('content/comments/a9/1.yaml', JSON.stringify({ date: '2014-05-20T12:00', text: 'Merci.' })),
  ],
  [
    'a comment in a folder of one',
    site => {
      site.write('content/articles/2014/04/seul.md', article({ date: '2014-04-12T12:00', section: 'chine' }));
      site.write(
        'content/comments/2014/04/seul/1.yaml',
        JSON.stringify({ date: '2014-05-20T12:00', text: 'Bien.' }),
      );
    },
  ],
  [
    'another signature of the newest of an author',
    site => change(site, '2013/01/a25.md', { author: 'Zoe Li' }),
  ],
];

function change(site: MiniSite, file: string, fields: Readonly<Record<string, unknown>>): void {
  site.edit(`content/articles/${file}`, text => {
    const lines = text.matchAll(/^(\w+): (.*)$/gm);
    const before = Array.from(lines, ([, name, value]) => [name!, JSON.parse(value!)] as const);
    return article({ ...Object.fromEntries(before), ...fields });
  });
}

describe('an archive whose months are not those of its folders', () => {
  it('is what a clean build gives after each of many edits', async () => {
    using site = miniSite(archive());
    await site.built();
    for (const [place, [what, edit]] of edits.entries()) {
      edit(site);
      await site.built({ allowRemovals: true });
      // A clean build takes as long as all others: what one edit leaves wrong stays so.
      if (place % 4 === 3) assert.deepEqual(site.tree(), (await site.cleanBuild()).tree, `up to ${what}`);
    }
  });

  it('has few pages of articles written for an article more', async () => {
    using site = miniSite(archive());
    await site.built();
    site.write(
      'content/articles/nouveau.md',
      article({ date: '2014-05-20T11:00', section: 'chine', topics: ['energie'], dossiers: ['sommet'] }),
    );
    const written = await site.writtenBy(() => site.built());
    assert.deepEqual(
      written.filter(url => /^\/(?:chine|monde|sport)\/.*\.html$/.test(url)),
      [
        // It has no card of its own any more: thirty have one.
        '/chine/2011/11/10/a0.html',
        // The neighbour in the section, which has no furniture any more.
        '/chine/2014/02/10/a27.html',
        '/chine/2014/05/20/nouveau.html',
        // These have it, and in it what is newest.
        '/monde/2014/03/10/a28.html',
        '/sport/2014/04/10/a29.html',
      ],
    );
  });
});
