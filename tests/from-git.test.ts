// A site built from a commit is the one that its files would make, wherever the repository is and whatever of it was cloned.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openCommit } from '../src/content/commit.ts';
import { textBytes } from '../src/content/content-source.ts';
import { GitFailure } from '../src/content/git-failure.ts';
import { commitContent, GIT_ENVIRONMENT, git, servePartialClones } from './git-repository.ts';
import { article, type BuildChanges, type MiniSite, miniSite } from './mini-site.ts';
import { assertSameTree, type Tree } from './tree.ts';

const DRAWING = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><rect width="40" height="30" fill="${colour}"/></svg>`;

const FILES = {
  'content/articles/2014/05/port.md': article({
    image: { src: 'port.svg', alt: 'Le port', credit: 'Xinhua' },
  }),
  'content/articles/2014/05/port.svg': DRAWING('red'),
  'content/articles/2014/05/gare.md': article(
    { title: 'La gare rouvre', date: '2014-05-19T08:00' },
    'Voyez [le port](port.md) et [la note](/notes/note.txt).',
  ),
  'content/articles/2014/04/été.md.txt': '',
  'content/articles/2013/neige.md': article({
    title: 'La neige',
    date: '2013-01-05T08:00',
    section: 'monde',
  }),
  'content/comments/2014/05/port/0001.yaml': 'date: 2014-05-20T14:00\nname: Lin\ntext: Bien.\n',
  'content/pages/a-propos.md':
    '---\ntitle: À propos\ndescription: Qui nous sommes.\norder: 1\n---\n\nNous écrivons.\n',
};

function portal(settings: { readonly ownImages?: boolean } = {}): MiniSite {
  const site = miniSite(FILES, settings);
  site.remove('content/articles/2014/04');
  site.edit('content/articles/2014/05/gare.md', text => text.replace(' et [la note](/notes/note.txt)', ''));
  git(site.dir, ['init', '--quiet', '--initial-branch=main']);
  commitContent(site.dir);
  return site;
}

interface Built {
  /** How many articles were opened. */
  readonly opened: number;
  readonly rendered: number;
  readonly written: number;
  readonly decoded: number;
}

async function build(site: MiniSite, changes: BuildChanges): Promise<Built> {
  let opened = 0;
  const { pages, images } = await site.built({
    ...changes,
    onProgress(phase, done) {
      if (phase === 'read') opened = done;
    },
  });
  return { opened, rendered: pages.rendered, written: pages.written, decoded: images.decoded };
}

const fromFiles = (site: MiniSite): Promise<Built> => build(site, {});

async function fromGit(
  site: MiniSite,
  revision = 'HEAD',
  contentDir = join(site.dir, 'content'),
): Promise<Built> {
  const source = openCommit({ contentDir, cacheDir: join(site.dir, '.cache') }, revision);
  try {
    return await build(site, { source });
  } finally {
    source.close();
    assert.ok(!existsSync(join(site.dir, '.cache/from-git')), 'what was read is still there');
  }
}

/** As if time had gone by: no file is so fresh that its stamp is empty. */
function anHourOn({ mock }: TestContext): void {
  const realNow = Date.now;
  mock.method(Date, 'now', () => realNow() + 3_600_000);
}

/** Until the end of the block. */
function environment(values: Readonly<Record<string, string>>): Disposable {
  const before = Object.fromEntries(Object.keys(values).map(name => [name, process.env[name]]));
  Object.assign(process.env, values);
  return {
    [Symbol.dispose]() {
      for (const [name, value] of Object.entries(before))
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
    },
  };
}

/** Until the end of the block. */
function workingIn(dir: string): Disposable {
  const before = process.cwd();
  process.chdir(dir);
  return { [Symbol.dispose]: () => process.chdir(before) };
}

const NOTHING_DONE: Built = { opened: 0, rendered: 0, written: 0, decoded: 0 };

async function cleanTree(site: MiniSite): Promise<Tree> {
  return (await site.cleanBuild()).tree;
}

describe('a site built from a commit', () => {
  it('is the one that the files of the commit make, byte for byte', async () => {
    using site = portal();
    const clean = await cleanTree(site);
    site.edit('content/articles/2014/05/gare.md', text => text.replace('rouvre', 'ferme'));
    site.write('content/articles/2014/05/autre.md', article({ title: 'Pas encore' }));
    assert.equal((await fromGit(site)).opened, 3);
    assertSameTree(site.tree(), clean);
  });

  it('leaves a memory that serves a build from the files, and takes one from it', async context => {
    anHourOn(context);
    using site = portal();
    await fromGit(site);
    // Without stamps of this disk each is opened once, and found to be as it is known.
    assert.deepEqual(await fromFiles(site), { ...NOTHING_DONE, opened: 3 });
    assert.deepEqual(await fromFiles(site), NOTHING_DONE);
    assert.deepEqual(await fromGit(site), NOTHING_DONE);
    site.edit('content/articles/2014/05/gare.md', text => text.replace('rouvre', 'ferme'));
    site.write('content/articles/2014/05/port.svg', DRAWING('blue'));
    assert.equal((await fromFiles(site)).opened, 1);
    commitContent(site.dir);
    assert.deepEqual(await fromGit(site), NOTHING_DONE);
  });

  it('follows what is edited, added, renamed and deleted from commit to commit, and back', async () => {
    using site = portal();
    await fromGit(site);
    site.edit('content/articles/2014/05/gare.md', text => text.replace('rouvre', 'ferme'));
    site.rename('content/articles/2013/neige.md', 'content/articles/2013/neiges.md');
    site.write('content/articles/2014/05/voile.md', article({ title: 'La voile' }));
    site.write('content/articles/2014/05/port.svg', DRAWING('green'));
    site.remove('content/comments');
    const second = commitContent(site.dir);
    site.write('content/comments/2014/05/gare/1.yaml', 'date: 2014-05-20T14:00\nname: Lin\ntext: Oui.\n');
    site.remove('content/articles/2014/05/voile.md');
    commitContent(site.dir);
    for (const revision of [second, 'main', 'HEAD~2', 'main^{/Contenu}']) {
      await fromGit(site, revision);
      git(site.dir, ['checkout', '--quiet', revision]);
      assertSameTree(site.tree(), await cleanTree(site));
      git(site.dir, ['checkout', '--quiet', 'main']);
    }
  });

  it('needs no working tree: a bare repository will do', async () => {
    using site = portal();
    const clean = await cleanTree(site);
    git(site.dir, ['clone', '--quiet', '--bare', '.', 'depot.git']);
    rmSync(join(site.dir, 'content'), { recursive: true });
    rmSync(join(site.dir, '.git'), { recursive: true });
    using _repository = environment({ GIT_DIR: join(site.dir, 'depot.git') });
    using _folder = workingIn(site.dir);
    await fromGit(site, 'main', 'content');
    assertSameTree(site.tree(), clean);
  });

  it('is read where git itself has said which repository is meant, as in its hooks', async () => {
    using site = portal();
    using _folder = workingIn(site.dir);
    using _repository = environment({ GIT_DIR: '.git' });
    const source = openCommit({ contentDir: 'content', cacheDir: '.cache' }, 'HEAD');
    assert.equal(source.kindOf('articles/2014/05/port.md'), 'file');
  });

  it('is made of a clone without blobs, history and content folder, with one fetch where it reads', async () => {
    using site = portal();
    const clean = await cleanTree(site);
    servePartialClones(site.dir);
    using _settings = environment(GIT_ENVIRONMENT);
    git(site.dir, [
      ...['clone', '--quiet', '--depth', '1', '--filter=blob:none', '--no-checkout'],
      ...[`file://${site.dir}`, 'clone'],
    ]);
    const clone = join(site.dir, 'clone');
    git(clone, ['sparse-checkout', 'set', '--no-cone', '/*', '!/content/']);
    git(clone, ['checkout', '--quiet']);
    assert.ok(!existsSync(join(clone, 'content')));
    using fetches = countFetches(site.dir);
    await fromGit(site, 'HEAD', join(clone, 'content'));
    assertSameTree(site.tree(), clean);
    // Articles, comments and pages together; then the photograph.
    assert.equal(fetches.since(), 2);
    assert.deepEqual(await fromGit(site, 'HEAD', join(clone, 'content')), NOTHING_DONE);
    assert.equal(fetches.since(), 0);

    site.edit('content/articles/2014/05/gare.md', text => text.replace('rouvre', 'ferme'));
    site.write('content/articles/2014/05/voile.md', article({ title: 'La voile' }));
    commitContent(site.dir);
    git(clone, ['fetch', '--quiet', '--depth', '1', 'origin', 'main']);
    fetches.since();
    assert.equal((await fromGit(site, 'origin/main', join(clone, 'content'))).opened, 2);
    assert.equal(fetches.since(), 1);
    assertSameTree(site.tree(), await cleanTree(site));
  });

  it('says how many files a partial clone is about to fetch, and fetches none twice', () => {
    using site = portal();
    servePartialClones(site.dir);
    using _settings = environment(GIT_ENVIRONMENT);
    git(site.dir, [
      ...['clone', '--quiet', '--filter=blob:none', '--no-checkout'],
      ...[`file://${site.dir}`, 'clone'],
    ]);
    const told: number[] = [];
    const contentDir = join(site.dir, 'clone/content');
    const cacheDir = join(site.dir, '.cache');
    const source = openCommit({ contentDir, cacheDir, onFetch: files => told.push(files) }, 'HEAD');
    const [port, gare] = ['articles/2014/05/port.md', 'articles/2014/05/gare.md'];
    source.prefetch([port, gare, 'articles/jamais.md']);
    source.prefetchWhole(['articles/2014/05/port.svg', gare]);
    source.prefetch([port]);
    assert.deepEqual(told, [2, 1]);
    assert.equal(textBytes(source, gare).toString(), site.read(`content/${gare}`));
    assert.equal(
      readFileSync(source.pathOf('articles/2014/05/port.svg'), 'utf8'),
      site.read('content/articles/2014/05/port.svg'),
    );
    assert.throws(() => textBytes(source, 'articles/jamais.md'), { code: 'ENOENT' });
    source.close();
  });

  it('fetches the bodies of articles to be rendered again at once, and those that an earlier build rendered not at all', async () => {
    using site = portal();
    await fromGit(site);
    servePartialClones(site.dir);
    using _settings = environment(GIT_ENVIRONMENT);
    git(site.dir, ['clone', '--quiet', '--bare', '--filter=blob:none', `file://${site.dir}`, 'partial.git']);
    using _repository = environment({ GIT_DIR: join(site.dir, 'partial.git') });
    rmSync(join(site.dir, 'content'), { recursive: true });
    const editPages = (): void =>
      site.editTheme('archive/article.njk', text => text.replace('{% block main %}', '{% block main %}<hr>'));
    editPages();
    using _folder = workingIn(site.dir);
    using fetches = countFetches(site.dir);
    const { opened, rendered } = await fromGit(site, 'main', 'content');
    assert.equal(opened, 0);
    assert.ok(rendered >= 3);
    // The page of text, which every build reads.
    assert.equal(fetches.since(), 1);

    editPages();
    site.remove('.cache/bodies.json');
    assert.ok((await fromGit(site, 'main', 'content')).rendered >= 3);
    assert.equal(fetches.since(), 1);
  });

  it('names mistakes by the file and the line that an editor knows', async () => {
    using site = portal();
    site.edit('content/articles/2014/05/gare.md', text =>
      text.replace('section: "chine"', 'section: "chnie"'),
    );
    site.write('content/articles/2014/05/port.md', 'Sans champs.\n');
    commitContent(site.dir);
    const contentDir = join(site.dir, 'content');
    const ofFiles = await site.checked();
    rmSync(contentDir, { recursive: true });
    using source = commitOf(site);
    const ofCommit = await site.checked({ source });
    assert.deepEqual(ofCommit.problems, ofFiles.problems);
    assert.ok(ofCommit.problems.some(({ file, line }) => file.endsWith('2014/05/gare.md') && line === 5));
  });

  it('reads names with quotes, accents, spaces and line ends', async () => {
    using site = portal();
    for (const name of ['l\'été "à" neuf.svg', 'deux\nlignes.svg', '-x.svg'])
      site.write(`content/media/${name}`, DRAWING('red'));
    commitContent(site.dir);
    const ofFiles = await site.checked();
    using source = commitOf(site);
    assert.deepEqual((await site.checked({ source })).unusedMedia, ofFiles.unusedMedia);
    assert.equal(ofFiles.unusedMedia.length, 3);
  });

  it('takes the bytes as they are in the commit, whatever a checkout would make of them', async () => {
    using site = portal();
    site.write('content/.gitattributes', '*.md text eol=crlf\n');
    commitContent(site.dir);
    rmSync(join(site.dir, 'content/articles/2014/05/gare.md'));
    git(site.dir, ['checkout', '--quiet', '--', 'content']);
    assert.match(site.read('content/articles/2014/05/gare.md'), /\r\n/);
    {
      using source = commitOf(site);
      assert.ok(!textBytes(source, 'articles/2014/05/gare.md').includes('\r'));
    }
    await fromGit(site);
    assertSameTree(site.tree(), await cleanTree(site));
  });

  it('refuses links and submodules as it refuses them in a folder', async () => {
    using site = portal();
    symlinkSync('port.md', join(site.dir, 'content/articles/2014/05/lien.md'));
    symlinkSync('articles', join(site.dir, 'content/media'));
    git(site.dir, ['add', '--all', '--', 'content']);
    const head = git(site.dir, ['rev-parse', 'HEAD']);
    git(site.dir, ['update-index', '--add', '--cacheinfo', `160000,${head},content/articles/2012`]);
    git(site.dir, ['commit', '--quiet', '-m', 'Liens']);
    using source = commitOf(site);
    const { problems } = await site.checked({ source });
    assert.deepEqual(
      problems.map(({ file, rule, message }) => [
        file.replace(/.*\/content\//, ''),
        rule,
        /sous-module/.test(message),
      ]),
      [
        ['articles/2012', 'not-a-file', true],
        ['articles/2014/05/lien.md', 'not-a-file', false],
        ['media', 'not-a-file', false],
      ],
    );
  });

  it('is read from a repository of SHA-256 names, whose memory serves the files, too', async context => {
    anHourOn(context);
    using site = miniSite(FILES);
    site.remove('content/articles/2014/04');
    site.edit('content/articles/2014/05/gare.md', text => text.replace(' et [la note](/notes/note.txt)', ''));
    git(site.dir, ['init', '--quiet', '--object-format=sha256', '--initial-branch=main']);
    commitContent(site.dir);
    await fromGit(site);
    assert.deepEqual(await fromFiles(site), { ...NOTHING_DONE, opened: 3 });
    assert.deepEqual(await fromGit(site), NOTHING_DONE);
    assertSameTree(site.tree(), await cleanTree(site));
  });
});

