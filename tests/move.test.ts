// An article gets another address by `npm run move`: all that is its own goes with it, and readers with the old address still arrive.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { MoveRequest } from '../src/engine/moving/move-request.ts';
import { planMove } from '../src/engine/moving/plan-move.ts';
import { readSiteData } from '../src/engine/reading/read-content.ts';
import { SITE_RULES } from '../src/pages/site-rules.ts';
import { AFTERNOON, article, type MiniSite, miniSite } from './mini-site.ts';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30"/></svg>';
const PORT = 'content/articles/2014/05/port.md';
const OLD_URL = '/chine/2014/05/20/port.html';

function move(site: MiniSite, ...args: readonly string[]) {
  const command = join(import.meta.dirname, '../src/cli/move.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args, '--now', AFTERNOON], {
    cwd: site.dir,
    encoding: 'utf8',
  });
  return { status, stdout: plainSpaces(stdout), stderr: plainSpaces(stderr) };
}

function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

function moved(site: MiniSite, ...args: readonly string[]): string {
  const { status, stdout, stderr } = move(site, ...args);
  assert.equal(status, 0, stderr);
  return stdout;
}

/** All files of content by path, with their text. */
function contentOf(site: MiniSite): ReadonlyMap<string, string> {
  const root = join(site.dir, 'content');
  return new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter(item => item.isFile())
      .map(item => join(item.parentPath, item.name))
      .sort()
      .map(path => [path.slice(root.length + 1), readFileSync(path, 'utf8')]),
  );
}

/** The command says why, with that status, and changes no file. */
function refused(site: MiniSite, args: readonly string[], why: RegExp, status = 2): void {
  const before = contentOf(site);
  const done = move(site, ...args);
  assert.match(done.stderr, why);
  assert.equal(done.status, status, done.stderr);
  assert.equal(done.stdout, '');
  assert.deepEqual(contentOf(site), before);
}

async function isFaultless(site: MiniSite): Promise<void> {
  const { problems, warnings } = await site.checked();
  assert.deepEqual([...problems, ...warnings], []);
}

function settingsOf(site: MiniSite): Parameters<typeof planMove>[1] {
  const data = readSiteData({ dataDir: join(site.dir, '_data') }, SITE_RULES);
  assert.ok(data.ok);
  return { contentDir: join(site.dir, 'content'), site: data.value, now: Date.parse(AFTERNOON) };
}

