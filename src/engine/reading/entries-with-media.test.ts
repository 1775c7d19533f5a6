import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FoundMedia, MediaReference } from '../../article/article-media.ts';
import type { ReadEntry } from '../../edition/entry.ts';
import { plainEntry } from '../../edition/plain-entry.ts';
import { withMedia } from './entries-with-media.ts';

const COVER = { src: 'port.jpg', role: 'cover' } as unknown as MediaReference;
const ENTRY: ReadEntry = {
  file: 'articles/port.md',
  folder: 'articles',
  slug: 'port',
  section: 'chine',
  date: 1,
  day: '2014-05-20',
  from: 2,
  expires: 3,
  changed: { at: 3, field: 'updated' },
  draft: true,
  authors: ['Zoé Li'],
  topics: ['climat'],
  dossiers: ['mer'],
  flash: { text: null, until: null },
  pick: true,
  priority: 4,
  aliases: ['/port'],
  id: 'port-2014',
  withdrawn: 'Faux',
  translations: [],
  comments: 'closed',
  media: [COVER],
  map: null,
  links: ['/contact/'],
  articleHash: 5,
  cardHash: 6,
  linkHash: 7,
  addressHash: 8,
  bodyHash: 9,
};

function found(hash: string): FoundMedia {
  return { ...COVER, file: 'media/port.jpg', facts: { kind: 'page', url: `/${hash}/` } } as FoundMedia;
}

describe('an entry with the files that it names', () => {
  it('is the entry in all but these files, and changes with their bytes', () => {
    const media = [found('a')];
    const entry = withMedia(ENTRY, media);
    const { media: itsMedia, articleHash, cardHash, ...others } = plainEntry(entry);
    const { media: _, articleHash: alone, cardHash: __, ...expected } = ENTRY;
    assert.deepEqual(others, expected);
    assert.equal(itsMedia, media);
    assert.notEqual(articleHash, alone);
    assert.notEqual(withMedia(ENTRY, [found('b')]).articleHash, articleHash);
    assert.equal(withMedia(ENTRY, [found('a')]).articleHash, articleHash);
    assert.equal(typeof cardHash, 'number');
  });
});
