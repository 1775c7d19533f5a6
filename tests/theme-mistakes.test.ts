// What becomes of a site when its owner makes a mistake in its looks, and when they change them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import sharp from 'sharp';
import { styleMistake } from './broken-sites/message-style.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';
import { assertSameTree } from './tree.ts';

describe('a mistake in a style sheet', () => {
  it('stops the build, and leaves the last site as it was', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    const before = site.tree();
    site.editTheme('styles/footer.css', css => `${css}\n}\n`);
    const outcome = await site.build({ keepGoing: true });
    assert.ok(!outcome.ok);
    assert.deepEqual(
      outcome.problems.map(({ rule }) => rule),
      ['style-sheet'],
    );
    assert.deepEqual(site.tree(), before);
    site.editTheme('styles/footer.css', css => css.replace(/\n\}\n$/, ''));
    await site.built();
    assert.deepEqual(site.tree(), before);
  });
});

describe('a filter that nobody has', () => {
  it('is named in our templates and in those of Eleventy, and leaves the last site as it was', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    const before = site.tree();
    site.editTheme('partials/aged.njk', text => `${text}\n{{ view.title | inconnu }}`);
    site.editTheme('eleventy/equipe.njk', () => '---\npermalink: /equipe/\n---\n{{ "Léa" | criez }}\n');
    const { ok, problems } = await site.build({ keepGoing: true });
    assert.ok(!ok);
    const lines = site.read('theme/partials/aged.njk').split('\n').length;
    assert.deepEqual(
      problems.map(({ file, line, column, rule }) => [file.split('/theme/')[1], line, column, rule]),
      [
        ['eleventy/equipe.njk', 4, 12, 'template'],
        ['partials/aged.njk', lines, 17, 'template'],
      ],
    );
    for (const { message } of problems) assert.equal(styleMistake(message), null);
    assert.deepEqual(site.tree(), before);
  });
});

describe('code of the owner’s that stops', () => {
  const SHOWS = '{{ taux.euro }}';
  const kinds: readonly {
    readonly name: string;
    readonly file: string;
    readonly text: string;
    /** Added to a partial of the theme’s. */
    readonly code?: string;
    readonly place: string;
    readonly says: string;
  }[] = [
    {
      name: 'a module of data that throws',
      file: '_data/taux.js',
      text: 'export default async () => {\n  throw new Error("Service fermé");\n};\n',
      code: SHOWS,
      place: '2:9 own-code',
      says: 'Service fermé',
    },
    {
      name: 'a module of data that throws and that only Eleventy reads',
      file: '_data/taux.cjs',
      text: 'const taux = null;\n\nmodule.exports = taux.euro;\n',
      place: '3:23 own-code',
      says: 'à la ligne «\u00a0module.exports = taux.euro;\u00a0»',
    },
    {
      name: 'a module of data that is no code',
      file: '_data/taux.mjs',
      text: 'export default {\n  euro: [1.36,\n};\n',
      code: SHOWS,
      place: '3:1 own-code',
      says: 'à la ligne «\u00a0};\u00a0»',
    },
    {
      name: 'a module of data that imports nothing',
      file: '_data/taux.js',
      text: "import { euro } from './cours.js';\nexport default { euro };\n",
      code: SHOWS,
      place: '1:25 own-code',
      says: '«\u00a0cours.js\u00a0», qui n’existe pas',
    },
    {
      name: 'a call of what is no function',
      file: 'theme/eleventy/equipe.njk',
      text: '---\npermalink: /equipe/\n---\n{{ portal.equipe() }}\n',
      place: '4:4 template',
      says: '«\u00a0portal.equipe\u00a0» comme une fonction',
    },
    {
      name: 'a filter that takes no such thing',
      file: 'theme/eleventy/equipe.njk',
      text: '---\npermalink: /equipe/\n---\n{{ 3 | batch(2) | first | first | dictsort }}\n',
      place: '4:27 template',
      says: 'l’erreur dit, en anglais',
    },
  ];
  for (const { name, file, text, code, place, says } of kinds) {
    it(`is named, in one sentence: ${name}`, async () => {
      using site = miniSite({ 'content/articles/port.md': article() });
      site.editTheme('eleventy/equipe.njk', () => '---\npermalink: /equipe/\n---\nLéa\n');
      await site.built();
      const before = site.tree();
      site.editTheme('partials/aged.njk', partial => partial + (code ?? ''));
      site.write(file, text);
      const { ok, problems } = await site.build({ keepGoing: true });
      assert.ok(!ok);
      assert.deepEqual(
        problems.map(({ line, column, rule }) => `${line}:${column} ${rule}`),
        [place],
        problems[0]?.message ?? '',
      );
      assert.ok(problems[0]!.file.endsWith(file), problems[0]!.file);
      assert.ok(problems[0]!.message.includes(says), problems[0]!.message);
      assert.equal(styleMistake(problems[0]!.message), null, problems[0]!.message);
      assert.deepEqual(site.tree(), before);
    });
  }

  it('is named in the settings of Eleventy', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    site.editTheme('eleventy/equipe.njk', () => '---\npermalink: /equipe/\n---\nLéa\n');
    site.write('reglages.mjs', 'export default config => {\n  config.addFiltre("cri", mot => mot);\n};\n');
    const { ok, problems } = await site.build({ eleventyConfig: join(site.dir, 'reglages.mjs') });
    assert.ok(!ok);
    assert.deepEqual(
      problems.map(({ file, line, column, rule }) => [file.split('/').at(-1), line, column, rule]),
      [['reglages.mjs', 2, 10, 'own-code']],
    );
    assert.equal(styleMistake(problems[0]!.message), null, problems[0]!.message);
  });

  it('is named in a partial too, by what it calls', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    site.editTheme('partials/aged.njk', text => `${text}\n{{ view.titre() }}`);
    const { ok, problems } = await site.build();
    assert.ok(!ok);
    const lines = site.read('theme/partials/aged.njk').split('\n').length;
    assert.deepEqual(
      problems.map(({ file, line, column }) => [file.split('/theme/')[1], line, column]),
      [['partials/aged.njk', lines, 4]],
    );
  });
});

