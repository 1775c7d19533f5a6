// What hosts read beside a site, `/_headers` and `/_redirects`, against the site that was built.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { urlOf } from '../src/address/addresses.ts';
import { themeAssets } from '../src/engine/assets/assets.ts';
import { THEME_DIR } from '../src/engine/rendering/templates.ts';
import { fileClassOf } from '../src/host/file-class.ts';
import { sharedDemonstration } from './browser/shared-demonstration.ts';
import { readHeaders, readRedirects } from './host-readers.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';
import { treeOf } from './tree.ts';

const withHost = (site: MiniSite, host: string): void =>
  site.edit('_data/site.yaml', text => `${text.replace(/host: .*\n/, '')}host: ${host}\n`);

describe('of the demonstration', () => {
  it('what has a hash is told from what has none, file by file', async () => {
    const { outputDir, files } = await sharedDemonstration();
    using site = miniSite();
    const made = await themeAssets(THEME_DIR, `${site.dir}/.cache`, '');
    assert.ok(made.ok);
    const assets = new Set(made.value.files.map(({ url }) => url).filter(url => url !== '/polices.txt'));
    const urls = new Set([...[...treeOf(outputDir).keys()].map(urlOf), ...files.keys()]);
    const others: string[] = [];
    for (const url of urls) {
      const fileClass = fileClassOf(url);
      assert.equal(fileClass === 'asset', assets.has(url), url);
      assert.equal(fileClass === 'media', files.has(url), url);
      if (fileClass === 'other') others.push(url);
    }
    assert.ok(assets.size > 10 && files.size > 100);
    assert.deepEqual(others.filter(url => !url.startsWith('/assets/specimen')).sort(), [
      '/.well-known/security.txt',
      '/7c1e5f0a9d3b4682a1.txt',
      '/apple-touch-icon.png',
      '/favicon.ico',
      '/favicon.svg',
      '/icone-192.png',
      '/icone-512-rognable.png',
      '/icone-512.png',
      '/llms.txt',
      '/manifest.webmanifest',
      '/polices.txt',
      '/robots.txt',
    ]);
  });
});

describe('the headers', () => {
  for (const host of ['netlify', 'cloudflare'] as const)
    for (const folder of ['', '/journal'])
      it(`are told to ${host}${folder && ' of a site in a folder'}: once each, and for ever what has a hash`, async () => {
        using site = miniSite({ 'content/articles/port.md': article() });
        withHost(site, host);
        site.edit('_data/site.yaml', text => text.replace(/^(baseUrl: .*?)\/?$/m, `$1${folder}`));
        await site.built();
        const rules = readHeaders(site.read('_site/_headers'), host);
        assert.ok(rules.count <= 100);
        const urls = [...site.tree().keys()].map(urlOf);
        for (const url of urls) {
          const headers = rules.of(folder + encodeURI(url));
          const isKept = ['asset', 'media'].includes(fileClassOf(url));
          assert.equal(headers.get('x-content-type-options'), 'nosniff', url);
          assert.equal(headers.get('cache-control')?.endsWith('immutable') ?? false, isKept, url);
          assert.equal(headers.has('strict-transport-security'), folder === '');
        }
        assert.ok(
          urls.some(url => fileClassOf(url) === 'asset') && urls.some(url => fileClassOf(url) === 'media'),
        );
        assert.match(rules.of(`${folder}/chine/`).get('content-security-policy')!, /frame-ancestors 'none'/);
        assert.equal(
          rules.of(`${folder}/flux.xml`).get('content-type'),
          'application/atom+xml; charset=utf-8',
        );
        for (const url of ['/images/ab/cd.avif', '/medias/ab/cd.mp4', '/medias/ab/cd/rapport.pdf'])
          assert.equal(rules.of(folder + url).get('cross-origin-resource-policy'), 'cross-origin');
        assert.equal(rules.of(`${folder}/images/logo.png`).has('cache-control'), false, 'an owner’s own');
        if (folder !== '') assert.equal(rules.of('/chine/').size, 0, 'beside the folder');
      });

  it('allow forms to the service of the readers', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    withHost(site, 'netlify');
    site.edit('_data/site.yaml', text => `${text}participation: https://avis.example\n`);
    await site.built();
    const policy = readHeaders(site.read('_site/_headers'), 'netlify').of('/').get('content-security-policy');
    assert.match(policy!, /form-action 'self' https:\/\/avis\.example;/);
  });

  for (const host of ['none', 'gitlab', 'nginx', 'caddy'])
    it(`are in no file for ${host}`, async () => {
      using site = miniSite({ 'content/articles/port.md': article({ aliases: ['/vieux/'] }) });
      withHost(site, host);
      await site.built();
      assert.ok(!site.has('/_headers') && !site.has('/_redirects'));
    });

  it('stand beside no file of the owner’s of that name', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    withHost(site, 'netlify');
    site.editTheme('static/_headers', () => '/*\n  X-Essai: 1\n');
    const outcome = await site.build();
    assert.deepEqual(outcome.ok ? [] : outcome.problems.map(({ rule }) => rule), ['address-twice']);
  });
});

