import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { styleMistake } from '../../tests/broken-sites/message-style.ts';
import { isMediaFile, type MediaKind, mediaKindMistake, mediaKindOf } from './media-kinds.ts';

describe('the kind of a file', () => {
  it('follows from its ending, in small letters or capitals', () => {
    const kinds = ['Port.JPG', 'media/drapeaux/chine.svg', 'a.b.webm', 'son.opus', 'x.vtt', 'x.txt'].map(
      mediaKindOf,
    );
    assert.deepEqual(kinds, ['photograph', 'photograph', 'video', 'audio', 'captions', 'transcript']);
  });

  it('is none of what articles do not show', () => {
    for (const name of ['port.md', 'notes.dwg', 'jpg', '.jpg', 'photos.jpg/LISEZMOI', 'port.'])
      assert.equal(isMediaFile(name), false, name);
  });
});

describe('a file with the ending of another kind', () => {
  const said = (name: string, wanted: MediaKind): string | null => {
    const mistake = mediaKindMistake(name, wanted);
    if (mistake === null) return null;
    assert.equal(styleMistake(mistake.message), null, mistake.message);
    return `${mistake.rule}: ${mistake.message.replace(/[\u00a0\u202f]/g, ' ')}`;
  };

  it('is sent to its own field', () => {
    assert.match(said('film.mp4', 'photograph')!, /^wrong-media-kind: .*est une vidéo.*sous « video »/);
    assert.match(said('photo.jpg', 'video')!, /^wrong-media-kind: .*est une photo.*sous « image »/);
    assert.match(
      said('plan.pdf', 'photograph')!,
      /^wrong-media-kind: .*est un document.*\[le titre\]\(plan\.pdf\)/,
    );
    assert.match(said('film.mp4', 'document')!, /^wrong-media-kind: .*sous « video »/);
    assert.match(said('film.vtt', 'transcript')!, /^wrong-media-kind: .*sous-titres.*sous « captions »/);
  });

  it('comes with the way to a format that pages take', () => {
    assert.match(said('film.mov', 'video')!, /^unknown-media-type: .*en MP4/);
    assert.match(said('son.wav', 'audio')!, /^unknown-media-type: .*en MP3/);
    assert.match(
      said('film.srt', 'captions')!,
      /^unknown-media-type: .*WebVTT.*un point au lieu de la virgule/,
    );
    assert.match(said('texte.docx', 'transcript')!, /^unknown-media-type: .*texte simple \(\.txt\)/);
    assert.match(said('texte.pdf', 'transcript')!, /^unknown-media-type: .*texte simple \(\.txt\)/);
    assert.match(said('plan.dwg', 'photograph')!, /^unknown-media-type: .*une photo, en JPEG, PNG/);
  });

  it('is no mistake of a film or a sound, which only their bytes tell apart', () => {
    assert.equal(said('son.mp4', 'audio'), null);
    assert.equal(said('film.mp4', 'video'), null);
    assert.equal(said('Port.JPG', 'photograph'), null);
    // A name without ending is no mistake here: the search for the file guesses it.
    assert.equal(said('port', 'photograph'), null);
  });
});
