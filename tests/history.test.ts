// `npm run history`: the commits of an article, as an editor asks for them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { commitContent, GIT_ENVIRONMENT, git, servePartialClones } from './git-repository.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';

const PORT = 'content/articles/2014/05/port.md';
const QUAI = 'content/articles/2014/05/quai.md';

/** Written, corrected under another name, and corrected again by somebody else. */
function portal(): MiniSite {
  const site = miniSite({ [QUAI]: article({}, 'Le texte.\n\n'.repeat(20)) });
  git(site.dir, ['init', '--quiet', '--initial-branch=main']);
  commitContent(site.dir, 'Le port rouvre');
  site.rename(QUAI, PORT);
  commitContent(site.dir, 'Un autre nom', { GIT_AUTHOR_DATE: '2014-05-21T09:05:00+02:00' });
  site.edit(PORT, text => text.replace('rouvre', 'ferme'));
  commitContent(site.dir, 'Il ferme : « corrigé »', {
    GIT_AUTHOR_NAME: 'Zoé\u001b[31m',
    GIT_AUTHOR_DATE: '2014-05-21T23:30:00Z',
  });
  site.write('content/articles/2014/05/gare.md', article({ title: 'La gare' }));
  commitContent(site.dir, 'Autre chose');
  return site;
}

function history(dir: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, '../src/cli/history.ts'), ...args],
    { cwd: dir, encoding: 'utf8', env: { ...process.env, ...GIT_ENVIRONMENT, ...env } },
  );
  assert.doesNotMatch(stderr, /^\s+at /m);
  return {
    status,
    lines: stdout.trim().replaceAll('\u00a0', ' ').split('\n'),
    said: stderr.replaceAll('\u00a0', ' '),
  };
}

const withoutId = (line: string): string => line.replace(/^ {2}[0-9a-f]{7,} {2}/, '');

describe('npm run history', () => {
  it('shows the commits of an article through its names, in the time of the site, and nothing that moves the cursor', () => {
    using site = portal();
    const { status, lines } = history(site.dir, [PORT]);
    assert.equal(status, 0);
    assert.deepEqual(lines.map(withoutId), [
      `${PORT} : 3 commits, du plus récent au plus ancien`,
      'jeudi 22 mai 2014, 7 h 30, Zoé\ufffd[31m : Il ferme : « corrigé »',
      'mercredi 21 mai 2014, 15 h 05, Lin Wei : Un autre nom',
      'mardi 20 mai 2014, 14 h 00, Lin Wei : Le port rouvre',
      `    (le fichier était alors ${QUAI})`,
    ]);
    for (const line of lines.slice(1, 4)) assert.match(line, /^ {2}[0-9a-f]{7,} /);
  });

  it('shows those of a file that is gone, or not checked out', () => {
    using site = portal();
    rmSync(join(site.dir, 'content'), { recursive: true });
    assert.equal(history(site.dir, [PORT]).lines.length, 5);
    git(site.dir, ['clone', '--quiet', '--bare', '.', 'depot.git']);
    rmSync(join(site.dir, '.git'), { recursive: true });
    assert.equal(history(site.dir, [PORT], { GIT_DIR: 'depot.git' }).lines.length, 5);
  });

  it('says that a shallow clone has not all of them', () => {
    using site = portal();
    servePartialClones(site.dir);
    git(site.dir, ['clone', '--quiet', '--depth', '2', `file://${site.dir}`, 'clone']);
    const { status, lines } = history(join(site.dir, 'clone'), ['--data', '../_data', PORT]);
    assert.equal(status, 0);
    assert.match(lines.at(-1)!, /^Ce clone n’a que les derniers commits/);
    const unknown = history(join(site.dir, 'clone'), ['--data', '../_data', 'content/articles/quai.md']);
    assert.match(unknown.said, /de ce clone, qui n’a que les derniers/);
  });

  it('says what is wrong with what was typed', () => {
    using site = portal();
    site.write('content/articles/neuf.md', article());
    assert.match(history(site.dir, ['content/articles/neuf.md']).lines[0]!, /n’est encore dans aucun commit/);
    const elsewhere = mkdtempSync(join(tmpdir(), 'quotidien-test-'));
    mkdirSync(join(site.dir, 'vide'));
    const cases: readonly (readonly [
      args: readonly string[],
      status: number,
      said: RegExp,
      env?: NodeJS.ProcessEnv,
    ])[] = [
      [[], 2, /^Il manque le fichier de l’article/],
      [['content/articles'], 2, /est un dossier/],
      [['content/articles/jamais.md'], 2, /n’est dans aucun commit de ce dépôt git/],
      [['--', '--all'], 2, /« --all » n’est dans aucun commit/],
      [['content/articles/*.md'], 2, /n’est dans aucun commit/],
      [[join(elsewhere, 'port.md')], 2, /n’est dans aucun dépôt git/],
      [[PORT], 3, /git est introuvable/, { PATH: join(site.dir, 'vide') }],
    ];
    for (const [args, expected, words, env] of cases) {
      const { status, said } = history(site.dir, args, env);
      assert.match(said, words);
      assert.equal(status, expected, said);
    }
    rmSync(elsewhere, { recursive: true });
  });
});
