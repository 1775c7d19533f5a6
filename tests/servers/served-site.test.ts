// nginx and Caddy, told what `npm run host` writes for them, and what readers then get.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { outputPath, urlOf } from '../../src/address/addresses.ts';
import { hostSnippet, SERVERS, type Server } from '../../src/engine/host-snippet.ts';
import { hashOf } from '../../src/hash/hash.ts';
import { contentTypeOf } from '../../src/host/content-type.ts';
import { fileClassOf } from '../../src/host/file-class.ts';
import { headersOfClass } from '../../src/host/security-headers.ts';
import { documentUrl, mediaUrl } from '../../src/media/media-url.ts';
import { policyOf } from '../browser/static-server.ts';
import { article, type MiniSite, miniSite } from '../mini-site.ts';
import { programMissing } from './programs.ts';
import { type RunningServer, startServer } from './start-server.ts';

const PORT_URL = '/asie/2014/05/20/port.html';
const FILM_URL = mediaUrl(hashOf('film'), '.mp4');
const REPORT_URL = documentUrl(hashOf('report'), 'rapport.pdf');

function movedSite(folder: string): MiniSite {
  const site = miniSite({
    'content/articles/port.md': article({
      section: 'asie',
      aliases: [
        '/vieux',
        '/ancien.html',
        '/élan/né.html',
        '/signes/a;b,c=d@e$f!.html',
        '/spip.php?article12',
        '/spip.php?id=3&page=é',
        '/?p=3',
        '/index.php',
        '/chine/2014/05/20/nom-d-alors.html',
      ],
    }),
    'content/articles/gare.md': article({
      title: 'La gare',
      section: 'monde',
      // Some at addresses where the site has a file, for every other question.
      aliases: [
        '/lire.php?id=1',
        '/lire.php?titre[0]=%C3%89té',
        '/flux.xml?format=rss',
        '/asie/2014/05/20/port.html?v=$a.b|c',
        '/monde?page=2',
      ],
    }),
    '_data/sections.yaml':
      '- { slug: asie, name: Asie, formerly: [chine, pays] }\n- { slug: monde, name: Monde }\n',
  });
  site.edit('_data/site.yaml', text =>
    text
      .replace(/^(baseUrl: .*?)\/?$/m, `$1${folder}`)
      .concat('host: nginx\nparticipation: https://avis.example\n'),
  );
  return site;
}

/** A folder for servers in which the site stands where its address says. */
function rootOf(site: MiniSite, folder: string): string {
  if (folder === '') return join(site.dir, '_site');
  const root = join(site.dir, 'root');
  mkdirSync(dirname(root + folder), { recursive: true });
  symlinkSync(join(site.dir, '_site'), root + folder);
  return root;
}

async function snippetOf(site: MiniSite, server: Server): Promise<string> {
  const made = await hostSnippet(site.options(), server);
  assert.ok(made.ok && made.value !== null);
  return made.value;
}

