// nginx, Apache and Varnish put the furniture into pages of the archive: readers get what pages that carry it have, and a new flash on an old article.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { hostSnippet } from '../../src/engine/host-snippet.ts';
import { purgerFrom } from '../../src/purge/purger-from-environment.ts';
import type { FurnitureMode } from '../../src/site/furniture-modes.ts';
import { hurriedPace } from '../asking/hurried-pace.ts';
import { article, type MiniSite, miniSite } from '../mini-site.ts';
import { programMissing } from './programs.ts';
import { type RunningServer, startServer } from './start-server.ts';

const OLD = '/chine/2014/05/10/gare.html';
const CARRIES = '/chine/2014/05/20/port.html';
const BAND = '/furniture/bandeau.html';

/** The block of code of this kind in a page of our documentation, below a line that begins so. */
function snippet(page: string, below: string, kind: string): string {
  const docs = readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8');
  const code = docs.slice(docs.indexOf(below)).split(`\`\`\`${kind}\n`)[1]?.split('```')[0];
  assert.ok(docs.includes(below) && code, `docs/${page} gives no ${kind} below ${below}`);
  return code;
}

/** Two articles, of which the newest alone carries the furniture, which has everything. */
function furnishedSite(mode: FurnitureMode, folder: string): MiniSite {
  const site = miniSite({
    'content/articles/port.md': article({ flash: 'Le port rouvre & travaille', pick: true }),
    'content/articles/gare.md': `${article({ title: 'La gare', date: '2014-05-10T08:00' })}
\`<!--#include virtual="/flux.xml" -->\` et \`<esi:include src="/flux.xml"/>\`
`,
    '_data/weather.json': JSON.stringify({
      date: '2014-05-20T06:00+08:00',
      source: 'Météo',
      cities: ['beijing', 'paris'].map(slug => ({
        slug,
        name: slug,
        days: [{ day: '2014-05-20', sky: 'rain', high: 20, low: 10 }],
      })),
    }),
    '_data/most-read.json': JSON.stringify({ date: '2014-05-20T12:00+08:00', addresses: [CARRIES, OLD] }),
    '_data/polls.yaml': JSON.stringify([
      {
        slug: 'transport',
        question: 'Oui ?',
        choices: ['oui', 'non'].map(slug => ({ slug, text: slug })),
        opens: '2014-05-01',
        closes: '2014-06-01',
      },
    ]),
  });
  site.edit('_data/site.yaml', text =>
    text
      .replace('furnitureArticles: 3', `furnitureArticles: 1\nfurnitureMode: ${mode}\nhost: nginx`)
      .replace(/^(baseUrl: .*)$/m, `$1${folder}`)
      .concat('participation: https://avis.example\n'),
  );
  return site;
}

/** What is furniture of a page, region by region. */
function furnitureOf(html: string): readonly string[] {
  const between = (from: string, to: string): string => {
    const start = html.indexOf(from);
    assert.ok(start !== -1, `no ${from}`);
    return html.slice(start, html.indexOf(to, start));
  };
  return [
    between('<div class="topbar">', '<form class="search"'),
    between('</header>', '<nav class="breadcrumb"'),
    between('<aside class="furniture"', '</aside>'),
  ];
}

async function nginxOf(site: MiniSite, root: string): Promise<RunningServer> {
  const made = await hostSnippet(site.options(), 'nginx');
  assert.ok(made.ok && made.value !== null);
  return startServer('nginx', root, made.value);
}

interface Served {
  readonly origin: string;
  /** Tells whoever keeps pages of one that is to be shown anew. */
  readonly purge: (url: string) => Promise<void>;
  readonly stop: () => PromiseLike<void>;
}

const nothingIsKept = async (): Promise<void> => {};

const SERVERS: Readonly<
  Record<string, { readonly mode: FurnitureMode; readonly serve: (site: MiniSite) => Promise<Served> }>
> = {
  nginx: {
    mode: 'ssi',
    async serve(site) {
      const nginx = await nginxOf(site, join(site.dir, '_site'));
      return { origin: nginx.origin, purge: nothingIsKept, stop: () => nginx[Symbol.asyncDispose]() };
    },
  },
  apache2: {
    mode: 'ssi',
    async serve(site) {
      const root = join(site.dir, '_site');
      const settings = snippet('hosting.md', '**Apache.**', 'apache').replaceAll('/srv/quotidien', root);
      const apache = await startServer('apache2', root, settings);
      return { origin: apache.origin, purge: nothingIsKept, stop: () => apache[Symbol.asyncDispose]() };
    },
  },
  varnishd: {
    mode: 'esi',
    async serve(site) {
      const nginx = await nginxOf(site, join(site.dir, '_site'));
      const vcl = snippet('purge.md', '## Varnish', 'vcl') + snippet('hosting.md', '**Varnish.**', 'vcl');
      const { port } = new URL(nginx.origin);
      const varnish = await startServer('varnishd', '', vcl.replace('.port = "8080"', `.port = "${port}"`));
      const host = new URL(varnish.origin).host;
      const purger = purgerFrom({
        cdn: 'varnish',
        environment: { PURGE_URLS: varnish.origin },
        baseUrl: `http://${host}`,
        pace: hurriedPace(),
      });
      assert.ok(purger.ok);
      return {
        origin: varnish.origin,
        async purge(url) {
          const { refusals } = await purger.purger.purge({ urls: [url] });
          assert.deepEqual(refusals, []);
        },
        async stop() {
          await varnish[Symbol.asyncDispose]();
          await nginx[Symbol.asyncDispose]();
        },
      };
    },
  },
};