describe('beyond a host’s limits', () => {
  it('an old slug is led on by pages, another one by its rule, and the owner is told', async () => {
    const long = 'ancienne-adresse-dont-le-nom-est-long-'.repeat(3);
    using site = miniSite(
      Object.fromEntries(
        Array.from({ length: 20 }, (_, n) => [
          `content/articles/a${n}.md`,
          article({
            title: `Titre ${n}`,
            aliases: Array.from({ length: 30 }, (_, i) => `/pays/${long}${n}-${i}.html`),
          }),
        ]),
      ),
    );
    site.write('content/articles/gare.md', article({ title: 'La gare', section: 'monde' }));
    site.editData(
      'sections.yaml',
      '- { slug: chine, name: Chine, formerly: [pays] }\n- { slug: monde, name: Monde, formerly: [terre] }\n',
    );
    withHost(site, 'gitlab');
    const outcome = await site.build();
    assert.deepEqual(outcome.ok && outcome.beyondHost, { host: 'gitlab', addresses: 0, folders: ['/pays/'] });
    const rules = readRedirects(site.read('_site/_redirects'), 'gitlab');
    assert.equal(rules.to('/terre/2014/05/20/gare.html'), '/monde/2014/05/20/gare.html');
    assert.equal(rules.to('/terre'), '/monde/');
    assert.equal(rules.to('/pays/2014/05/20/a3.html'), null);
    for (const url of ['/pays/', '/pays/2014/05/20/a3.html', `/pays/${long}3-4.html`])
      assert.ok(site.has(url), url);
    assert.ok(!site.has('/terre/') && !site.has('/terre/2014/05/20/gare.html'));
    assert.deepEqual((await site.checked()).beyondHost, outcome.ok && outcome.beyondHost);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('are said by the commands in French', async () => {
    const { cliWords } = await import('../src/locale/cli-words.ts');
    assert.equal(
      cliWords.beyondHost({ host: 'cloudflare', addresses: 1, folders: ['/pays/'] }),
      'L’hébergeur (host\u00a0: cloudflare) n’accepte pas autant de règles qu’il y a d’anciennes adresses\u202f; des pages font suivre ce qui était dans /pays/ et 1 ancienne adresse d’article.',
    );
  });
});

describe('old addresses with a question', () => {
  it('are told to the owner where the host follows no rules about them', async () => {
    using site = miniSite({
      'content/articles/port.md': article({ aliases: ['/spip.php?article12', '/?p=3', '/index.php'] }),
    });
    const told = {
      none: ['/spip.php?article12', '/?p=3', '/index.php'],
      netlify: ['/spip.php?article12'],
      cloudflare: ['/spip.php?article12', '/?p=3'],
      gitlab: ['/spip.php?article12', '/?p=3'],
      nginx: [],
      caddy: [],
    };
    for (const [host, aliases] of Object.entries(told)) {
      withHost(site, host);
      const outcome = await site.build();
      assert.deepEqual(outcome.ok && outcome.aliasesForHost.map(({ alias }) => alias), aliases, host);
    }
    withHost(site, 'netlify');
    await site.built();
    const rules = readRedirects(site.read('_site/_redirects'), 'netlify');
    assert.equal(rules.to('/?p=3'), '/chine/2014/05/20/port.html');
    assert.equal(rules.to('/?p=4'), null);
    assert.equal(rules.to('/'), null);
  });
});
