// What a site's owner adds to a portal without touching the engine: data, filters, files, another order of the furniture.
import assert from 'node:assert/strict';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { article, type MiniSite, miniSite } from './mini-site.ts';

const PORT = '/chine/2014/05/20/port.html';

/** A portal with an article, whose cards show `code` and whose dossiers’ block shows nothing of it. */
function portalWithPartial(code: string): MiniSite {
  const site = miniSite({ 'content/articles/port.md': article() });
  site.editTheme('partials/aged.njk', text => `${text}${code}\n`);
  return site;
}

describe('a file of the owner’s own in _data', () => {
  it('shows in articles and fronts alike, and pages that use it change with it, and no other', async () => {
    using site = portalWithPartial('<p class="taux">{{ taux.euro }} · {{ bourse.paris.indice }}</p>');
    site.editTheme('eleventy/home.njk', text =>
      text.replace('{% block main %}', '{% block main %}<p class="taux">{{ taux.euro }}</p>'),
    );
    site.editData('taux.json', '{ "euro": 1.36 }');
    site.editData('bourse/paris.yaml', 'indice: 4455');
    await site.built();
    assert.match(site.page(PORT), /<p class="taux">1\.36 · 4455<\/p>/);
    assert.match(site.page('/'), /<p class="taux">1\.36<\/p>/);

    site.editData('taux.json', '{ "euro": 1.37 }');
    const written = await site.writtenBy(() => site.built());
    assert.deepEqual(written, ['/', PORT]);
    assert.match(site.page(PORT), /<p class="taux">1\.37 · 4455<\/p>/);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());

    site.editData('bourse/paris.yaml', 'indice: 4460');
    assert.deepEqual(await site.writtenBy(() => site.built()), [PORT]);
    assert.match(site.page(PORT), /1\.37 · 4460/);
  });

  it('may be a module that gives the data, or a function that does', async () => {
    using site = portalWithPartial('<p class="taux">{{ taux.euro }} {{ villes | length }}</p>');
    site.editData('taux.js', 'export default async () => ({ euro: 1.36 });\n');
    site.editData('villes.mjs', "export default ['Pékin', 'Paris'];\n");
    await site.built();
    assert.match(site.page(PORT), /<p class="taux">1\.36 2<\/p>/);
    site.editData('taux.js', 'export default () => ({ euro: 1.4 });\n');
    await site.built();
    assert.match(site.page(PORT), /<p class="taux">1\.4 2<\/p>/);
  });

  it('changes pages with what its module imports, however far and wherever that is', async () => {
    using site = portalWithPartial('<p class="taux">{{ taux.euro }} {{ cours.or }}</p>');
    site.editTheme(
      'eleventy/cours.njk',
      () => '---\npermalink: /cours/\n---\n{{ taux.euro }} {{ cours.or }} {{ equipe }}\n',
    );
    site.editTheme(
      'eleventy/cours.11tydata.js',
      () => "import { nom } from './equipe.ts';\nexport default { equipe: nom };\n",
    );
    site.editTheme('eleventy/equipe.ts', () => "export const nom: string = 'Léa';\n");
    site.editData('taux.js', 'import { euro } from "./lib.ts";\nexport default () => ({ euro });\n');
    site.editData('lib.ts', "export { euro } from '../calcul/euro.mjs';\nexport type Taux = number;\n");
    site.editData('cours.cjs', "module.exports = require('../calcul/cours');\n");
    site.write('calcul/euro.mjs', 'export const euro = 1.36;\n');
    site.write('calcul/cours.json', '{ "or": 950 }');
    await site.built();
    const seen = () => [site.page(PORT), site.page('/cours/')].map(page => /1\.\d+ 9\d0/.exec(page)?.[0]);
    assert.deepEqual(seen(), ['1.36 950', '1.36 950']);
    assert.match(site.page('/cours/'), /Léa/);
    site.write('calcul/euro.mjs', 'export const euro = 1.4;\n');
    assert.deepEqual(await site.writtenBy(() => site.built()), [PORT, '/cours/']);
    assert.deepEqual(seen(), ['1.4 950', '1.4 950']);
    site.write('calcul/cours.json', '{ "or": 960 }');
    assert.deepEqual(await site.writtenBy(() => site.built()), [PORT, '/cours/']);
    assert.deepEqual(seen(), ['1.4 960', '1.4 960']);
    site.editTheme('eleventy/equipe.ts', () => "export const nom: string = 'Zoé';\n");
    assert.deepEqual(await site.writtenBy(() => site.built()), ['/cours/']);
    assert.match(site.page('/cours/'), /Zoé/);
  });

  it('may be a link, and changes pages with what it leads to', async () => {
    using site = portalWithPartial('<p class="taux">{{ taux.euro }} {{ bourse.paris }}</p>');
    site.editTheme('eleventy/cours.njk', () => '---\npermalink: /cours/\n---\n{{ taux.euro }}\n');
    site.write('ailleurs/taux.json', '{ "euro": 1.36 }');
    site.write('ailleurs/bourse/paris.yaml', '4455');
    symlinkSync('../ailleurs/taux.json', join(site.dir, '_data/taux.json'));
    symlinkSync('../ailleurs/bourse', join(site.dir, '_data/bourse'));
    await site.built();
    assert.match(site.page(PORT), /<p class="taux">1\.36 4455<\/p>/);
    site.write('ailleurs/taux.json', '{ "euro": 1.4 }');
    assert.deepEqual(await site.writtenBy(() => site.built()), [PORT, '/cours/']);
    assert.match(site.page('/cours/'), /1\.4/);
    site.write('ailleurs/bourse/paris.yaml', '4460');
    assert.deepEqual(await site.writtenBy(() => site.built()), [PORT]);
    assert.match(site.page(PORT), /1\.4 4460/);
  });

  it('that no template mentions is not even read', async () => {
    using site = portalWithPartial('');
    site.editData('brouillon.json', '{ this is not JSON');
    // Eleventy, which reads every file, is not asked while the articles are looked at.
    site.editData('notes.js', 'throw new Error("never run by our engine");\n');
    site.remove('_data/brouillon.json');
    site.remove('_data/notes.js');
    await site.built();
    assert.ok(site.has(PORT));
  });
});