for (const [program, { mode, serve }] of Object.entries(SERVERS)) {
  const missing = programMissing(program) || (program === 'varnishd' && programMissing('nginx'));
  describe(`${program}, with furnitureMode: ${mode},`, { skip: missing }, () => {
    let site: MiniSite;
    let served: Served;
    before(async () => {
      site = furnishedSite(mode, '');
      await site.built();
      served = await serve(site);
    });
    after(async () => {
      await served?.stop();
      site?.[Symbol.dispose]();
    });
    const get = async (url: string): Promise<string> => {
      const response = await fetch(served.origin + url);
      assert.equal(response.status, 200, url);
      return response.text();
    };

    it('gives readers of an old article the furniture of a page that carries it, byte for byte', async () => {
      const expected = furnitureOf(site.page(CARRIES));
      for (const word of [
        'mardi 20',
        'paris',
        'rouvre &amp; travaille',
        'ranked',
        '<poll-vote class="fresh"',
        'Le sommet',
      ])
        assert.ok(expected.join('').includes(word), word);
      assert.deepEqual(furnitureOf(await get(OLD)), expected);
      // Whose status may say that it is not found.
      const notFound = await fetch(`${served.origin}/404.html`);
      assert.deepEqual(furnitureOf(await notFound.text()), expected);
      assert.deepEqual(furnitureOf(await get('/archives/2014/05/10/')), expected);
    });

    it('puts nothing else in, whatever an editor writes', async () => {
      const page = await get(OLD);
      assert.ok(page.includes('&lt;!--#include virtual='));
      assert.ok(page.includes('&lt;esi:include src='));
      assert.ok(!page.includes('<feed'));
      assert.doesNotMatch(page, /<!--#|<esi:|an error occurred/);
    });

    it('shows a new flash on an old article, of which no file has changed, also to browsers that have the page', async () => {
      const first = await fetch(served.origin + OLD);
      const old = await first.text();
      assert.ok(!old.includes('Le pont ferme'));
      // As browsers ask: by the marks that they were given.
      const [etag, modified] = ['etag', 'last-modified'].map(name => first.headers.get(name));
      const conditions = {
        ...(etag && { 'If-None-Match': etag }),
        ...(modified && { 'If-Modified-Since': modified }),
      };
      site.write(
        'content/articles/pont.md',
        article({ title: 'Le pont', flash: 'Le pont ferme', date: '2014-05-20T14:00' }),
      );
      const written = await site.writtenBy(() => site.built());
      assert.ok(written.includes(BAND));
      assert.ok(!written.includes(OLD));
      await served.purge(BAND);
      const again = await fetch(served.origin + OLD, { headers: conditions });
      assert.equal(again.status, 200);
      assert.ok((await again.text()).includes('Le pont ferme'));
      await served.purge('/chine/2014/05/20/pont.html');
      assert.deepEqual(
        furnitureOf(await get(OLD))[1],
        furnitureOf(site.page('/chine/2014/05/20/pont.html'))[1],
      );
    });

    it('tells who asks for the ticker again whether it has changed', async () => {
      const first = await fetch(served.origin + BAND);
      await first.arrayBuffer();
      const again = await fetch(served.origin + BAND, {
        headers: { 'If-None-Match': first.headers.get('etag')! },
      });
      assert.equal(again.status, 304);
    });

    it('gives readers a page without furniture where there is none to put in, and no error', async () => {
      site.edit('_data/site.yaml', text => `${text}furniture: []\n`);
      await site.built();
      for (const part of ['bandeau', 'colonne', 'en-tete']) {
        assert.equal(site.page(`/furniture/${part}.html`), '');
        await served.purge(`/furniture/${part}.html`);
      }
      const withoutEmptyLines = (text: string): string => text.replace(/\n+/g, '\n');
      const page = site.page('/chine/2014/05/20/pont.html');
      assert.deepEqual(
        furnitureOf(await get(OLD)).map(withoutEmptyLines),
        furnitureOf(page).map(withoutEmptyLines),
      );
    });
  });
}

describe('a site in a folder', () => {
  for (const [mode, include] of [
    ['ssi', '<!--#include virtual="/journal/furniture/bandeau.html" -->'],
    ['esi', '<esi:include src="/journal/furniture/bandeau.html"/>'],
  ] as const)
    it(`has its furniture put in from there, with furnitureMode: ${mode}`, async () => {
      using site = furnishedSite(mode, '/journal');
      await site.built();
      assert.ok(site.page(OLD).includes(`\n${include}\n`));
      assert.ok(!site.page(OLD).includes('"/furniture/'));
    });
});