describe('a file that Git LFS keeps', () => {
  /** Its drawing is committed as a pointer, and the clone has what it points to. */
  function portalWithPointer(settings: { readonly ownImages?: boolean } = {}): {
    readonly site: MiniSite;
    readonly pointer: string;
  } {
    const site = portal(settings);
    const bytes = DRAWING('orange');
    const oid = createHash('sha256').update(bytes).digest('hex');
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${bytes.length}\n`;
    site.write(`.git/lfs/objects/${oid.slice(0, 2)}/${oid.slice(2, 4)}/${oid}`, bytes);
    site.write('content/articles/2014/05/port.svg', pointer);
    commitContent(site.dir);
    site.write('content/articles/2014/05/port.svg', bytes);
    return { site, pointer };
  }

  it('is brought by git-lfs, and is the same file as in a checkout', { skip: lacksGitLfs() }, async () => {
    const { site } = portalWithPointer();
    using _ = site;
    // As machines of continuous integration have it, so that a checkout brings nothing.
    using _settings = environment({ GIT_LFS_SKIP_SMUDGE: '1' });
    await fromGit(site);
    assertSameTree(site.tree(), await cleanTree(site));
    assert.deepEqual(await fromGit(site), NOTHING_DONE);
  });

  it('is said to be missing where it is known, gone, and needed for an image', {
    skip: lacksGitLfs(),
  }, async () => {
    const { site } = portalWithPointer({ ownImages: true });
    using _ = site;
    using _settings = environment({ GIT_LFS_SKIP_SMUDGE: '1' });
    await fromGit(site);
    for (const gone of ['.git/lfs', '_site/images', '.cache/images']) site.remove(gone);
    await assert.rejects(fromGit(site), { file: 'articles/2014/05/port.svg', isPointer: true });
  });

  it('is a problem where nobody can bring it, in a commit as in a folder', async () => {
    const { site, pointer } = portalWithPointer();
    using _ = site;
    const programs = join(site.dir, 'bin');
    mkdirSync(programs);
    symlinkSync(spawnSync('which', ['git'], { encoding: 'utf8' }).stdout.trim(), join(programs, 'git'));
    using _path = environment({ PATH: programs });
    using source = commitOf(site);
    const { problems } = await site.checked({ source });
    assert.deepEqual(
      problems.map(({ file, line, rule }) => [file.replace(/.*\/content\//, ''), line, rule]),
      [['articles/2014/05/port.md', 6, 'git-lfs-photograph']],
    );
    assert.match(problems[0]!.message, /git-lfs/);
    site.write('content/articles/2014/05/port.svg', pointer);
    assert.deepEqual((await site.checked()).problems, problems);
  });
});

/** Why tests that need git-lfs are skipped; false: it is there, or has to be. */
function lacksGitLfs(): string | false {
  if (process.env.CI) return false;
  return spawnSync('git', ['lfs', 'version']).status === 0 ? false : 'git-lfs is not installed';
}

describe('a command that is to read a commit', () => {
  const ROOT = join(import.meta.dirname, '..');

  function check(dir: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(ROOT, 'src/cli/check.ts'), '--data', join(dir, '_data'), '--quiet', ...args],
      { cwd: dir, encoding: 'utf8', env: { ...process.env, ...GIT_ENVIRONMENT, ...env } },
    );
    assert.equal(stdout, '');
    assert.doesNotMatch(stderr, /^\s+at /m);
    return { status, said: stderr.trim() };
  }

  it('says in French what is wrong with what was typed', () => {
    using site = portal();
    const cases: readonly (readonly [from: string, said: RegExp])[] = [
      ['svn', /^« svn » n’est pas une origine du contenu/],
      ['git:', /^« git: » n’est pas une origine/],
      ['git:--all', /^« --all » n’est pas un commit de ce dépôt git\./],
    ];
    for (const [from, said] of cases) {
      const { status, said: words } = check(site.dir, ['--from', from]);
      assert.match(words.replaceAll('\u00a0', ' '), said);
      assert.equal(status, 2, words);
    }
  });

  it('names the commit or the folder that is not there', () => {
    using site = portal();
    const elsewhere = mkdtempSync(join(tmpdir(), 'quotidien-test-'));
    const words = (revision: string, folder: string): string => {
      const contentDir = join(site.dir, folder);
      try {
        openCommit({ contentDir, cacheDir: join(site.dir, '.cache') }, revision);
      } catch (error) {
        assert.ok(error instanceof GitFailure && error.kind === 'usage');
        return error.message.replaceAll('\u00a0', ' ').replace(/«[^»]*\//, '« ');
      }
      return 'opened';
    };
    assert.equal(words('HEAD', 'content'), 'opened');
    assert.match(words('HEAD:content', 'content'), /« HEAD:content » n’est pas un commit/);
    assert.match(words('HEAD', 'contenu'), /« contenu » n’est pas dans le commit « HEAD »\./);
    assert.match(words('HEAD', 'content/pages/a-propos.md'), /« a-propos.md » n’est pas un dossier\./);
    assert.match(words('HEAD', `../${basename(elsewhere)}`), /n’est dans aucun dépôt git/);
    rmSync(elsewhere, { recursive: true });
  });

  it('says what is missing: commits, older ones, git itself', () => {
    using site = portal();
    const latest = commitContent(site.dir, 'Rien');
    git(site.dir, ['clone', '--quiet', '--depth', '1', `file://${site.dir}`, 'clone']);
    const first = git(site.dir, ['rev-parse', 'HEAD~1']);
    const clone = join(site.dir, 'clone');
    const ofClone = ['--content', join(clone, 'content')];
    assert.equal(check(site.dir, ['--from', `git:${latest}`, ...ofClone]).status, 0);
    assert.match(check(site.dir, ['--from', `git:${first}`, ...ofClone]).said, /git fetch --unshallow/);

    git(site.dir, ['init', '--quiet', 'vide']);
    mkdirSync(join(site.dir, 'vide/content'));
    const empty = check(site.dir, ['--from', 'git', '--content', 'vide/content']);
    assert.deepEqual([empty.status, /aucun commit/.test(empty.said)], [2, true]);

    const without = check(site.dir, ['--from', 'git'], { PATH: join(site.dir, 'vide') });
    assert.deepEqual([without.status, /git est introuvable/.test(without.said)], [3, true]);
  });

  it('says that files cannot be fetched, without the password of the address', () => {
    using site = portal();
    servePartialClones(site.dir);
    git(site.dir, [
      ...['clone', '--quiet', '--filter=blob:none', '--no-checkout'],
      ...[`file://${site.dir}`, 'clone'],
    ]);
    const clone = join(site.dir, 'clone');
    git(clone, ['config', 'remote.origin.url', 'http://lin:secret@127.0.0.1:1/depot.git?token=secret']);
    const { status, said } = check(site.dir, ['--from', 'git', '--content', join(clone, 'content')]);
    assert.equal(status, 3, said);
    assert.match(said, /n’ont pas pu être rapatriés/);
    assert.doesNotMatch(said, /secret/);
  });
});

function commitOf(site: MiniSite) {
  const source = openCommit(
    { contentDir: join(site.dir, 'content'), cacheDir: join(site.dir, '.cache') },
    'HEAD',
  );
  return Object.assign(source, { [Symbol.dispose]: source.close });
}

interface Fetches extends Disposable {
  /** How many processes of `git fetch` have run since the last question. */
  since(): number;
}

/** Until the end of the block. */
function countFetches(dir: string): Fetches {
  const trace = join(mkdtempSync(join(dir, 'trace-')), 'events');
  const traced = environment({ GIT_TRACE2_EVENT: trace });
  return {
    since() {
      const events = existsSync(trace) ? readFileSync(trace, 'utf8').trim().split('\n') : [];
      writeFileSync(trace, '');
      return events.filter(line => {
        const { event, name } = JSON.parse(line === '' ? '{}' : line) as { event?: string; name?: string };
        return event === 'cmd_name' && name === 'fetch';
      }).length;
    },
    [Symbol.dispose]: traced[Symbol.dispose],
  };
}
