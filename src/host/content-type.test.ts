import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentTypeOf } from './content-type.ts';

describe('the type of a file', () => {
  const TYPES = {
    '/': 'text/html; charset=utf-8',
    '/chine/': 'text/html; charset=utf-8',
    '/chine/2014/05/20/port.html': 'text/html; charset=utf-8',
    '/assets/quotidien.abcdefghijkl.css': 'text/css; charset=utf-8',
    '/assets/quotidien.abcdefghijkl.js': 'text/javascript; charset=utf-8',
    '/assets/serif.abcdefghijkl.woff2': 'font/woff2',
    '/assets/icons.abcdefghijkl.svg': 'image/svg+xml; charset=utf-8',
    '/recherche/2014-05.json': 'application/json',
    '/flux.xml': 'application/atom+xml; charset=utf-8',
    '/chine/flux.xml': 'application/atom+xml; charset=utf-8',
    '/sujets/energie/flux.xml': 'application/atom+xml; charset=utf-8',
    '/rss.xml': 'application/rss+xml; charset=utf-8',
    '/chine/flux.json': 'application/feed+json',
    '/a/b/c/flux.xml': 'application/xml; charset=utf-8',
    '/autre-rss.xml': 'application/xml; charset=utf-8',
    '/plan.xml': 'application/xml; charset=utf-8',
    '/polices.txt': 'text/plain; charset=utf-8',
    '/site.webmanifest': 'application/manifest+json',
    '/images/3f/0a.avif': 'image/avif',
    '/images/3f/0a.webp': 'image/webp',
    '/images/3f/0a.JPG': 'image/jpeg',
    '/images/3f/0a.png': 'image/png',
    '/medias/3f/0a.mp4': 'video/mp4',
    '/medias/3f/0a.webm': 'video/webm',
    '/medias/3f/0a.mp3': 'audio/mpeg',
    '/medias/3f/0a.vtt': 'text/vtt; charset=utf-8',
    '/medias/3f/0a/rapport.pdf': 'application/pdf',
    '/medias/3f/0a/sommet.ics': 'text/calendar; charset=utf-8',
    '/medias/3f/0a/budget.csv': 'text/csv; charset=utf-8',
    '/CNAME': 'application/octet-stream',
    '/essai.inconnu': 'application/octet-stream',
  };
  for (const [url, type] of Object.entries(TYPES))
    it(`at ${url} is ${type}`, () => assert.equal(contentTypeOf(url), type));
});
