// Which months are looked at for the files that they name.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { monthsOf, someEntry } from '../../../tests/some-entries.ts';
import type { FoundMedia } from '../../article/article-media.ts';
import type { ContentSource } from '../../content/content-source.ts';
import { mediaIndex } from '../../media/find-media.ts';
import { lookAtMonths } from './files-of-months.ts';
import type { FolderOfFiles, MonthWithFiles, Rows } from './reading-memory.ts';

/** As it is named, before it is found. */
const PHOTOGRAPH = {
  role: 'image',
  src: '/a.png',
  focus: null,
  path: ['image', 'src'],
} as unknown as FoundMedia;
const NOBODY = { named: [], mistakes: [], folders: new Set<string>() };

function rows<Row>(known: ReadonlyMap<string, Row>): Rows<Row> {
  const map = new Map(known);
  return {
    get: key => map.get(key),
    has: key => map.has(key),
    all: () => map,
    put: (key, row) => void map.set(key, row),
    drop: key => void map.delete(key),
    get size() {
      return map.size;
    },
  };
}

/** The months that are looked at of three that show the same photograph; in April something is missing. */
function lookedAt(isSame: boolean): readonly string[] {
  const days = ['2014-03-10', '2014-04-10', '2014-05-10'];
  const entries = monthsOf(days.map(day => someEntry({ day, media: [PHOTOGRAPH] })));
  const known = entries.months.map(({ month, summary }): [string, MonthWithFiles] => [
    month,
    { folders: ['media'], content: summary.content, summary: month === '2014-04' ? null : summary },
  ]);
  const { looked } = lookAtMonths(
    entries,
    NOBODY,
    {
      index: mediaIndex(['media/a.png']),
      names: ['media'],
      isSame: () => isSame,
      filesIn: () => ['media/a.png'],
      markOf: () => 'mark',
    },
    {} as ContentSource,
    { monthsWithFiles: rows(new Map(known)), foldersOfFiles: rows<FolderOfFiles>(new Map()) },
  );
  return [...looked.keys()].sort();
}

describe('months that show one photograph', () => {
  it('are not looked at again because something is missing in another one', () => {
    assert.deepEqual(lookedAt(true), ['2014-04']);
  });

  it('are all looked at when it changes', () => {
    assert.deepEqual(lookedAt(false), ['2014-03', '2014-04', '2014-05']);
  });
});
