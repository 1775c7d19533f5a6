// What an owner reads in a terminal who publishes, and with which status the command ends.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readIntention } from '../src/engine/state/intention.ts';
import { openStore } from '../src/store/open-store.ts';
import { WrongTarget } from '../src/store/read-target.ts';
import { freePort } from './free-port.ts';
import { AFTERNOON, article } from './mini-site.ts';
import { newPublishedSite, type PublishedSite } from './publication/published-site.ts';
import { shareAssets, shareImages } from './shared-folders.ts';
import { assertSameTree } from './tree.ts';

const ROOT = join(import.meta.dirname, '..');
const GARE = 'content/articles/gare.md';

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

/** `limit` is what no file may be larger than, in kilobytes: a disk that fills up. */
interface Run {
  readonly ended: Promise<Ended>;
  interrupt(): void;
  /** Ends when it has said this. */
  said(words: RegExp): Promise<void>;
}

async function start(online: PublishedSite, words: readonly string[], limit = 'unlimited'): Promise<Run> {
  const { dir } = online.site;
  await shareAssets(join(dir, '.cache'));
  await shareImages(join(dir, '.cache'));
  const folders = ['content', 'data', 'cache'].flatMap(name => [
    `--${name}`,
    join(dir, { content: 'content', data: '_data', cache: '.cache' }[name]!),
  ]);
  const child = spawn(
    'bash',
    [
      '-c',
      `trap '' XFSZ; ulimit -f ${limit}; exec "$0" src/cli/publish.ts "$@"`,
      process.execPath,
      ...folders,
      ...['--now', AFTERNOON],
      ...words,
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>(resolve => child.once('close', resolve)),
  ]).then(([out, error, status]) => ({ out, error, status }));
  let heard = '';
  const listeners = new Set<() => void>();
  child.stderr.on('data', (bytes: Buffer) => {
    heard += bytes.toString();
    for (const listen of listeners) listen();
  });
  const said = (words: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      const listen = (): void => {
        if (words.test(heard)) resolve();
      };
      listeners.add(listen);
      listen();
      void ended.then(() => reject(new Error(`it never said ${words}, but « ${heard} »`)));
    });
  return { ended, interrupt: () => child.kill('SIGINT'), said };
}

async function run(online: PublishedSite, words: readonly string[], limit?: string): Promise<Ended> {
  return (await start(online, ['--to', `file:${join(online.site.dir, online.target)}`, ...words], limit))
    .ended;
}

function portal(): PublishedSite {
  return newPublishedSite({
    'content/articles/port.md': article(),
    [GARE]: article({ title: 'La gare', section: 'monde', date: '2014-05-19T10:00' }),
  });
}