for (const server of SERVERS)
  for (const folder of ['', '/journal'])
    describe(`${server}${folder && ', of a site in a folder,'}`, { skip: programMissing(server) }, () => {
      let site: MiniSite;
      let running: RunningServer;
      before(async () => {
        site = movedSite(folder);
        await site.built();
        for (const [url, bytes] of [
          [FILM_URL, 'film'],
          [REPORT_URL, '%PDF-'],
          ['/images/logo.png', 'logo'],
          ['/essai.inconnu', '<script>alert(1)</script>'],
        ] as const)
          site.write(`_site/${outputPath(url)}`, bytes);
        site.write('_site/vide/rien.txt', 'Rien.');
        site.write('_site/.git/config', '[core]');
        site.write('_site/.well-known/security.txt', 'Contact.');
        running = await startServer(server, rootOf(site, folder), await snippetOf(site, server));
      });
      after(async () => {
        await running?.[Symbol.asyncDispose]();
        site?.[Symbol.dispose]();
      });
      const get = (url: string, init: RequestInit = {}): Promise<Response> =>
        fetch(running.origin + folder + url, { redirect: 'manual', ...init });
      /** Where an address leads for good, from the host's root; null: nowhere. */
      const ledTo = async (url: string): Promise<string | null> => {
        const response = await get(url);
        await response.arrayBuffer();
        const location = response.headers.get('location');
        if (response.status !== 301 || location === null) return null;
        assert.ok(location.startsWith(`${folder}/`), `${location} is from the root, and in the folder`);
        return location.slice(folder.length);
      };

      it('sends every file with the type, the time and the headers of its class', async () => {
        const input = {
          baseUrl: `https://portail.example${folder}`,
          participation: 'https://avis.example',
          furnitureMode: 'client' as const,
          inlineHashes: [...policyOf(site.page('/'))!.matchAll(/'sha256-([^']+)'/g)].map(([, hash]) => hash!),
        };
        const met = new Set<string>();
        const files = site.tree();
        for (const url of [...files.keys()].map(urlOf)) {
          if (url === '/404.html' || url === '/vide/rien.txt' || url.startsWith('/.')) continue;
          const response = await get(encodeURI(url));
          const bytes = Buffer.from(await response.arrayBuffer());
          // Aliases have pages as well, and rules before them.
          if (response.status === 301) continue;
          assert.ok(bytes.equals(files.get(outputPath(url))!), url);
          assert.equal(response.status, 200, url);
          assert.equal(response.headers.get('content-type'), contentTypeOf(url), url);
          for (const { name, value } of headersOfClass(fileClassOf(url), input))
            assert.equal(response.headers.get(name), value, `${name} of ${url}`);
          assert.equal(response.headers.has('content-security-policy'), fileClassOf(url) === 'page', url);
          met.add(fileClassOf(url));
        }
        assert.deepEqual([...met].sort(), ['asset', 'media', 'other', 'page']);
      });

      it('compresses texts, and nothing else', async () => {
        const encodingOf = async (url: string) => {
          const response = await get(url, { headers: { 'Accept-Encoding': 'gzip' } });
          await response.arrayBuffer();
          return response.headers.get('content-encoding');
        };
        assert.equal(await encodingOf('/'), 'gzip');
        assert.equal(await encodingOf('/flux.xml'), 'gzip');
        assert.equal(await encodingOf(FILM_URL), null);
      });

      it('leads on from old addresses of articles for good, with what follows « ? »', async () => {
        for (const old of [
          '/vieux',
          '/vieux/',
          '/ancien.html',
          '/%C3%A9lan/n%C3%A9.html',
          '/signes/a;b,c=d@e$f!.html',
          '/index.php',
          '/chine/2014/05/20/nom-d-alors.html',
          '/pays/2014/05/20/nom-d-alors.html',
        ]) {
          assert.equal(await ledTo(old), PORT_URL, old);
          assert.equal(
            await ledTo(`${old}?utm_source=lettre&x=%C3%A9`),
            `${PORT_URL}?utm_source=lettre&x=%C3%A9`,
            old,
          );
        }
      });

      it('leads on from addresses with a question, and from no other question', async () => {
        for (const old of ['/spip.php?article12', '/spip.php?id=3&page=%C3%A9', '/?p=3'])
          assert.equal(await ledTo(old), PORT_URL, old);
        for (const old of [
          '/lire.php?id=1',
          '/flux.xml?format=rss',
          `${PORT_URL}?v=$a.b%7Cc`,
          `${PORT_URL}?v=$a.b|c`,
          '/lire.php?titre[0]=%C3%89t%C3%A9',
          '/lire.php?titre%5B0%5D=%C3%89t%C3%A9',
          '/monde?page=2',
        ])
          assert.equal(await ledTo(old), '/monde/2014/05/20/gare.html', old);
        for (const [other, status] of [
          ['/spip.php?article13', 404],
          ['/spip.php', 404],
          ['/lire.php?id=12', 404],
          ['/?p=4', 200],
          ['/flux.xml?format=atom', 200],
          [`${PORT_URL}?v=$aXb%7Cc`, 200],
          ['/', 200],
        ] as const) {
          const response = await get(other);
          await response.arrayBuffer();
          assert.equal(response.status, status, other);
          const plain = await get(other.replace(/\?.*/, ''));
          await plain.arrayBuffer();
          for (const name of ['content-type', 'content-security-policy', 'cache-control'])
            assert.equal(response.headers.get(name), plain.headers.get(name), `${name} of ${other}`);
        }
      });

      it('leads on from all that was below an old slug', async () => {
        for (const slug of ['chine', 'pays'])
          for (const [old, today] of [
            ['', '/asie/'],
            ['/', '/asie/'],
            ['/2014/05/', '/asie/2014/05/'],
            ['/2014/05/20/port.html', PORT_URL],
            ['/2014/05/20/port.html?x=1', `${PORT_URL}?x=1`],
            ['/2014/05/20/n%C3%A9.html', '/asie/2014/05/20/n%C3%A9.html'],
          ] as const) {
            const to = await ledTo(`/${slug}${old}`);
            assert.equal(to && encodeURI(decodeURI(to)), today, `/${slug}${old}`);
          }
      });

      it('puts no line of a reader’s into an answer', async () => {
        const response = await get('/chine/a%0d%0aSet-Cookie:%20x=1');
        await response.arrayBuffer();
        assert.equal(response.headers.get('set-cookie'), null);
      });

      it('has the page of what is not found, with its status, and by no other name', async () => {
        const page = site.page('/404.html');
        for (const url of [
          '/rien',
          '/rien/',
          '/asie/rien.html',
          '/404.html',
          '/vide/',
          '/assets/quotidien.aaaaaaaaaaaa.css',
          '/images/aa/aaaaaaaaaaaa-640.avif',
        ]) {
          const response = await get(url);
          assert.equal(response.status, 404, url);
          assert.equal(await response.text(), page, url);
          assert.equal(response.headers.get('content-type'), 'text/html; charset=utf-8', url);
          assert.match(response.headers.get('content-security-policy') ?? '', /frame-ancestors/, url);
          assert.doesNotMatch(response.headers.get('cache-control') ?? '', /immutable/, url);
        }
      });

      it('sends readers of a folder without its slash to it, on this host', async () => {
        for (const url of ['/asie', '/asie?x=1', '/archives']) {
          const response = await get(url);
          await response.arrayBuffer();
          assert.equal(response.status, 301, url);
          assert.equal(
            response.headers.get('location')?.replace(running.origin, ''),
            folder + url.replace(/(\?|$)/, '/$1'),
          );
        }
      });

      it('gives nobody what a site writes down of itself, nor what an owner keeps hidden', async () => {
        assert.ok(site.holds('_site/.quotidien/site.json'));
        for (const url of [
          '/.quotidien/site.json',
          '/.quotidien/',
          '/.quotidien',
          '//.quotidien/site.json',
          '/asie/../.quotidien/site.json',
          '/%2equotidien/site.json',
          '/.quotidien%2fsite.json',
          '/.git/config',
          '/.git/',
          '/asie/.htaccess',
        ]) {
          const response = await get(url);
          assert.equal(response.status, 404, url);
          assert.equal(await response.text(), site.page('/404.html'), url);
        }
      });

      it('gives everybody what is well known (RFC 8615)', async () => {
        assert.equal(await (await get('/.well-known/security.txt')).text(), 'Contact.');
      });

      it('answers again only when a file has changed', async () => {
        const first = await get('/asie/');
        await first.arrayBuffer();
        const again = await get('/asie/', { headers: { 'If-None-Match': first.headers.get('etag')! } });
        assert.equal(again.status, 304);
      });

      if (folder !== '')
        it('leaves what is beside the folder as it is', async () => {
          const itself = await fetch(running.origin + folder, { redirect: 'manual' });
          await itself.arrayBuffer();
          assert.match(itself.headers.get('location') ?? '', /^(?:http:\/\/127\.0\.0\.1:\d+)?\/journal\/$/);
          const beside = await fetch(`${running.origin}/autre.html`);
          assert.notEqual(await beside.text(), site.page('/404.html'));
          assert.equal(beside.headers.get('content-security-policy'), null);
        });
    });