describe('a template that stops in the middle of a page', () => {
  // All that a page includes, extends and imports is one program by then: each is found where it was typed.
  const stops: readonly {
    readonly name: string;
    readonly added: Readonly<Record<string, string>>;
    /** The end of the line that is named, from the column on. */
    readonly at: string;
    readonly says: string;
  }[] = [
    {
      name: 'a call in a partial',
      added: { 'partials/aged.njk': '\n\n  {{ view.titre() }}' },
      at: 'view.titre() }}',
      says: '«\u00a0view.titre\u00a0» comme une fonction',
    },
    {
      name: 'a call of the same name that a page does not reach before',
      added: {
        'archive/article.njk': '{% macro jamais() %}{{ view.titre() }}{% endmacro %}',
        'partials/aged.njk': '\n<p>{{ view.titre() }}</p>',
      },
      at: 'view.titre() }}</p>',
      says: '«\u00a0view.titre\u00a0» comme une fonction',
    },
    {
      name: 'a filter in a loop of a partial',
      added: { 'partials/aged.njk': '{% for nom in ["a"] %}\n  {{ nom | dictsort }}\n{% endfor %}' },
      at: 'dictsort }}',
      says: '«\u00a0dictsort filter: val must be an object\u00a0»',
    },
    {
      name: 'a filter of the theme that gets nothing to work with',
      added: { 'partials/aged.njk': '\n{{ 3 | counted(view.rien) }}' },
      at: 'counted(view.rien) }}',
      says: 'l’erreur dit, en anglais',
    },
    {
      name: 'a macro that another template imports',
      added: {
        'partials/cri.njk': '{% macro cri(mot) %}\n{{ mot.crie() }}\n{% endmacro %}',
        'partials/aged.njk': '{% import "partials/cri.njk" as cris %}\n{{ cris.cri("a") }}',
      },
      at: 'mot.crie() }}',
      says: '«\u00a0mot.crie\u00a0» comme une fonction',
    },
    {
      name: 'a partial whose name is made up, and that is not there',
      added: { 'partials/aged.njk': '{% set nom = "partials/rien.njk" %}\n{% include nom %}' },
      at: 'nom %}',
      says: 'Le gabarit «\u00a0partials/rien.njk\u00a0» n’existe pas',
    },
    {
      name: 'a partial without a name',
      added: { 'partials/aged.njk': '\n{% include view.rien %}' },
      at: '.rien %}',
      says: 'dont le nom est vide',
    },
    {
      name: 'a search in what holds nothing',
      added: { 'partials/aged.njk': '{% if "a" in 3 %}oui{% endif %}' },
      at: '"a" in 3 %}oui{% endif %}',
      says: 'l’erreur dit, en anglais',
    },
    {
      name: 'the layout of all',
      added: { 'layouts/base.njk': '\n{{ view.portal.nom.majuscule() }}' },
      at: 'view.portal.nom.majuscule() }}',
      says: '«\u00a0view.portal.nom.majuscule\u00a0» comme une fonction',
    },
    {
      name: 'a block of the furniture',
      added: { 'furniture/ticker.njk': '\n{{ words.rien() }}' },
      at: 'words.rien() }}',
      says: '«\u00a0words.rien\u00a0» comme une fonction',
    },
    {
      name: 'a front, which Eleventy renders',
      added: { 'eleventy/home.njk': '\n{{ words.rien() }}' },
      at: 'words.rien() }}',
      says: '«\u00a0words.rien\u00a0» comme une fonction',
    },
    {
      name: 'a partial within a page of the owner’s',
      added: {
        'partials/signature.njk': '\n{{ "a" | dictsort }}',
        'eleventy/equipe.njk': '---\npermalink: /equipe/\n---\n{% include "partials/signature.njk" %}\n',
      },
      at: 'dictsort }}',
      says: '«\u00a0dictsort filter: val must be an object\u00a0»',
    },
    {
      name: 'a tag that nobody added, in a page of the owner’s beside others that do not stop',
      added: { 'eleventy/equipe.njk': '---\npermalink: /equipe/\n---\n\n{% salut "Léa" %}\n' },
      at: 'salut "Léa" %}',
      says: '«\u00a0{% salut %}\u00a0» ne ferme rien ici, ou n’existe pas',
    },
  ];
  for (const { name, added, at, says } of stops)
    it(`is named where it was typed: ${name}`, async () => {
      using site = miniSite({ 'content/articles/port.md': article({ flash: '2014-05-20T18:00' }) });
      for (const [file, text] of Object.entries(added)) site.editTheme(file, before => before + text);
      const { ok, problems } = await site.build();
      assert.ok(!ok);
      assert.equal(problems.length, 1, problems.map(({ file, message }) => `${file} ${message}`).join('\n'));
      const [{ file, line, column, message }] = problems as [(typeof problems)[0]];
      const typed = site.read(`theme/${file.split('/theme/')[1]}`).split('\n')[line - 1] ?? '';
      assert.equal(typed.slice(column - 1), at, `${file}:${line}:${column}`);
      assert.ok(message.includes(says), message);
      assert.equal(styleMistake(message), null, message);
    });

  const asynchronous = [
    { name: 'stops', code: '{{ "a" | lance }}', at: 'lance }}', says: 'boum' },
    { name: 'goes before', code: '{{ "a" | attend }}{{ a.b() }}', at: 'a.b() }}', says: '«\u00a0a.b\u00a0»' },
  ];
  for (const { name, code, at, says } of asynchronous)
    it(`is named where it was typed when an asynchronous filter ${name}`, async () => {
      using site = miniSite({ 'content/articles/port.md': article() });
      site.editTheme('eleventy/equipe.njk', () => `---\npermalink: /equipe/\n---\n${code}\n`);
      site.write(
        'reglages.mjs',
        `import settings from ${JSON.stringify(new URL('../.eleventy.js', import.meta.url).href)};\nexport default config => {
  config.addAsyncFilter("attend", async mot => mot);
  config.addAsyncFilter("lance", async () => { throw new Error("boum"); });
  return settings(config);
};
`,
      );
      const { ok, problems } = await site.build({ eleventyConfig: join(site.dir, 'reglages.mjs') });
      assert.ok(!ok);
      assert.deepEqual(
        problems.map(({ file, line, column }) => [file.split('/theme/')[1], line, column]),
        [['eleventy/equipe.njk', 4, code.indexOf(at) + 1]],
      );
      assert.ok(problems[0]!.message.includes(says), problems[0]!.message);
      assert.equal(styleMistake(problems[0]!.message), null, problems[0]!.message);
    });

  it('is found when threads render the pages', async () => {
    using site = miniSite();
    for (let n = 0; n < 160; n++) site.write(`content/articles/a${n}.md`, article({ title: `Le port ${n}` }));
    site.editTheme('partials/aged.njk', text => `${text}\n{{ view.titre() }}`);
    const { ok, problems } = await site.build();
    assert.ok(!ok);
    const lines = site.read('theme/partials/aged.njk').split('\n').length;
    assert.deepEqual(
      problems.map(({ file, line, column }) => [file.split('/theme/')[1], line, column]),
      [['partials/aged.njk', lines, 4]],
    );
  });
});

