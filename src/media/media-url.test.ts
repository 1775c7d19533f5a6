import assert from 'node:assert/strict';
import { it } from 'node:test';
import { hashOf } from '../hash/hash.ts';
import { mediaUrl } from './media-url.ts';

it('the address of a film stands for its bytes, on every disk', () => {
  const url = mediaUrl(hashOf('un film'), '.mp4');
  assert.match(url, /^\/medias\/[a-z0-9]{2}\/[a-z0-9]{14}\.mp4$/);
  assert.equal(mediaUrl('_-AbCdEfGhIjKlMnOpQrS', '.vtt'), '/medias/01/abcdefghijklmn.vtt');
  assert.equal(mediaUrl(hashOf('un film'), '.mp4'), url);
  assert.notEqual(mediaUrl(hashOf('un autre film'), '.mp4'), url);
});
