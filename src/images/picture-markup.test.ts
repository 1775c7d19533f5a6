import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Picture } from './picture.ts';
import { pictureMarkup } from './picture-markup.ts';

const PICTURE: Picture = {
  src: '/images/3f/a-800.jpg',
  width: 1200,
  height: 675,
  sources: [
    { type: 'image/avif', srcset: '/images/3f/a-480.avif 480w, /images/3f/a-1200.avif 1200w' },
    { type: 'image/webp', srcset: '/images/3f/a-480.webp 480w, /images/3f/a-1200.webp 1200w' },
  ],
  sizes: '(min-width: 64em) 44rem, 100vw',
  tone: 17,
};
const DRAWING: Picture = { src: '/ciel.svg', width: 64, height: 64, sources: [], sizes: '', tone: null };

describe('a picture on a page', () => {
  it('offers the better formats first, and holds its place while it loads', () => {
    assert.equal(
      pictureMarkup(PICTURE, { alt: 'Le port', when: 'now' }),
      '<picture>' +
        '<source type="image/avif" srcset="/images/3f/a-480.avif 480w, /images/3f/a-1200.avif 1200w" sizes="(min-width: 64em) 44rem, 100vw">' +
        '<source type="image/webp" srcset="/images/3f/a-480.webp 480w, /images/3f/a-1200.webp 1200w" sizes="(min-width: 64em) 44rem, 100vw">' +
        '<img src="/images/3f/a-800.jpg" alt="Le port" width="1200" height="675" class="tone-17" decoding="async">' +
        '</picture>',
    );
  });

  it('is loaded before all else when it leads the page, and late when it stands far below', () => {
    const attributes = (when: 'first' | 'late') =>
      pictureMarkup(PICTURE, { alt: '', when }).match(/<img.*>/)![0];
    assert.match(attributes('first'), / fetchpriority="high">/);
    assert.doesNotMatch(attributes('first'), /lazy|async/);
    assert.match(attributes('late'), / loading="lazy" decoding="async">/);
  });

  it('keeps its empty alternative when it is decoration', () => {
    assert.match(pictureMarkup(PICTURE, { alt: '', when: 'now' }), / alt="" /);
  });

  it('cannot be left by any words', () => {
    const markup = pictureMarkup(DRAWING, { alt: '"><script>alert(1)</script>&copy;', when: 'now' });
    assert.match(markup, / alt="&quot;&gt;&lt;script&gt;alert\(1\)&lt;\/script&gt;&amp;copy;" /);
    assert.equal(markup.match(/[<>]/g)!.join(''), '<>');
  });

  it('is a plain image when it is a drawing of the theme', () => {
    assert.equal(
      pictureMarkup(DRAWING, { alt: 'Soleil', when: 'late' }),
      '<img src="/ciel.svg" alt="Soleil" width="64" height="64" loading="lazy" decoding="async">',
    );
  });
});