describe('mistakes of many kinds', () => {
  it('are named at once, by a build and by a check', async () => {
    using site = miniSite({ 'content/articles/port.md': article({ section: 'nulle-part' }) });
    site.editTheme(
      'partials/aged.njk',
      text => `${text}\n{% include "partials/a.njk" %}{% include "partials/b.njk" %}`,
    );
    site.editTheme('archive/day.njk', text => `${text}\n{% if view %}`);
    for (const sheet of ['footer.css', 'home/home.css', 'article/prose.css'])
      site.editTheme(`styles/${sheet}`, css => `${css}\n}\n`);
    site.editTheme('client/main.ts', text => `${text}\nconst x = ;`);
    const built = await site.build();
    const checked = await site.checked();
    assert.deepEqual(
      built.problems.map(({ file, rule }) => `${file.split('/').slice(-2).join('/')} ${rule}`),
      [
        'articles/port.md unknown-section',
        'archive/day.njk template',
        'client/main.ts client-script',
        'partials/aged.njk template',
        'partials/aged.njk template',
        'article/prose.css style-sheet',
        'styles/footer.css style-sheet',
        'home/home.css style-sheet',
      ],
    );
    assert.deepEqual(checked.problems, built.problems);
  });
});

describe('what is no file in the theme', () => {
  it('is named and never waited for, wherever it is', { skip: process.platform === 'win32' }, async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    site.editTheme('styles/footer.css', css => css);
    const pipes = ['client/a.ts', 'eleventy/a.11tydata.js', 'partials/a.njk', 'static/a.txt', 'styles/a.css'];
    for (const pipe of pipes) execFileSync('mkfifo', [join(site.dir, 'theme', pipe)]);
    symlinkSync('/dev/zero', join(site.dir, 'theme/partials/zero.njk'));
    symlinkSync('nulle-part.njk', join(site.dir, 'theme/partials/perdu.njk'));
    symlinkSync('/etc/passwd', join(site.dir, 'theme/static/passwd'));
    symlinkSync('/etc', join(site.dir, 'theme/static/etc'));
    const { ok, problems } = await site.build({ keepGoing: true });
    assert.ok(!ok);
    assert.deepEqual(
      problems.map(({ file, rule }) => `${file.split('/theme/')[1]} ${rule}`),
      [...pipes, 'partials/perdu.njk', 'partials/zero.njk', 'static/etc', 'static/passwd']
        .sort()
        .map(file => `${file} not-a-file`),
    );
    for (const { message } of problems) assert.equal(styleMistake(message), null);
  });

  it('is passed over when it is hidden, as the locks of text editors are', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    site.editTheme('partials/card.njk', text => text);
    for (const lock of ['client/.#a.ts', 'partials/.#card.njk', 'static/.#a.txt', 'styles/.#a.css'])
      symlinkSync('jeanne@poste.4711', join(site.dir, 'theme', lock));
    await site.built();
  });
});

