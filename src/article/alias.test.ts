// Which old addresses an editor may write: those of any program that newsrooms have had.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { redirectUrl } from '../address/old-address.ts';
import { aliasMistake } from './alias.ts';

/** The old address, and that of the page that leads on; null: only a rule of the host's can. */
const ROWS: readonly (readonly [alias: string, page: string | null])[] = [
  ['/ancien/port.html', '/ancien/port.html'],
  ['/ancien/port.htm', '/ancien/port.htm'],
  ['/ancien/', '/ancien/'],
  ['/2014/05/titre', '/2014/05/titre/'],
  ['/2014/05/v1.2-beta', '/2014/05/v1.2-beta/'],
  ['/article.php', '/article.php/'],
  ['/Article.aspx', '/Article.aspx/'],
  ['/actu/port.shtml', '/actu/port.shtml/'],
  ['/blog.php/2014/05/titre', '/blog.php/2014/05/titre/'],
  ['/cgi-bin/lire.pl/12', '/cgi-bin/lire.pl/12/'],
  ['/port-(suite)', '/port-(suite)/'],
  ['/spip.php?article12', null],
  ['/?p=123', null],
  ['/chine/?p=123', null],
  ['/article.php?id=12&lang=fr', null],
  ['/article.php?titre=l%27%C3%A9t%C3%A9', null],
  ['/archive.zip?id=3', null],
  // A page there would stand before the front page on some hosts.
  ['/index.php', null],
  ['/index.php/2014/05/titre', null],
  ['/actu/Default.aspx', null],
  ['/index.html', '/index.html'],
];

describe('an old address', () => {
  for (const [alias, page] of ROWS)
    it(`${alias} may be written, and ${page === null ? 'needs a rule of the host’s' : `is answered by ${page}`}`, () => {
      assert.equal(aliasMistake(alias), null);
      assert.equal(redirectUrl(alias), page);
    });
});
