import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundIn, type Row } from './search-months.ts';

const row = (title: string, summary = ''): Row => ['/', title, summary, '', ''];
const MONTHS: Readonly<Record<string, readonly Row[]>> = {
  may: [row('Météo', 'Un port'), row('Le port'), row('Autre')],
  april: [row('Port fermé')],
};

async function titles(months: readonly string[], asked: string[] = [], limit = Infinity): Promise<string[]> {
  const found: string[] = [];
  const fetchMonth = async (url: string): Promise<readonly Row[]> => {
    asked.push(url);
    const rows = MONTHS[url];
    if (!rows) throw new Error('404');
    return rows;
  };
  for await (const [, title] of foundIn(months, ['port'], fetchMonth)) {
    found.push(title);
    if (found.length === limit) break;
  }
  return found;
}

test('months keep their order, and within a month titles come first', async () => {
  assert.deepEqual(await titles(['may', 'april']), ['Le port', 'Météo', 'Port fermé']);
});

test('a month that does not load is left out', async () => {
  assert.deepEqual(await titles(['lost', 'april']), ['Port fermé']);
});

test('the search fetches no more months than the reader asks for, except a few ahead', async () => {
  const asked: string[] = [];
  await titles(['may', ...Array<string>(20).fill('april')], asked, 1);
  assert.equal(asked.length, 4);
});
