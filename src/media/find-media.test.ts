import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { styleMistake } from '../../tests/broken-sites/message-style.ts';
import { howMany } from '../../tests/soak/how-many.ts';
import { findMedia, mediaIndex } from './find-media.ts';

const PORT = 'articles/2014/05/port.md';

const index = mediaIndex([
  'articles/2014/05/port.jpg',
  'articles/2014/05/photos/grue.jpg',
  'articles/2014/05/Vue du port.jpg',
  'articles/2014/05/100%.jpg',
  'articles/2014/05/e\u0301te\u0301.jpg',
  'articles/2014/05/reportage.mp4',
  'articles/2014/05/reportage.vtt',
  'articles/2014/05/reportage-fin.jpg',
  'articles/2014/04/foire.jpg',
  'media/port.jpg',
  'media/drapeaux/chine.png',
  'media/Écluse.webp',
  'pages/equipe.jpg',
]);

function found(src: string, from = PORT): string {
  const result = findMedia(index, from, src);
  assert.ok(result.ok, result.ok ? '' : result.mistake.message);
  return result.file;
}

function missing(src: string, from = PORT, rule = 'missing-media'): string {
  const result = findMedia(index, from, src);
  assert.ok(!result.ok, `${src} is found`);
  assert.equal(result.mistake.rule, rule);
  assert.equal(styleMistake(result.mistake.message), null, result.mistake.message);
  return result.mistake.message.replace(/[\u00a0\u202f]/g, ' ');
}

describe('a file that an article names', () => {
  it('is looked for beside the article, then in content/media', () => {
    assert.equal(found('port.jpg'), 'articles/2014/05/port.jpg');
    assert.equal(found('photos/grue.jpg'), 'articles/2014/05/photos/grue.jpg');
    assert.equal(found('drapeaux/chine.png'), 'media/drapeaux/chine.png');
    assert.equal(found('port.jpg', 'articles/2014/04/foire.md'), 'media/port.jpg');
    assert.equal(found('equipe.jpg', 'pages/a-propos.md'), 'pages/equipe.jpg');
  });

  it('is in content/media when its name begins there', () => {
    assert.equal(found('/port.jpg'), 'media/port.jpg');
    assert.equal(found('media/port.jpg'), 'media/port.jpg');
    assert.equal(found('/media/port.jpg'), 'media/port.jpg');
    assert.equal(found('/drapeaux/chine.png'), 'media/drapeaux/chine.png');
  });

  it('may have spaces, accents, capitals, and signs of Markdown’s addresses', () => {
    assert.equal(found('Vue du port.jpg'), 'articles/2014/05/Vue du port.jpg');
    assert.equal(found('Vue%20du%20port.jpg'), 'articles/2014/05/Vue du port.jpg');
    assert.equal(found('100%.jpg'), 'articles/2014/05/100%.jpg');
    assert.equal(found('100%25.jpg'), 'articles/2014/05/100%.jpg');
    assert.equal(found('%C3%89cluse.webp'), 'media/Écluse.webp');
    assert.equal(found('./photos//grue.jpg'), 'articles/2014/05/photos/grue.jpg');
  });

  it('is the same whether its accents are one sign or two', () => {
    assert.equal(found('été.jpg'), 'articles/2014/05/e\u0301te\u0301.jpg');
    assert.equal(found('e\u0301te\u0301.jpg'), 'articles/2014/05/e\u0301te\u0301.jpg');
    assert.equal(found('E\u0301cluse.webp'), 'media/Écluse.webp');
  });
});

describe('a file that is not there', () => {
  it('gets a message with the places of the search', () => {
    assert.match(
      missing('avion.jpg'),
      /^Le fichier « avion\.jpg » est introuvable, à côté de l’article comme dans content\/media\. Corrigez/,
    );
    assert.match(missing('avion.jpg', 'pages/a-propos.md'), /à côté de la page comme/);
    assert.match(missing('/avion.jpg'), /introuvable dans content\/media\. Corrigez/);
  });

  it('is guessed when capitals, accents, folder or ending are wrong', () => {
    assert.match(missing('Port.jpg'), /Vouliez-vous dire « port\.jpg » \?/);
    assert.match(missing('Photos/Grue.JPG'), /Vouliez-vous dire « photos\/grue\.jpg » \?/);
    assert.match(missing('grue.jpg'), /Vouliez-vous dire « photos\/grue\.jpg » \?/);
    assert.match(missing('photos\\grue.jpg'), /Vouliez-vous dire « photos\/grue\.jpg » \?/);
    assert.match(missing('chine.jpg'), /Vouliez-vous dire « drapeaux\/chine\.png » \?/);
    assert.match(missing('ecluse.webp'), /Vouliez-vous dire « Écluse\.webp » \?/);
    assert.match(missing('ete.jpg'), /Vouliez-vous dire « été\.jpg » \?/);
    assert.match(missing('port'), /Vouliez-vous dire « port\.jpg » \?/);
  });

  it('is guessed from a misspelt name', () => {
    assert.match(missing('prot.jpg'), /Vouliez-vous dire « port\.jpg » \?/);
    assert.match(missing('drapeaux/chin.png'), /Vouliez-vous dire « drapeaux\/chine\.png » \?/);
  });

  it('is guessed by a name under which it would be found', () => {
    // « port.jpg » is the one beside the article.
    assert.match(missing('/Port.jpg'), /Vouliez-vous dire « (?:\/port|port)\.jpg » \?/);
    const crowded = mediaIndex([
      'articles/a/x.jpg',
      'media/x.jpg',
      'media/z/photo.jpg',
      'articles/a/photo.jpg',
    ]);
    const result = findMedia(crowded, 'articles/a/a.md', '/X.jpg');
    assert.match(result.ok ? '' : result.mistake.message, /Vouliez-vous dire «\u00a0\/?x\.jpg\u00a0»/);
  });

  it('is never guessed to be of another kind', () => {
    assert.doesNotMatch(missing('reportag.txt'), /Vouliez-vous/);
    assert.match(missing('reportag.mp4'), /Vouliez-vous dire « reportage\.mp4 » \?/);
  });

  it('is named with its folder when the article can’t show it from there', () => {
    assert.match(
      missing('foire.jpg'),
      /Il y en a un dans « content\/articles\/2014\/04 », qui ne sert que là/,
    );
  });

  it('is refused when its name leaves the folder', () => {
    for (const src of ['../04/foire.jpg', 'photos/../port.jpg', '%2e%2e/04/foire.jpg', '..\\port.jpg'])
      assert.match(missing(src, PORT, 'media-outside'), /contient « \.\. »/);
  });

  it('is printed without invisible characters, and shortened when it is long', () => {
    assert.match(missing('\u202eport\n.jpg'), /« \ufffdport\ufffd\.jpg »/);
    assert.match(missing('x'.repeat(5000)), /« x{79}… »/);
  });
});

it('no name makes the search throw or leave the content folder', () => {
  const piece = fc.constantFrom('/', '..', '.', '%', '%2f', '%2E', 'media', 'port.jpg', '\\', 'é', '\0', ' ');
  const name = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 8 }).map(pieces => pieces.join('')),
  );
  fc.assert(
    fc.property(name, src => {
      const result = findMedia(index, PORT, src);
      if (result.ok) assert.ok(index.find(result.file.normalize('NFC')) === result.file);
      else assert.equal(styleMistake(result.mistake.message), null, result.mistake.message);
    }),
    howMany('file names'),
  );
});
