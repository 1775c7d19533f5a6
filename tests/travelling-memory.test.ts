// What the memory holds of content goes for any machine: what is true of one disk alone stands apart, and can be lost.
import assert from 'node:assert/strict';
import { cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import { article, type BuildChanges, type MiniSite, miniSite } from './mini-site.ts';

const COMMENT = 'date: 2014-05-20T14:00\nname: Lin\ntext: Bien.\n';
const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30"/></svg>';

function portal(): MiniSite {
  return miniSite({
    'content/articles/2014/05/port.md': article({
      image: { src: 'port.svg', alt: 'Le port', credit: 'Xinhua' },
    }),
    'content/articles/2014/05/port.svg': DRAWING,
    'content/articles/2014/05/gare.md': article({ title: 'La gare rouvre' }),
    'content/comments/2014/05/port/0001.yaml': COMMENT,
  });
}

/** All rows of the memory but the stamps, as text. */
function rowsForAnyMachine(site: MiniSite): string {
  using database = new DatabaseSync(join(site.dir, '.cache/memory.sqlite'), { readOnly: true });
  const tables = ['row', 'part', 'former', "bucket WHERE kind <> 'stamp'"];
  return JSON.stringify(tables.map(table => database.prepare(`SELECT * FROM ${table}`).all()));
}

function forgetStamps(site: MiniSite): void {
  using database = new DatabaseSync(join(site.dir, '.cache/memory.sqlite'));
  database.exec("DELETE FROM bucket WHERE kind = 'stamp'");
}

/** As if somebody had checked it out anew: other inodes, other times. */
function checkOutAgain(site: MiniSite): void {
  const content = join(site.dir, 'content');
  cpSync(content, `${content}-copy`, { recursive: true });
  rmSync(content, { recursive: true });
  renameSync(`${content}-copy`, content);
}

/** How many articles were opened. */
async function opened(site: MiniSite, changes: BuildChanges = {}): Promise<number> {
  let articles = 0;
  await site.built({
    ...changes,
    onProgress(phase, done) {
      if (phase === 'read') articles = done;
    },
  });
  return articles;
}

/** An hour on, no file is so fresh that its stamp is empty. */
function laterThanFiles({ mock }: TestContext): void {
  const realNow = Date.now;
  mock.method(Date, 'now', () => realNow() + 3_600_000);
}

describe('what the memory holds of content', () => {
  it('is the same after a new checkout, which is read once and renders nothing', async () => {
    using site = portal();
    await site.built();
    const before = rowsForAnyMachine(site);
    checkOutAgain(site);
    const { pages, images } = await site.built();
    assert.deepEqual([pages.rendered, pages.written, images.decoded], [0, 0, 0]);
    assert.equal(rowsForAnyMachine(site), before);
  });

  it('serves without any stamp', async () => {
    using site = portal();
    await site.built();
    const before = rowsForAnyMachine(site);
    forgetStamps(site);
    const { pages } = await site.built();
    assert.deepEqual([pages.rendered, pages.written], [0, 0]);
    assert.equal(rowsForAnyMachine(site), before);
  });

  it('spares the reading of files that have the stamps that are remembered', async context => {
    using site = portal();
    laterThanFiles(context);
    assert.equal(await opened(site), 2);
    assert.equal(await opened(site), 0);
    checkOutAgain(site);
    assert.equal(await opened(site), 2);
    assert.equal(await opened(site), 0);
    forgetStamps(site);
    assert.equal(await opened(site), 2);
    site.edit('content/articles/2014/05/gare.md', text => text.replace('gare', 'halte'));
    assert.equal(await opened(site), 1);
  });

  it('is left unread of an archive in which nothing changed', async context => {
    laterThanFiles(context);
    const files: Record<string, string> = {};
    for (let month = 0; month < 60; month++) {
      const yearAndMonth = `${2009 + Math.floor(month / 12)}/${String((month % 12) + 1).padStart(2, '0')}`;
      files[`content/articles/${yearAndMonth}/ancien.md`] = article({
        title: `Ancien ${month}`,
        section: 'monde',
        date: `${yearAndMonth.replace('/', '-')}-10T10:00`,
        topics: month < 30 ? ['energie'] : ['ukraine'],
        aliases: month % 5 === 0 ? [`/vieux/${month}`] : [],
      });
    }
    // The search offers headlines of the newest three hundred.
    for (let number = 0; number < 300; number++)
      files[`content/articles/2014/04/neuf-${number}.md`] = article({
        title: `Neuf ${number}`,
        section: 'monde',
        date: '2014-04-20T10:00',
      });
    using site = miniSite({ ...files, 'content/articles/2014/05/port.md': article() });
    const few = { sectionLength: 1, sectionDepth: 0, homeSectionLength: 1, feedLength: 1, topicLength: 2 };
    const settings = { ...few, furnitureArticles: 1, socialCards: 1 };
    for (const [name, number] of Object.entries(settings))
      site.edit(
        '_data/site.yaml',
        text => `${text.replace(new RegExp(`^${name}:.*\\n`, 'm'), '')}${name}: ${number}\n`,
      );
    await site.built();
    damage(site, ['2009/01', '2009/06', '2010/11', '2011/02']);
    site.write('content/articles/2014/05/gare.md', article({ title: 'La gare', date: '2014-05-20T12:00' }));
    const { pages } = await site.built();
    // With one of the damaged parts read, all pages would be made anew.
    assert.ok(pages.rendered < 40, `${pages.rendered}`);
  });
});

/** Makes unreadable what is kept of the articles of these months, but for what lists know of all articles. */
function damage(site: MiniSite, months: readonly string[]): void {
  using database = new DatabaseSync(join(site.dir, '.cache/memory.sqlite'));
  const spoil = database.prepare("UPDATE bucket SET rows = 'damaged' WHERE kind = 'mark' AND rows LIKE ?");
  for (const month of months) assert.equal(spoil.run(`%articles/${month}/%`).changes, 1);
}