describe('a filter of the owner’s own in .eleventy.js', () => {
  it('works in the templates of articles as in those of fronts', async () => {
    using site = portalWithPartial('<p class="cri">{{ view.source | crier }}</p>');
    site.editTheme('eleventy/home.njk', text =>
      text.replace('{% block main %}', '{% block main %}<p class="cri">{{ view.description | crier }}</p>'),
    );
    const plugin = join(import.meta.dirname, '../src/engine/eleventy-plugin.ts');
    const eleventyConfig = join(site.dir, 'eleventy.config.mjs');
    writeFileSync(
      eleventyConfig,
      `import { directories, quotidien } from ${JSON.stringify(plugin)};
       function cries(config) { config.addNunjucksFilter('crier', text => text.toUpperCase() + '!'); }
       export default function (config) {
         config.addPlugin(quotidien);
         config.addPlugin(cries);
         return { dir: directories(config), templateFormats: ['njk'], markdownTemplateEngine: false, htmlTemplateEngine: false };
       }
      `,
    );
    await site.built({ eleventyConfig });
    assert.match(site.page(PORT), /<p class="cri">XINHUA!<\/p>/);
    assert.match(site.page('/'), /<p class="cri">UN PORTAIL POUR ESSAYER\.!<\/p>/);
  });
});