describe('an article that moves', () => {
  it('has a page at its new address, and one at the old that leads there', async () => {
    using site = miniSite({ [PORT]: article() });
    await site.built();
    const told = moved(site, PORT, '--section', 'sport', '--slug', 'nouveau-port');
    assert.match(
      told,
      /Article déplacé : content\/articles\/2014\/05\/port\.md → content\/articles\/2014\/05\/nouveau-port\.md/,
    );
    assert.match(
      told,
      /Adresse : \/chine\/2014\/05\/20\/port\.html → \/sport\/2014\/05\/20\/nouveau-port\.html/,
    );
    assert.match(told, /Vérifiez avec « npm run check »\.$/m);
    await isFaultless(site);
    await site.built();
    assert.match(site.page('/sport/2014/05/20/nouveau-port.html'), /Le port rouvre/);
    assert.match(site.page(OLD_URL), /\/sport\/2014\/05\/20\/nouveau-port\.html/);
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });

  it('leads on from every address that it had, and back at an old one has it as its own', async () => {
    using site = miniSite({ [PORT]: article() });
    moved(site, PORT, '--slug', 'quai');
    moved(site, 'content/articles/2014/05/quai.md', '--section', 'monde');
    await site.built();
    for (const old of [OLD_URL, '/chine/2014/05/20/quai.html'])
      assert.match(site.page(old), /\/monde\/2014\/05\/20\/quai\.html/);
    moved(site, 'content/articles/2014/05/quai.md', '--section', 'chine', '--slug', 'port');
    await isFaultless(site);
    assert.match(
      site.read(PORT),
      /^aliases: \[\/monde\/2014\/05\/20\/quai\.html, \/chine\/2014\/05\/20\/quai\.html\]$/m,
    );
  });

  it('is back at an old address though readers have none in between', async () => {
    using site = miniSite({ [PORT]: article({}, 'Trois navires.') });
    moved(site, PORT, '--date', '2014-06-03T09:00');
    const later = 'content/articles/2014/06/port.md';
    assert.match(site.read(later), /^aliases: \[\/chine\/2014\/05\/20\/port\.html\]$/m);
    moved(site, later, '--date', '2014-05-20T13:43');
    assert.match(site.read(PORT), /^aliases: \[\]$/m);
    await isFaultless(site);
    site.write(PORT, article({ draft: true, aliases: ['/vieux', '/chine/2014/05/20/quai.html'] }));
    moved(site, PORT, '--slug', 'quai');
    assert.match(site.read('content/articles/2014/05/quai.md'), /^aliases: \["\/vieux"\]$/m);
    await isFaultless(site);
  });

  it('keeps every byte but those of the fields that change', () => {
    const typed = (section: string, date: string, more: string) =>
      `\uFEFF---\r\ntitle: "Le port  rouvre"   # provisoire\r\n\r\nsource: 'Xinhua'\r\ndate: ${date}\t# à vérifier\r\nsection: ${section}\r\naliases:\r\n    - "/vieux/"  # avant\r\n${more}\r\n# fin\r\n---\r\n\r\nLe cafe\u0301  \r\nreste.\r\n\r\n`;
    using site = miniSite({ [PORT]: typed('"chine"', "'2014-05-20T13:43'", '') });
    moved(site, PORT, '--section', 'sport', '--date', '19.05.2014 9h05');
    assert.equal(site.read(PORT), typed('"sport"', "'19.05.2014 9h05'", `    - "${OLD_URL}"\r\n`));
  });

  it('goes to the folder of its new month, with its photographs and documents', async () => {
    using site = miniSite({
      [PORT]: article(
        { image: { src: 'photos/quai.svg', alt: 'Un quai' } },
        'Voir ![Une grue](grue.svg "La grue.") et [le rapport](rapport.pdf).',
      ),
      'content/articles/2014/05/photos/quai.svg': SVG,
      'content/articles/2014/05/grue.svg': SVG.replace('40 30', '50 30'),
      'content/articles/2014/05/rapport.pdf': '%PDF-1.4\n%%EOF\n',
      'content/articles/2014/05/reste.svg': SVG,
    });
    site.edit(PORT, text => text.replace('Voir ![', 'Voir.\n\n![').replace(' et [', '\n\nVoir ['));
    await isFaultless(site);
    moved(site, PORT, '--date', '2014-04-30T08:00');
    for (const name of ['port.md', 'photos/quai.svg', 'grue.svg', 'rapport.pdf'])
      assert.ok(site.holds(`content/articles/2014/04/${name}`), name);
    assert.ok(site.holds('content/articles/2014/05/reste.svg'));
    assert.ok(!site.holds('content/articles/2014/05/photos'), 'the empty folder is gone');
    await isFaultless(site);
    await site.built();
    assert.match(site.page(OLD_URL), /\/chine\/2014\/04\/30\/port\.html/);
  });

  it('leaves a photograph that others show where all find it', async () => {
    const image = { src: 'quai.svg', alt: 'Un quai' };
    using site = miniSite({
      [PORT]: article({ image }),
      'content/articles/2014/05/foire.md': article({ image, title: 'La foire' }),
      'content/articles/2014/05/quai.svg': SVG,
    });
    const told = moved(site, PORT, '--date', '2014-04-30T08:00');
    assert.match(
      told,
      /quai\.svg → content\/media\/quai\.svg, car « content\/articles\/2014\/05\/foire\.md » s’en sert aussi/,
    );
    await isFaultless(site);
  });

  it('leaves the folders that say something else than its section and its date', () => {
    using site = miniSite({
      'content/articles/chine/2014-05/port.md': article(),
      'content/articles/une/foire.md': article({ title: 'La foire' }),
    });
    moved(site, 'content/articles/chine/2014-05/port.md', '--section', 'sport', '--date', '2014-04-30');
    assert.ok(site.holds('content/articles/sport/2014-04/port.md'));
    moved(site, 'content/articles/une/foire.md', '--section', 'sport');
    assert.ok(site.holds('content/articles/une/foire.md'));
  });

  it('takes its own comments along, and no other article’s', async () => {
    const comment = 'name: Lin\ndate: 2014-05-20T14:00\ntext: Bien vu.\n';
    using site = miniSite({
      [PORT]: article(),
      'content/articles/2014/05/port/quai.md': article({ title: 'Le quai' }),
      'content/comments/2014/05/port/0001.yaml': comment,
      'content/comments/2014/05/port/0002.yaml': comment,
      'content/comments/2014/05/port/quai/0001.yaml': comment,
    });
    assert.match(
      moved(site, PORT, '--slug', 'rade'),
      /2 commentaires : content\/comments\/2014\/05\/port → content\/comments\/2014\/05\/rade/,
    );
    assert.ok(site.holds('content/comments/2014/05/rade/0002.yaml'));
    assert.ok(!site.holds('content/comments/2014/05/port/0001.yaml'));
    assert.ok(site.holds('content/comments/2014/05/port/quai/0001.yaml'));
    await isFaultless(site);
  });

  it('is found by the links to its file, however they are typed, and finds those of its own', async () => {
    const page =
      '---\ntitle: À propos\ndescription: Nous.\n---\n\nVoir [le port](../articles/2014/05/port.md).\n';
    using site = miniSite({
      [PORT]: article(
        {},
        'Voir [la foire](foire.md#partie-un), [nous](../../../pages/a-propos.md) et [soi](port.md).',
      ),
      'content/articles/2014/05/foire.md': article(
        { title: 'La foire' },
        '## Un\n\nVoir [le port](port.md), [lui](<./port.md> "Le port") et [là][p]. Pas `[ici](port.md)`.\n\n[p]: /content/articles/2014/05/port.md',
      ),
      'content/articles/2014/match.md': article(
        { title: 'Le match' },
        'Voir [le port](05/port.md#partie-deux).',
      ),
      'content/pages/a-propos.md': page,
    });
    site.edit(PORT, text => `${text}\n## Deux\n\nFin.\n`);
    await isFaultless(site);
    const told = moved(site, PORT, '--slug', 'rade', '--date', '2014-04-30T08:00');
    assert.equal(told.match(/Lien corrigé dans/g)?.length, 3);
    assert.match(
      site.read('content/articles/2014/04/rade.md'),
      /\[la foire\]\(\.\.\/05\/foire\.md#partie-un\), \[nous\]\(\.\.\/\.\.\/\.\.\/pages\/a-propos\.md\) et \[soi\]\(rade\.md\)/,
    );
    assert.match(
      site.read('content/articles/2014/05/foire.md'),
      /\[le port\]\(\.\.\/04\/rade\.md\), \[lui\]\(<\.\.\/04\/rade\.md> "Le port"\) et \[là\]\[p\]\. Pas `\[ici\]\(port\.md\)`\.\n\n\[p\]: \/content\/articles\/2014\/04\/rade\.md/,
    );
    assert.match(site.read('content/articles/2014/match.md'), /\(04\/rade\.md#partie-deux\)/);
    assert.match(site.read('content/pages/a-propos.md'), /\(\.\.\/articles\/2014\/04\/rade\.md\)/);
    await isFaultless(site);
  });

  it('still leads by relative addresses to the pages to which it led', async () => {
    using site = miniSite({
      [PORT]: article(
        {},
        'Voir [la foire](foire.html?a=1), [le jour](../19/match.html) et [soi](port.html#partie-x).\n\n## X\n\nFin.',
      ),
      'content/articles/2014/05/foire.md': article({ title: 'La foire' }),
      'content/articles/2014/05/match.md': article({ title: 'Le match', date: '2014-05-19T10:00' }),
    });
    await isFaultless(site);
    moved(site, PORT, '--section', 'sport', '--slug', 'rade');
    assert.match(
      site.read('content/articles/2014/05/rade.md'),
      /\[la foire\]\(\/chine\/2014\/05\/20\/foire\.html\?a=1\), \[le jour\]\(\/chine\/2014\/05\/19\/match\.html\) et \[soi\]\(\/sport\/2014\/05\/20\/rade\.html#partie-x\)/,
    );
    await isFaultless(site);
  });

  it('that readers never had leaves no address behind, and links follow it', async () => {
    for (const [fields, why] of [
      [
        { draft: true },
        /sans suite, car c’est un brouillon ; s’il a déjà paru, ajoutez-la : « aliases: \[\/chine\/2014\/05\/20\/port\.html\] »/,
      ],
      [{ publish: '2014-05-21T06:00' }, /sans suite, car l’article n’a pas encore paru/],
    ] as const) {
      using site = miniSite({
        [PORT]: article(fields),
        'content/articles/2014/05/suite.md': article(
          { title: 'La suite', ...fields },
          `Voir [le port](${OLD_URL}#partie-a), [lui](https://portail.example${OLD_URL}) et [là](port.html).`,
        ),
      });
      site.edit(PORT, text => `${text}\n## A\n\nFin.\n`);
      await isFaultless(site);
      site.write(
        'content/articles/2014/05/fin.md',
        article({ title: 'La fin', ...fields }, 'Voir [le port](port.md).'),
      );
      assert.match(moved(site, PORT, '--section', 'sport'), why);
      assert.doesNotMatch(site.read(PORT), /aliases/);
      assert.match(
        site.read('content/articles/2014/05/suite.md'),
        /\(\/sport\/2014\/05\/20\/port\.html#partie-a\), \[lui\]\(https:\/\/portail\.example\/sport\/2014\/05\/20\/port\.html\) et \[là\]\(\/sport\/2014\/05\/20\/port\.html\)/,
      );
      await isFaultless(site);
    }
  });

  it('leaves its address to another article that has it, too', async () => {
    using site = miniSite({
      [PORT]: article(),
      'content/articles/2014/06/port.md': article({ title: 'Un autre port' }),
    });
    assert.match(
      moved(site, PORT, '--slug', 'rade'),
      /elle est à « content\/articles\/2014\/06\/port\.md », et le reste/,
    );
    await isFaultless(site);
  });

  it('says when readers will have to wait for it', () => {
    using site = miniSite({ [PORT]: article() });
    assert.match(moved(site, PORT, '--date', '2014-06-03T08:00'), /la date est à venir/);
  });

  it('is moved within a portal that lives in a folder', async () => {
    using site = miniSite({ [PORT]: article() });
    site.edit('_data/site.yaml', text => text.replace('portail.example', 'portail.example/journal'));
    moved(site, PORT, '--slug', 'rade');
    assert.match(
      site.read('content/articles/2014/05/rade.md'),
      new RegExp(`^aliases: \\[${OLD_URL}\\]$`, 'm'),
    );
    await isFaultless(site);
  });

  it('is told with what records it, where git does', () => {
    using site = miniSite({ [PORT]: article(), '.git/HEAD': 'ref: refs/heads/main\n' });
    assert.match(
      moved(site, PORT, '--slug', 'rade'),
      /git add content\n {2}git commit -m "Déplace port vers \/chine\/2014\/05\/20\/rade\.html"/,
    );
  });

  it('can be asked about, with nothing changed', () => {
    using site = miniSite({ [PORT]: article() });
    const before = contentOf(site);
    assert.match(
      moved(site, PORT, '--slug', 'rade', '--dry-run'),
      /Serait déplacé : .*\n[\s\S]*Rien n’a été changé/,
    );
    assert.deepEqual(contentOf(site), before);
  });
});

describe('an article stays where it is', () => {
  it('when what was asked for can’t be', () => {
    using site = miniSite({
      [PORT]: article(),
      'content/articles/2014/05/quai.md': article({
        title: 'Le quai',
        aliases: ['/chine/2014/05/20/Jetee.html'],
      }),
      'content/articles/2014/rade.md': article({ title: 'La rade' }),
      'content/pages/a-propos.md': '---\ntitle: À propos\ndescription: Nous.\n---\n\nNous.\n',
      'content/articles/2014/05/quai.svg': SVG,
      'content/comments/2014/05/ancien/0009.yaml': 'date: 2014-05-20T14:00\ntext: Bien vu.\n',
    });
    const refuses = (file: string, wish: Partial<MoveRequest>, why: RegExp): void => {
      const request = { section: undefined, slug: undefined, date: undefined, ...wish };
      const planned = planMove({ ...request, file: join(site.dir, file) }, settingsOf(site));
      assert.ok(!planned.ok);
      assert.match(plainSpaces(planned.refusal), why);
    };
    const slug = 'x';
    refuses(PORT, {}, /ajoutez --section, --slug ou --date/);
    refuses('port.md', { slug }, /Vouliez-vous dire « \S*content\/articles\/2014\/05\/port\.md »/);
    refuses(OLD_URL, { slug }, /Vouliez-vous dire « \S*content\/articles\/2014\/05\/port\.md »/);
    refuses('content/articles/2014/05/prot.md', { slug }, /Vouliez-vous dire « \S*port\.md »/);
    refuses('content/articles/2014/05', { slug }, /est un dossier/);
    refuses('content/articles/2014/05/quai.svg', { slug }, /n’est pas un article/);
    refuses('content/pages/a-propos.md', { slug }, /page hors rubrique/);
    refuses('_data/site.yaml', { slug }, /les articles sont dans « \S*content\/articles »/);
    refuses(PORT, { section: 'sprot' }, /« sprot » n’existe pas\. Celles du site : chine, monde, sport/);
    refuses(PORT, { slug: 'Été à Pékin' }, /écrivez « ete-a-pekin »/);
    refuses(PORT, { slug: 'rade.md' }, /écrivez « rade »/);
    refuses(PORT, { slug: 'a/b' }, /écrivez « a-b »/);
    refuses(PORT, { slug: '' }, /prenez des lettres/);
    refuses(PORT, { date: '31.02.2014' }, /n’existe pas/);
    refuses(PORT, { section: 'sprot', slug: 'Été', date: 'hier' }, /« sprot ».*« ete ».*« hier »/s);
    refuses(PORT, { slug: 'port', date: '2014-05-20T14:00' }, /il n’y a rien à déplacer/);
    refuses(PORT, { slug: 'quai' }, /quai\.md », qui existe déjà/);
    refuses(PORT, { slug: 'rade' }, /est déjà celle de « \S*content\/articles\/2014\/rade\.md »/);
    refuses(PORT, { slug: 'jetee' }, /ancienne adresse de « \S*content\/articles\/2014\/05\/quai\.md »/);
    refuses(
      PORT,
      { slug: 'ancien' },
      /Dans « \S*content\/comments\/2014\/05\/ancien », des commentaires deviendraient ceux de l’article/,
    );
    refused(site, [], /Il manque le fichier de l’article/);
    refused(site, [PORT, 'x', '--slug', 'y'], /« x » est de trop/);
    refused(
      site,
      ['content/articles/prot.md', '--slug', 'x'],
      /Vouliez-vous dire « content\/articles\/2014\/05\/port\.md »/,
    );
  });

  it('while it has a fault, or would have one', () => {
    using site = miniSite({
      [PORT]: article({ topics: 'commerce' }),
      'content/articles/2014/05/quai.md': article({ title: 'Le quai', updated: '2014-05-20T15:00' }),
      'content/articles/2014/05/rade.md':
        '---\ntitle: A\nsource: B\ndate: 2014-05-20T10:00\nsection: >-\n  chine\n---\n\nTexte.\n',
    });
    refused(site, [PORT, '--slug', 'x'], /port\.md:6:9[\s\S]*corrigez-le d’abord/, 1);
    refused(
      site,
      ['content/articles/2014/05/quai.md', '--date', '2014-05-21T10:00'],
      /quai\.md:6:\d+[\s\S]*il aurait alors/,
      1,
    );
    refused(
      site,
      ['content/articles/2014/05/rade.md', '--section', 'sport'],
      /d’une façon que cette commande ne sait pas changer/,
    );
  });

  it('while a name in another file would mean something else', () => {
    const image = { src: 'quai.svg', alt: 'Un quai' };
    using site = miniSite({
      [PORT]: article({ image }),
      'content/articles/2014/05/quai.svg': SVG,
      'content/articles/2014/04/quai.svg': SVG,
      'content/media/quai.svg': SVG,
      'content/articles/2014/03/foire.md': article({ title: 'La foire', image, date: '2014-03-20' }),
      'content/articles/2014/06/match.md': article(
        { title: 'Le match', date: '2014-05-19' },
        'Voir [le port](../05/port.md).',
      ),
    });
    refused(site, [PORT, '--date', '2014-04-30'], /quai\.svg », qui existe déjà/);
    refused(
      site,
      [PORT, '--date', '2014-03-30'],
      /« content\/articles\/2014\/03\/foire\.md » désignerait alors une autre photo/,
    );
    site.edit('content/articles/2014/06/match.md', text => text.replace(/^---/, ''));
    refused(site, [PORT, '--slug', 'rade'], /« content\/articles\/2014\/06\/match\.md » a une faute/);
  });

  it('when something on the disk is in the way of a part of it, with all put back', () => {
    using site = miniSite({
      [PORT]: article(),
      'content/articles/2014/foire.md': article({ title: 'La foire' }, 'Voir [le port](05/port.md).'),
      'content/comments/2014/05/port/0001.yaml': 'date: 2014-05-20T14:00\ntext: Bien vu.\n',
      'content/comments/2014/05/rade': 'Un fichier à la place d’un dossier.\n',
    });
    refused(site, [PORT, '--slug', 'rade'], /Tout a été remis à sa place[\s\S]*rade/, 3);
  });
});
