// What lies where nobody reads it is named, and what programs leave beside it is not.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, type MiniSite, miniSite } from './mini-site.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30"/></svg>';
const PORT = { 'content/articles/port.md': article() };
const COMMENT = 'date: 2014-05-20T14:00\ntext: Bien vu.\n';

interface Told {
  readonly problems: readonly string[];
  readonly warnings: readonly string[];
}

/** Each as its file below the site, its rule and its words. */
async function told(site: MiniSite): Promise<Told> {
  const { problems, warnings } = await site.checked();
  const inWords = ({ file, rule, message }: (typeof problems)[number]): string =>
    `${file.slice(file.search(/(?:content|_data)\//))} ${rule} ${message}`.replace(/[\u00a0\u202f]/g, ' ');
  return { problems: problems.map(inWords), warnings: warnings.map(inWords) };
}

async function warns(files: Readonly<Record<string, string>>, ...expected: readonly RegExp[]): Promise<void> {
  using site = miniSite({ ...PORT, ...files });
  const { problems, warnings } = await told(site);
  assert.deepEqual(problems, []);
  assert.equal(warnings.length, expected.length, warnings.join('\n'));
  for (const [index, words] of expected.entries()) assert.match(warnings[index]!, words);
}

describe('a file that nobody reads where it is', () => {
  it('is named in the content folder itself, when it is an article or a photograph', async () => {
    await warns(
      { 'content/perdu.md': article(), 'content/quai.JPG': 'x', 'content/notes.txt': 'Une note.' },
      /^content\/perdu\.md misplaced-file Personne ne lit « perdu\.md » à cette place\. Rangez un article dans « articles »/,
      /^content\/quai\.JPG misplaced-file/,
    );
  });

  it('is named with its folder, and with the one that was meant', async () => {
    await warns(
      { 'content/article/2014/x.md': article(), 'content/article/2014/y.md': article() },
      /^content\/article misplaced-file Personne ne lit le dossier « article », où se trouve « article\/2014\/x\.md »\. Vouliez-vous dire « articles » \?/,
    );
    await warns({ 'content/médias/quai.svg': SVG }, /« médias », .* Vouliez-vous dire « media » \?/);
    await warns(
      { 'content/comment/port/0001.yaml': COMMENT },
      /« comment\/port\/0001\.yaml »\. Vouliez-vous dire « comments » \?/,
    );
    await warns({ 'content/images/quai.svg': SVG }, /Vouliez-vous dire « media » \?/);
    await warns(
      { 'content/Commentaires/port/0001.yaml': COMMENT },
      /« Commentaires », .* Vouliez-vous dire « comments » \?/,
    );
    await warns(
      { 'content/brouillons/x.markdown': article() },
      /« brouillons\/x\.markdown »\. Le contenu est dans/,
    );
  });

  it('may lie in a folder that is kept apart, or be no content', async () => {
    await warns({
      'content/_brouillons/x.md': article(),
      'content/.obsidian/x.md': 'x',
      'content/node_modules/a/x.md': 'x',
      'content/outils/convertir.py': 'x',
      'content/README.md': '# Le contenu',
      'content/LICENSE': 'x',
    });
  });

  it('stops nothing, and is told by a build too', async () => {
    using site = miniSite({ ...PORT, 'content/perdu.md': article() });
    const outcome = await site.build();
    assert.ok(outcome.ok);
    assert.deepEqual(
      outcome.warnings.map(({ rule }) => rule),
      ['misplaced-file'],
    );
    assert.ok(!site.has('/chine/2014/05/20/perdu.html'));
    const again = await site.build();
    assert.ok(again.ok);
    assert.deepEqual(again.warnings, outcome.warnings);
  });

  it('is looked for in a large folder only so far', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1100 }, (_, index) => [`content/archives/${10_000 + index}.dat`, '']),
    );
    await warns({ ...files, 'content/archives/zzz.md': article() });
  });

  it('stands for the folder of articles when that is missing', async () => {
    using site = miniSite({ 'content/Article/port.md': article() });
    site.remove('content/articles');
    const { problems } = await told(site);
    assert.match(
      problems.join('\n'),
      /no-articles Le dossier « articles » est introuvable\. Est-ce « Article » \? Renommez-le/,
    );
  });
});

describe('what programs leave, and what is said of a folder', () => {
  it('is no content, wherever it lies', async () => {
    const left = [
      '.DS_Store',
      'Thumbs.db',
      'desktop.ini',
      '#port.md#',
      'port.md~',
      '.port.md.swp',
      'port.md.swp',
      'README.md',
      'README',
    ];
    const folders = ['articles', 'articles/2014', 'comments', 'comments/port', 'pages', 'media'];
    const files = folders.flatMap(folder => left.map(name => [`content/${folder}/${name}`, 'x'] as const));
    using site = miniSite({
      ...PORT,
      ...Object.fromEntries(files),
      'content/comments/port/0001.yaml': COMMENT,
    });
    assert.deepEqual(await told(site), { problems: [], warnings: [] });
    assert.deepEqual((await site.checked()).unusedMedia, []);
  });
});

describe('a file of data', () => {
  it('is named when its name is near one that is missing, or means it', async () => {
    await warns(
      { '_data/wether.json': '{}' },
      /^_data\/wether\.json misnamed-data Le portail ne lit pas « wether\.json », et « weather\.yaml » manque\. Si c’est lui, renommez-le/,
    );
    await warns({ '_data/météo.json': '{}' }, /« météo\.json », et « weather\.yaml » manque/);
    await warns({ '_data/Polls.yaml': '[]' }, /« Polls\.yaml », et « polls\.yaml » manque/);
    await warns({ '_data/most-read.txt': 'x' }, /« most-read\.txt », et « most-read\.yaml » manque/);
  });

  it('of an owner’s may have any other name, and any that is near one that is there', async () => {
    await warns({
      '_data/taux.json': '{}',
      '_data/topic.yaml': '- 1',
      '_data/bourse/polls.yaml': '- 1',
      '_data/weather.yaml~': 'x',
      '_data/README.md': 'x',
    });
  });

  it('that must be there is asked for by the name that it has', async () => {
    using site = miniSite(PORT);
    site.rename('_data/sections.yaml', '_data/section.yaml');
    assert.match(
      (await told(site)).problems[0]!,
      /^_data\/sections\.yaml missing-file Ce fichier manque ; si c’est « section\.yaml », renommez-le, ou bien créez-le/,
    );
  });
});