/** What is wrong with addresses, each with the end of its file's path, up to how to mend it. */
async function twice(site: MiniSite): Promise<readonly string[]> {
  const { problems } = await site.build();
  return problems
    .filter(({ rule }) => rule === 'address-twice')
    .map(({ file, message }) => {
      const [wrong] = message
        .replace(/\u00a0/g, ' ')
        .replace(/(celle de « )[^ ]*\//g, '$1')
        .split('\u202f');
      return `${file.split('/').slice(-2).join('/')}: ${wrong}`;
    })
    .sort();
}

describe('an address that two files would make', () => {
  it('is named with both, and the last good site stays', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    const before = site.tree();
    site.editTheme('static/chine/index.html', () => 'La Chine, autrement.');
    site.editTheme('eleventy/copie.njk', () => `---\npermalink: ${PORT}\n---\nUne copie.\n`);
    const outcome = await site.build();
    assert.deepEqual(
      outcome.problems.map(({ file, rule }) => [file.split('/').slice(-2).join('/'), rule]).sort(),
      [
        ['chine/index.html', 'address-twice'],
        ['eleventy/copie.njk', 'address-twice'],
      ],
    );
    assert.match(outcome.problems[0]!.message, /aussi celle d’une page du portail/);
    assert.deepEqual(site.tree(), before);
  });

  it('is named when the two differ by capitals alone, which some disks do not tell apart', async () => {
    using site = miniSite({ 'content/articles/port.md': article({ aliases: ['/Vieux/Port.html'] }) });
    site.editTheme('static/vieux/port.html', () => 'Un vieux port.');
    site.editTheme('static/Plan.txt', () => 'Le plan.');
    site.editTheme('static/plan.txt', () => 'Un autre plan.');
    site.editTheme('static/CHINE/2014/05/20/port.html', () => 'Un autre port.');
    site.editTheme('eleventy/chine.njk', () => '---\npermalink: /Chine/\n---\nLa Chine.\n');
    assert.deepEqual(await twice(site), [
      '20/port.html: L’adresse « /CHINE/2014/05/20/port.html » de ce fichier est aussi celle de « port.md »',
      'eleventy/chine.njk: L’adresse « /Chine/ » de ce fichier est aussi celle d’une page du portail',
      'static/plan.txt: L’adresse « /plan.txt » de ce fichier est aussi celle de « Plan.txt »',
      'vieux/port.html: L’adresse « /vieux/port.html » de ce fichier est aussi celle de « port.md »',
    ]);
  });

  it('is named when one would be a file where the other needs a folder', async () => {
    using site = miniSite({
      'content/articles/port.md': article({ aliases: ['/article.php', '/vieux/port/2014/'] }),
    });
    site.editTheme('static/article.php', () => '<?php');
    site.editTheme('static/vieux', () => 'Un fichier.');
    site.editTheme('static/sport', () => 'Un fichier.');
    site.editTheme('static/chine/2014/05/20/port.html/plan.txt', () => 'Un plan.');
    site.editTheme('static/chine/2014/plan.txt', () => 'Un plan à côté.');
    assert.deepEqual(await twice(site), [
      'port.html/plan.txt: L’adresse « /chine/2014/05/20/port.html/plan.txt » de ce fichier est aussi celle de « port.md »',
      'static/article.php: L’adresse « /article.php » de ce fichier est aussi celle de « port.md »',
      'static/sport: L’adresse « /sport » de ce fichier est aussi celle d’une page du portail',
      'static/vieux: L’adresse « /vieux » de ce fichier est aussi celle de « port.md »',
    ]);
  });

  it('is named before the article appears that would have it', async () => {
    using site = miniSite({
      'content/articles/port.md': article(),
      'content/articles/demain.md': article({ date: '2014-06-02', aliases: ['/hier.html'] }),
      'content/articles/brouillon.md': article({ draft: true }),
    });
    site.editTheme('static/hier.html', () => 'Hier.');
    site.editTheme('static/chine/2014/06/02/demain.html', () => 'Demain.');
    site.editTheme('static/chine/2014/05/20/brouillon.html', () => 'Un brouillon.');
    site.editTheme('static/archives/2014/06/index.html', () => 'Juin.');
    assert.deepEqual(await twice(site), [
      '02/demain.html: L’adresse « /chine/2014/06/02/demain.html » de ce fichier est aussi celle de « demain.md »',
      '06/index.html: L’adresse « /archives/2014/06/ » de ce fichier est aussi celle d’une page du portail',
      '20/brouillon.html: L’adresse « /chine/2014/05/20/brouillon.html » de ce fichier est aussi celle de « brouillon.md »',
      'static/hier.html: L’adresse « /hier.html » de ce fichier est aussi celle de « demain.md »',
    ]);
  });

  it('is named when an old address comes to an owner’s page that Eleventy made before', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    site.editTheme('eleventy/equipe.njk', () => '---\npermalink: /equipe/\n---\nL’équipe.\n');
    await site.built();
    site.write('content/articles/port.md', article({ aliases: ['/Equipe/'] }));
    assert.deepEqual(await twice(site), [
      'articles/port.md: L’adresse « /equipe/ » de ce fichier est aussi celle d’une page du thème que fait Eleventy',
    ]);
    assert.equal(site.page('/equipe/').trim(), 'L’équipe.');
  });

  it('is no problem at the address of an article that has expired', async () => {
    using site = miniSite({
      'content/articles/port.md': article({ aliases: ['/chine/2014/05/19/vieux.html'] }),
      'content/articles/vieux.md': article({ date: '2014-05-19', expires: '2014-05-20' }),
    });
    await site.built();
    assert.match(site.page('/chine/2014/05/19/vieux.html'), /port\.html/);
  });

  it('is no problem when an owner’s page has one of its own', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    site.editTheme('eleventy/equipe.njk', () => '---\npermalink: /equipe/\n---\nL’équipe.\n');
    await site.built();
    assert.equal(site.page('/equipe/').trim(), 'L’équipe.');
    await site.built();
  });
});