describe('npm run publish', () => {
  it('says what it sent, then that there was nothing to send', async () => {
    const online = portal();
    using _ = online.site;
    const first = await run(online, []);
    assert.deepEqual([first.status, first.error], [0, '']);
    assert.match(first.out, /^Publié\s: \d+ fichiers envoyés, 0 supprimé, sur \d+, en [\d,]+\ss\.\n/);
    await online.assertClean();
    const second = await run(online, ['--quiet']);
    assert.deepEqual(second, { status: 0, out: '', error: '' });
    assert.match((await run(online, [])).out, /^Publié\s: 0 fichier envoyé, 0 supprimé/);
  });

  it('lists in a rehearsal what it would send, and ends with one line of JSON where that is asked for', async () => {
    const online = portal();
    using site = online.site;
    await online.sent();
    site.remove(GARE);
    const rehearsal = await run(online, ['--dry-run']);
    assert.equal(rehearsal.status, 0);
    assert.match(rehearsal.out, /^Rien n’a été envoyé\. À envoyer\s: \d+ fichiers\s; à supprimer\s: \d+\.\n/);
    assert.match(rehearsal.out, /^\+ \/monde\/$/m);
    assert.match(rehearsal.out, /^- \/monde\/2014\/05\/19\/gare\.html$/m);
    for (const words of [['--dry-run'], []]) {
      const { out } = await run(online, ['--json', ...words]);
      const told = JSON.parse(out.trimEnd().split('\n').at(-1)!) as Record<string, unknown>;
      assert.ok((told.removed as string[]).includes('/monde/2014/05/19/gare.html'));
      for (const key of [
        'articles',
        'nextChange',
        'problems',
        'warnings',
        'lostAddresses',
        'put',
        'renewed',
        'purged',
      ])
        assert.ok(key in told, key);
      for (const key of ['put', 'removed', 'bytesRead'])
        assert.equal(typeof (told.traffic as Record<string, unknown>)[key], 'number');
    }
    assert.match((await run(online, ['--dry-run'])).out, /^Rien n’a été envoyé, et rien ne serait envoyé/);
  });

  it('ends with status 1 and a way out where content is faulty or the state is lost', async () => {
    const online = portal();
    using site = online.site;
    await online.sent();
    site.edit(GARE, content => content.replace('2014-05-19', '2014-05-39'));
    const faulty = await run(online, []);
    assert.equal(faulty.status, 1);
    assert.match(faulty.error, /gare\.md[\s\S]*le site n’a pas été touché/);
    assert.equal(faulty.out, '');
    site.edit(GARE, content => content.replace('2014-05-39', '2014-05-19'));
    site.remove(online.state);
    const lost = await run(online, []);
    assert.equal(lost.status, 1);
    assert.match(lost.error, /l’état a été perdu.*--force-state/s);
    assert.equal((await run(online, ['--force-state'])).status, 0);
    await online.assertClean();
  });

  it('takes a preview away, and says so where there was none of that name', async () => {
    const online = portal();
    using _ = online.site;
    await online.sent();
    await online.sent({ preview: 'essai' });
    const taken = await run(online, ['--preview', 'essai', '--remove']);
    assert.deepEqual([taken.status, taken.error], [0, '']);
    assert.match(taken.out, /^Aperçu «\sessai\s» retiré\s: \d+ fichiers\.\n$/);
    const none = await run(online, ['--preview', 'esai', '--remove']);
    assert.deepEqual([none.status, none.error], [0, '']);
    assert.match(none.out, /^Il n’y avait pas d’aperçu «\sesai\s»\.\n$/);
    await online.assertClean();
  });

  it('takes nothing of a preview that only concerns the published site', async () => {
    const online = portal();
    using _ = online.site;
    const { status, error } = await run(online, ['--preview', 'essai', '--if-due']);
    assert.equal(status, 2);
    assert.match(error, /^L’option «\s--if-due\s» ne vaut que pour le site publié/);
  });

  it('ends with status 2 where a place can’t be one', async () => {
    const online = portal();
    using site = online.site;
    site.write('foreign/notes.txt', 'à quelqu’un d’autre');
    const at = (path: string): string => `file:${join(site.dir, path)}`;
    const wrong: readonly (readonly [words: readonly string[], said: RegExp])[] = [
      [[], /^Il manque la destination/],
      [['--to', 'site'], /^La destination n’est ni un dossier, ni/],
      [['--to', 's3://seau'], /entier n’a rien à côté de lui/],
      [['--to', at('a'), '--state', 'b'], /^--state\s: La destination n’est ni/],
      [['--to', at('a'), '--state', at('a/b')], /ne peut pas être gardé là où le site est publié/],
      [['--to', at('a/b'), '--state', at('a')], /ne peut pas être gardé là où le site est publié/],
      [['--to', at('content')], /^Rien ne peut être publié dans/],
      [['--to', at('a'), '--state', at('.cache/b')], /^Rien ne peut être publié dans/],
      [['--to', at('foreign')], /contient autre chose qu’un site de Quotidien/],
      [['--to', at('a'), '--verifie'], /^L’option «\s--verifie\s» n’existe pas/],
    ];
    for (const [words, said] of wrong) {
      const { status, error, out } = await (await start(online, words)).ended;
      assert.deepEqual([status, out], [2, ''], words.join(' '));
      assert.match(error, said);
      assert.match(error, /npm run publish -- --help/);
    }
    assert.deepEqual(readdirSync(join(site.dir, 'foreign')), ['notes.txt']);
  });

  it('names a bucket that does not answer after the first try, and does not wait for the last', async () => {
    const online = portal();
    using _ = online.site;
    const nobody = `s3://seau/site?endpoint=http://127.0.0.1:${await freePort()}`;
    process.env.AWS_ACCESS_KEY_ID ??= 'clef';
    process.env.AWS_SECRET_ACCESS_KEY ??= 'secret';
    const { ended, interrupt, said } = await start(online, ['--to', nobody]);
    await said(/^«\ss3:\/\/seau\/site.*» ne répond pas comme il faut \(.*\)\s: nouvel essai\.$/m);
    interrupt();
    assert.equal((await ended).status, 130);
  });

  it('ends with status 3 where the place has no room, or is none', async () => {
    const online = portal();
    using site = online.site;
    await online.sent();
    const before = online.tree();
    site.edit('_data/site.yaml', content => content.replace('Le Petit Portail', 'Le Grand Portail'));
    const full = await run(online, [], '4');
    assert.equal(full.status, 3, full.error);
    assert.match(full.error, /(?:est plein|répond par une erreur).*relancez/s);
    assertSameTree(online.tree(), before);
    const none = await (
      await start(online, [
        '--to',
        `file:${join(site.dir, 'nulle/part')}`,
        '--state',
        `file:${join(site.dir, 's')}`,
      ])
    ).ended;
    assert.equal(none.status, 3);
    assert.match(none.error, /nulle\/part\s» n’existe pas/);
    await online.sent({ lease: 50, onWait: () => {} });
    await online.assertClean();
  });
});

describe('a publication that its user breaks off', () => {
  it('lets others publish at once, who finish what it began', async () => {
    const online = portal();
    using site = online.site;
    for (let n = 0; n < 150; n++)
      site.write(`content/articles/${n}.md`, article({ title: `Article ${n}`, section: 'monde' }));
    const target = join(site.dir, online.target);
    const { ended, interrupt } = await start(online, ['--to', `file:${target}`]);
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    while (!existsSync(join(target, '.quotidien/pending.json')) && !isOver) await sleep(5);
    interrupt();
    const { status, error } = await ended;
    assert.equal(status, 130, error);
    assert.match(error, /^(?:.*…\n)?Interrompu\. Relancez la commande pour finir/m);
    assert.ok((await lockOf(online)).isOver);
    await online.sent();
    await online.assertClean();
  });
});

async function lockOf(online: PublishedSite) {
  const store = await openStore(`file:${join(online.site.dir, online.state)}`);
  if (store instanceof WrongTarget) assert.fail(store.sentence);
  return readIntention((await store.read('lock'))!.bytes);
}