describe('another style', () => {
  it('has another address, which every page takes, and the old file is removed', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    // That of the viewer is another file, and stays as it is.
    const sheets = (): readonly string[] =>
      [...site.tree().keys()].filter(path => /^assets\/quotidien\..*\.css$/.test(path));
    const [old] = sheets();
    site.editTheme('styles/footer.css', css => css.replace('.footer {', '.footer {\n    opacity: 0.99;'));
    await site.built();
    const [present, ...others] = sheets();
    assert.deepEqual(others, []);
    assert.notEqual(present, old);
    for (const url of ['/', '/chine/', '/chine/2014/05/20/port.html'])
      assert.ok(site.page(url).includes(`/${present}`), url);
    const { tree } = await site.cleanBuild();
    assert.deepEqual(site.tree(), tree);
  });
});

describe('a colour of cards for social networks', () => {
  const card = (site: MiniSite, url: string): string =>
    /property="og:image" content="https:\/\/portail\.example(\/images\/[^"]+)"/.exec(site.page(url))![1]!;

  it('is the theme’s: another one makes other cards, which every page names', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    const urls = ['/', '/chine/', '/chine/2014/05/20/port.html'];
    const before = urls.map(url => card(site, url));
    site.editTheme('styles/tokens.css', css => css.replace('light-dark(#0a4a8f, #0e3a6b)', '#117733'));
    await site.built();
    const after = urls.map(url => card(site, url));
    for (const [index, url] of urls.entries()) assert.notEqual(after[index], before[index], url);
    for (const url of before) assert.ok(!site.has(url));
    const bar = await sharp(join(site.dir, '_site', after[0]!))
      .extract({ left: 0, top: 0, width: 1, height: 1 })
      .raw()
      .toBuffer();
    assert.deepEqual([...bar], [0x11, 0x77, 0x33]);
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('that is missing, or that they can’t take, is named, and stops the build', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    const before = site.tree();
    site.editTheme('styles/tokens.css', css =>
      css.replace(/--ink:/, '--encre:').replace(/--urgent: [^;]*;/, '--urgent: oklch(50% 0.2 25);'),
    );
    const outcome = await site.build({ keepGoing: true });
    assert.ok(!outcome.ok);
    const [missing, strange] = outcome.problems;
    assert.deepEqual(
      outcome.problems.map(({ rule }) => rule),
      ['card-colour', 'card-colour'],
    );
    assert.match(missing!.file, /theme\/styles\/tokens\.css$/);
    assert.match(missing!.message, /«\s--ink\s» manque .*\s; écrivez-la en hexadécimal/);
    assert.match(strange!.message, /«\s--urgent\s» est «\soklch\(50% 0\.2 25\)\s»/);
    const written = site.read('theme/styles/tokens.css').split('\n');
    assert.match(written[strange!.line - 1]!, /--urgent: oklch/);
    for (const { message } of outcome.problems) assert.equal(styleMistake(message), null);
    assert.deepEqual(site.tree(), before);
  });
});