describe('the furniture', () => {
  const POLL = `- slug: train
  question: Le train ?
  opens: 2014-05-20T08:00
  closes: 2014-05-25T08:00
  choices: [{ slug: oui, text: Oui }, { slug: non, text: Non }]
`;

  it('stands in the order that the site says, without the blocks that it leaves out', async () => {
    using site = miniSite({
      'content/articles/port.md': article({ pick: true, flash: true }),
      'content/articles/gare.md': article({ title: 'La gare' }),
      'content/articles/pont.md': article({ title: 'Le pont' }),
      'content/articles/quai.md': article({ title: 'Le quai' }),
      '_data/polls.yaml': POLL,
      '_data/poll-totals.json': '{ "date": "2014-05-20T12:00", "votes": { "train": { "oui": 1 } } }',
    });
    const blocks = () =>
      [
        ...site
          .page(PORT)
          .matchAll(/<(?:section|news-ticker) class="(picks|dossiers|most-read|poll-box|ticker)"/g),
      ].map(match => match[1]);
    await site.built();
    assert.deepEqual(blocks(), ['ticker', 'picks', 'most-read', 'poll-box', 'dossiers']);

    site.edit('_data/site.yaml', text => `${text}furniture: [dossiers, most-read, picks]\n`);
    await site.built();
    assert.deepEqual(blocks(), ['dossiers', 'most-read', 'picks']);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('changes pages that carry it when a block’s template does, and no other', async () => {
    using site = miniSite({
      'content/articles/port.md': article({ pick: true }),
      'content/articles/vieux.md': article({ title: 'Vieux', date: '2014-04-01T08:00' }),
    });
    site.edit('_data/site.yaml', text => text.replace('furnitureArticles: 3', 'furnitureArticles: 1'));
    await site.built();
    site.editTheme('furniture/picks.njk', text => text.replace('<ul>', '<ul data-new>'));
    const written = await site.writtenBy(() => site.built());
    assert.ok(written.includes('/') && written.includes(PORT), written.join());
    assert.ok(!written.some(url => url.includes('vieux') || url.startsWith('/archives/')), written.join());
    assert.match(site.page(PORT), /<ul data-new>/);
  });
});

describe('the style page', () => {
  it('is not published unless the site says so', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    assert.ok(!site.has('/style/'));
    assert.ok(![...site.tree().keys()].some(path => path.includes('specimen')));
    site.edit('_data/site.yaml', text => `${text}stylePage: true\n`);
    await site.built();
    assert.ok(site.has('/style/'));
    assert.ok(site.tree().has('assets/specimen.svg'));
    site.edit('_data/site.yaml', text => text.replace('stylePage: true\n', ''));
    await site.built({ stylePage: true });
    assert.ok(site.has('/style/'), 'the development server shows it all the same');
  });
});