describe('npm run host', () => {
  const run = (site: MiniSite, ...args: readonly string[]) =>
    spawnSync(process.execPath, [join(import.meta.dirname, '../../src/cli/host.ts'), ...args], {
      cwd: site.dir,
      encoding: 'utf8',
    });

  it('writes for the server that the site names, or that is asked for, and builds nothing', async () => {
    using site = movedSite('');
    const { status, stdout, stderr } = run(site);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^# Écrit par .*\nlocation "\/" \{/);
    assert.equal(stdout.replace(/^#.*\n/, ''), await snippetOf(site, 'nginx'));
    assert.match(run(site, 'caddy').stdout, /^#.*\nhandle \{/);
    assert.ok(!site.holds('_site'));
  });

  it('writes a file whole, or says in a sentence why it can’t', () => {
    using site = movedSite('');
    const { status, stdout } = run(site, 'nginx', '--to', 'quotidien.conf');
    assert.equal(status, 0);
    assert.match(stdout, /^Réglages écrits\u00a0: quotidien\.conf\. /);
    assert.equal(site.read('quotidien.conf'), run(site, 'nginx').stdout);
    const refused = run(site, 'nginx', '--to', 'absent/quotidien.conf');
    assert.equal(refused.status, 2);
    assert.match(refused.stderr, /^«\u00a0absent\/quotidien\.conf/);
    const taken = run(site, 'nginx', '--to', 'content');
    assert.equal(taken.status, 2, taken.stderr);
    assert.ok(site.holds('content/articles/port.md'));
    assert.deepEqual(
      readdirSync(site.dir).filter(name => name.includes('half')),
      [],
    );
    assert.equal(run(site, 'nginx', '--to', '').status, 2);
  });

  it('asks which server is meant, in French', () => {
    using site = miniSite();
    const none = run(site);
    assert.equal(none.status, 2);
    assert.match(none.stderr, /^Dites pour quel serveur \(nginx et caddy\)/);
    const other = run(site, 'apache');
    assert.equal(other.status, 2);
    assert.match(other.stderr, /^«\u00a0apache\u00a0» n’est pas un serveur/);
    assert.equal(run(site, 'netlify').status, 2);
  });

  it('writes nothing while an article has a fault, whose old addresses would be lost', () => {
    using site = movedSite('');
    site.edit('content/articles/port.md', text => text.replace('date:', 'dat:'));
    const { status, stdout, stderr } = run(site, 'nginx');
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /content\/articles\/port\.md/);
  });
});
