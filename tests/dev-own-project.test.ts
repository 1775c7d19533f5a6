// What an owner meets who changes theme, code and folders while `npm run dev` is on: mistakes are told, nothing is lost, and it never ends.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Dev, startOwnDev } from './dev-process.ts';
import { article, type MiniSite } from './mini-site.ts';
import { ownProject } from './own-project.ts';

const PAGE = '/chine/2014/05/20/port.html';
const FILE = 'content/articles/port.md';

describe('npm run dev in an owner’s project', () => {
  let site: MiniSite;
  let dev: Dev;
  before(async () => {
    site = ownProject({ [FILE]: article() });
    dev = await startOwnDev(site);
  });
  after(async () => {
    await dev[Symbol.asyncDispose]();
    site[Symbol.dispose]();
  });

  /** Makes the mistake, and gives the places that pages are told. */
  const placesOf = async (file: string, change: (text: string) => string): Promise<readonly string[]> => {
    const right = site.read(file);
    site.edit(file, change);
    const report = await dev.tells(told => told !== null);
    site.write(file, right);
    await dev.tells(told => told === null);
    return report!.items.map(({ place }) => place!);
  };
  const lastLine = (file: string): number => site.read(file).split('\n').length;

  it('tells pages of a mistake wherever it is, and that it is mended', async () => {
    assert.deepEqual(await placesOf(FILE, text => text.replace('"chine"', '"nulle-part"')), [`${FILE}:5:10`]);
    const sections = '_data/sections.yaml';
    assert.deepEqual(await placesOf(sections, text => text.replace('name: Monde', 'nom: Monde')), [
      `${sections}:2:3`,
      `${sections}:2:18`,
    ]);
    const aged = 'src/theme/partials/aged.njk';
    assert.deepEqual(await placesOf(aged, text => `${text}\n{{ view.titre() }}`), [
      `${aged}:${lastLine(aged) + 1}:4`,
    ]);
    assert.deepEqual(await placesOf(aged, text => `${text}\n{% if view %}`), [
      `${aged}:${lastLine(aged) + 1}:1`,
    ]);
    const home = 'src/theme/eleventy/home.njk';
    assert.deepEqual(await placesOf(home, text => `${text}\n{{ words.rien() }}`), [
      `${home}:${lastLine(home) + 1}:4`,
    ]);
    const sheet = 'src/theme/styles/footer.css';
    assert.deepEqual(await placesOf(sheet, text => `${text}}\n`), [`${sheet}:${lastLine(sheet)}:1`]);
    const script = 'src/theme/client/main.ts';
    assert.deepEqual(await placesOf(script, text => `${text}const x = ;\n`), [
      `${script}:${lastLine(script)}:11`,
    ]);
  });

  it('puts nothing of the panel into the site', async () => {
    for (const [path, bytes] of site.tree())
      assert.ok(!String(bytes).includes('.quotidien'), `${path} holds a part of it`);
  });

  it('begins anew with code that was changed, and serves what it makes', async () => {
    site.edit('src/locale/french.ts', text => text.replaceAll("'Aller au contenu'", "'Aller au texte'"));
    await dev.shows('/', 'Aller au texte');
    site.edit('.eleventy.js', text =>
      text.replace(
        'eleventyConfig.addPlugin(quotidien);',
        '$&\n  eleventyConfig.addFilter("cri", mot => mot + "-cri");',
      ),
    );
    site.edit('src/theme/partials/aged.njk', text => `${text}<b>{{ "Ohé" | cri }}</b>`);
    await dev.shows(PAGE, '<b>Ohé-cri</b>');
    await dev.tells(told => told === null);
  });

  it('goes on serving while code can’t be loaded, and says in French where it is wrong', async () => {
    const right = site.read('src/locale/french.ts');
    site.write('src/locale/french.ts', `${right}const x = ;\n`);
    const report = await dev.tells(told => told !== null);
    assert.deepEqual(
      report!.items.map(({ place }) => place),
      [`src/locale/french.ts:${right.split('\n').length}:11`],
    );
    assert.match(report!.note, /tant que son programme n’est pas corrigé/);
    await dev.says('Le programme modifié ne démarre pas\u00a0: le site reste servi');
    await dev.shows(PAGE, 'Le port rouvre');
    site.edit(FILE, text => text.replace('Le port rouvre', 'Le port attend'));
    site.write('src/locale/french.ts', right.replaceAll("'Aller au texte'", "'Aller au fond'"));
    await dev.shows('/', 'Aller au fond');
    await dev.shows(PAGE, 'Le port attend');
    await dev.tells(told => told === null);
  });

  it('waits for a module that is imported before it is written', async () => {
    site.edit('src/pages/registry.ts', text => `import './annonces.ts';\n${text}`);
    const report = await dev.tells(told => told !== null);
    assert.match(report!.items[0]!.message, /«\u00a0annonces\.ts\u00a0», qui n’existe pas/);
    site.write('src/pages/annonces.ts', 'export const annonces = [];\n');
    await dev.tells(told => told === null);
    await dev.shows(PAGE, 'Le port attend');
  });

  it('goes on as it was when the code is taken back', async () => {
    const right = site.read('src/locale/french.ts');
    site.write('src/locale/french.ts', `${right}const x = ;\n`);
    await dev.tells(told => told !== null);
    site.write('src/locale/french.ts', right);
    await dev.tells(told => told === null);
    site.edit(FILE, text => text.replace('Le port attend', 'Le port repart'));
    await dev.shows(PAGE, 'Le port repart');
  });

  it('serves the branch that is checked out last, after many, and watches what it brought', async () => {
    const git = (...words: readonly string[]): void =>
      void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
        cwd: site.dir,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
    site.write('.gitignore', 'node_modules\n_site\n.cache\n');
    git('init', '--quiet', '--initial-branch=une');
    git('add', '.');
    git('commit', '--quiet', '--message=une');
    git('checkout', '--quiet', '-b', 'deux');
    site.remove('content');
    for (let n = 0; n < 12; n++)
      site.write(`content/articles/2014/0${(n % 4) + 1}/a${n}.md`, article({ title: `Article ${n}` }));
    site.write('content/articles/2014/05/port.md', article({ title: 'Le port de l’autre branche' }));
    site.edit('_data/sections.yaml', text => text.replace('Chine', 'Chine et Asie'));
    site.edit('src/theme/partials/aged.njk', text => `${text}<!-- deux -->`);
    site.write('src/theme/partials/neufs/seul.njk', 'seul');
    git('add', '--all', '.');
    git('commit', '--quiet', '--message=deux');
    let branch = 'deux';
    for (const pause of [0, 0, 5, 40, 80, 0, 150, 20, 0, 400, 0, 60, 0]) {
      branch = branch === 'deux' ? 'une' : 'deux';
      git('checkout', '--quiet', branch);
      if (pause > 0) await sleep(pause);
    }
    const expected = { une: 'Le port repart', deux: 'Le port de l’autre branche' };
    await dev.shows(PAGE, expected[branch as keyof typeof expected]);
    await dev.tells(told => told === null);
    // What was written last is noticed in every folder that git took away and put back.
    site.write('content/articles/2014/03/dernier.md', article({ title: 'Le dernier article' }));
    await dev.shows('/', 'Le dernier article');
  });

  it('ends as it is told to, with all that it began', async () => {
    await dev.kill('SIGTERM');
    assert.equal(await dev.ended, 'SIGTERM');
    await assert.rejects(fetch(dev.origin));
  });
});
