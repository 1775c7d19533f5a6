// `npm run most-read`, as cron runs it every few minutes, and as somebody types it who has not read how.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { article, miniSite } from '../mini-site.ts';
import { combined, type Reading } from './made-logs.ts';

const ROOT = join(import.meta.dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'quotidien-most-read-'));
after(() => rmSync(root, { recursive: true, force: true }));

const NOW = '2014-05-20T16:00:00+08:00';
const TIME = Date.parse('2014-05-20T15:30:00+08:00');
const PORT = '/chine/2014/05/20/port.html';
const QUAI = '/chine/2014/05/20/quai.html';

let dir = '';
const snapshot = (): string => join(dir, '_data/most-read.json');
const log = (): string => join(dir, 'access.log');

beforeEach(() => {
  dir = mkdtempSync(join(root, 'site-'));
  mkdirSync(join(dir, '_data'));
  writeFileSync(
    join(dir, '_data/site.yaml'),
    'name: Le Quai\ndescription: Les nouvelles du quai.\nbaseUrl: https://lequai.example\ntimeZone: Asia/Shanghai\n',
  );
  writeFileSync(join(dir, '_data/sections.yaml'), '- { slug: chine, name: Chine, formerly: [asie] }\n');
});

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function mostRead(words: readonly string[], input: string | Buffer = ''): Promise<Ended> {
  return new Promise(resolve => {
    const child = spawn(
      process.execPath,
      [
        join(ROOT, 'src/cli/most-read.ts'),
        '--data',
        join(dir, '_data'),
        '--cache',
        join(dir, '.cache'),
        ...words,
      ],
      { cwd: ROOT, timeout: 60_000 },
    );
    const said = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const)
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        said[stream] += text;
      });
    child.on('close', status => resolve({ status, ...said }));
    child.stdin.on('error', () => {}).end(input);
  });
}

const linesOf = (readings: readonly Partial<Reading>[]): string =>
  readings.map(each => `${combined({ time: TIME, ...each })}\n`).join('');
/** So many readers of a page. */
const readers = (count: number, path: string, time = TIME): readonly Partial<Reading>[] =>
  Array.from({ length: count }, (_, index) => ({ path, time, client: `198.51.${index}.1` }));
const listed = (): { date: string; addresses: readonly string[] } =>
  JSON.parse(readFileSync(snapshot(), 'utf8'));

describe('npm run most-read', () => {
  it('writes what is read most, dated by the newest line, and nothing when nothing changed', async () => {
    writeFileSync(
      log(),
      linesOf([...readers(2, PORT), ...readers(3, QUAI), { time: TIME + 5000, path: '/' }]),
    );
    const first = await mostRead(['--now', NOW, log()]);
    assert.deepEqual([first.status, first.stderr], [0, '']);
    assert.match(
      first.stdout,
      /^6 lignes lues, 5 lectures d’articles\.\nRelevé des lectures du 20\.05\.2014 15h30/,
    );
    assert.deepEqual(listed(), { date: '2014-05-20T15:30:05+08:00', addresses: [QUAI, PORT] });
    const before = statSync(snapshot(), { bigint: true });
    const again = await mostRead(['--now', '2014-05-20T16:05:00+08:00', log()]);
    assert.match(again.stdout, /Rien n’a changé/);
    assert.deepEqual(statSync(snapshot(), { bigint: true }), before);
  });

  it('reads the logs that the settings name, where none are named', async () => {
    writeFileSync(log(), linesOf(readers(2, PORT)));
    writeFileSync(`${log()}.1`, linesOf(readers(3, QUAI)));
    writeFileSync(`${log()}.9`, linesOf(readers(9, '/chine/2014/05/20/vieux.html')));
    // Nobody has written to it since before the hours that count.
    utimesSync(`${log()}.9`, 0, 0);
    const settings = readFileSync(join(dir, '_data/site.yaml'), 'utf8');
    writeFileSync(join(dir, '_data/site.yaml'), `${settings}logs: ['${log()}*']\n`);
    const ended = await mostRead(['--now', NOW]);
    assert.deepEqual([ended.status, ended.stderr], [0, '']);
    assert.deepEqual(listed().addresses, [QUAI, PORT]);
    const piped = await mostRead(['--now', NOW, '-'], linesOf(readers(1, PORT)));
    assert.match(piped.stdout, /^1 ligne lue/);
    writeFileSync(join(dir, '_data/site.yaml'), `${settings}logs: [${log()}.absent]\n`);
    const absent = await mostRead(['--now', NOW]);
    assert.deepEqual([absent.status, absent.stdout], [0, '']);
    assert.match(
      absent.stderr,
      /^Aucun journal récent n’est ici sous «.*access\.log\.absent\s» \(logs, dans _data\/site\)/,
    );
    writeFileSync(join(dir, '_data/site.yaml'), `${settings}logs: [s3://logs/x]\nmostReadService: matomo\n`);
    const wrong = await mostRead(['--now', NOW]);
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /site\.yaml:5[\s\S]*Un journal est un fichier de la machine/);
    assert.match(wrong.stderr, /site\.yaml:6[\s\S]*effacez l’un des deux champs/);
  });

  it('counts readers of an old address for the article that has it among its aliases, in past hours too', async () => {
    using site = miniSite({
      'content/articles/2014/05/port.md': article({ aliases: ['/asie/2014/05/20/quai.html', '/vieux/'] }),
    });
    await site.built();
    const options = ['--data', join(site.dir, '_data'), '--cache', join(site.dir, '.cache'), '--now', NOW];
    const other = '/chine/2014/05/19/gare.html';
    const paths = ['/asie/2014/05/20/quai.html', '/vieux/', PORT].map(path => ({ path }));
    writeFileSync(log(), linesOf([...paths, ...readers(2, other, TIME + 1000)]));
    await mostRead([...options, log()]);
    const most = (): readonly string[] => JSON.parse(site.read('_data/most-read.json')).addresses;
    assert.deepEqual(most(), [other, PORT]);
    // One more reader, by an old address alone.
    writeFileSync(log(), linesOf([...paths, ...readers(2, other), ...readers(4, '/vieux')]));
    await mostRead([...options, log()]);
    assert.deepEqual(most(), [PORT, other]);
  });

  it('counts in what a service exported, without asking it', async () => {
    const rows = [
      [QUAI, 'a'],
      [PORT, 'b'],
      [PORT, 'c'],
    ].map(([path, session]) => `${path},Titre,false,${session},0,2014-05-20T06:00:00Z`);
    writeFileSync(log(), gzipSync(['2Path,Title,Event,Session,Bot,Date', ...rows].join('\n')));
    const ended = await mostRead(['--now', NOW, '--service', 'goatcounter', log()]);
    assert.deepEqual([ended.status, ended.stderr], [0, '']);
    assert.deepEqual(listed(), { date: '2014-05-20T14:00:00+08:00', addresses: [PORT, QUAI] });
  });

  it('counts no line twice when a log grows, and loses none when it is rotated', async () => {
    const morning = readers(4, PORT, TIME - 5 * 3_600_000);
    writeFileSync(log(), linesOf(morning));
    await mostRead(['--now', NOW, log()]);
    writeFileSync(log(), linesOf([...morning, ...readers(1, QUAI)]));
    await mostRead(['--now', NOW, log()]);
    await mostRead(['--now', NOW, log()]);
    // Four readers of five hours ago count as 2.4 of now.
    assert.deepEqual(listed().addresses, [PORT, QUAI]);
    renameSync(log(), `${log()}.1`);
    writeFileSync(log(), linesOf(readers(2, QUAI, TIME + 60_000)));
    await mostRead(['--now', NOW, log()]);
    assert.deepEqual(listed().addresses, [PORT, QUAI]);
    await mostRead(['--now', NOW, `${log()}.1`, log()]);
    assert.deepEqual(listed().addresses, [PORT, QUAI]);
    writeFileSync(log(), linesOf(readers(3, QUAI, TIME + 60_000)));
    await mostRead(['--now', NOW, `${log()}.1`, log()]);
    assert.deepEqual(listed().addresses, [QUAI, PORT]);
  });

  it('reads what is piped in, packed or not, and several logs beside it', async () => {
    writeFileSync(log(), linesOf(readers(1, PORT)));
    const packed = gzipSync(linesOf(readers(2, QUAI)));
    assert.equal((await mostRead(['--now', NOW], packed)).status, 0);
    assert.deepEqual(listed().addresses, [QUAI]);
    assert.equal((await mostRead(['--now', NOW, log(), '-'], packed)).status, 0);
    assert.deepEqual(listed().addresses, [QUAI, PORT]);
  });

  it('keeps nothing of any reader: neither an address, nor a browser, nor anything made of them', async () => {
    writeFileSync(log(), linesOf(readers(3, PORT)));
    await mostRead(['--now', NOW, log()]);
    const kept = readFileSync(join(dir, '.cache/most-read/hours.json'), 'utf8');
    assert.deepEqual(JSON.parse(kept), {
      version: 1,
      newest: TIME,
      hours: { [Math.floor(TIME / 3_600_000)]: { lines: 3, readers: { [PORT]: 3 } } },
    });
    const hash = createHash('sha256').update('198.51.1.1').digest('hex');
    for (const text of [kept, readFileSync(snapshot(), 'utf8')])
      for (const part of ['198.51', 'Mozilla', hash]) assert.ok(!text.includes(part), part);
  });

  it('lists an article at its present address when its section got another slug', async () => {
    writeFileSync(
      log(),
      linesOf([...readers(4, '/asie/2014/05/20/port.html'), ...readers(3, QUAI), ...readers(2, PORT)]),
    );
    await mostRead(['--now', NOW, log()]);
    // Two came by both addresses, and are two.
    assert.deepEqual(listed().addresses, [PORT, QUAI]);
  });

  it('says how many lines it could not read, or are of the future, and goes on', async () => {
    writeFileSync(log(), `Bonjour\n${linesOf([...readers(1, PORT), { time: TIME + 86_400_000 }])}\x16\x03\n`);
    const { status, stdout, stderr } = await mostRead(['--now', NOW, log()]);
    assert.equal(status, 0);
    assert.match(stdout, /^4 lignes lues, 1 lecture d’articles\./);
    assert.match(
      stderr,
      /2 lignes illisibles ont été passées\.\n1 ligne est datée d’après l’instant du relevé/,
    );
  });

  it('leaves the snapshot alone when nobody has read anything lately', async () => {
    writeFileSync(log(), linesOf([{ path: '/' }, ...readers(2, PORT, TIME - 80 * 3_600_000)]));
    const { status, stdout } = await mostRead(['--now', NOW, log()]);
    assert.equal(status, 0);
    assert.match(stdout, /Aucune lecture récente/);
    assert.ok(!existsSync(snapshot()));
    writeFileSync(log(), '');
    assert.match(
      (await mostRead(['--now', NOW, log()])).stdout,
      /^0 ligne lue, 0 lecture d’articles\.\nAucune lecture récente/,
    );
  });

  it('gives one line of JSON when it is asked for one, and is quiet when it is asked to be', async () => {
    writeFileSync(log(), linesOf(readers(1, PORT)));
    const { stdout } = await mostRead(['--now', NOW, '--json', '--quiet', log()]);
    assert.deepEqual(JSON.parse(stdout), {
      lines: 1,
      reads: 1,
      malformed: 0,
      later: 0,
      date: '2014-05-20T15:30:00+08:00',
      addresses: [PORT],
      written: true,
    });
    assert.equal((await mostRead(['--now', NOW, '--quiet', log()])).stdout, '');
  });

  it('takes the window and the half-life from the site', async () => {
    writeFileSync(
      join(dir, '_data/site.yaml'),
      `${readFileSync(join(dir, '_data/site.yaml'), 'utf8')}mostReadWindow: 3\nmostReadHalfLife: 168\n`,
    );
    writeFileSync(log(), linesOf([...readers(9, PORT, TIME - 5 * 3_600_000), ...readers(1, QUAI)]));
    await mostRead(['--now', NOW, log()]);
    assert.deepEqual(listed().addresses, [QUAI]);
  });

  it('says what it was given that is no log of a known form, and changes nothing', async () => {
    writeFileSync(log(), linesOf(readers(1, PORT)));
    writeFileSync(join(dir, 'error.log'), '2014/05/20 15:30:00 [error] 7#7: *1 open() failed\n');
    const { status, stdout, stderr } = await mostRead(['--now', NOW, log(), join(dir, 'error.log')]);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /^Aucune ligne du début de «\s.*error\.log\s» n’est d’une forme connue/);
    assert.ok(!existsSync(snapshot()) && !existsSync(join(dir, '.cache')));
  });

  it('refuses in a sentence what it can do nothing with', async () => {
    const refused: readonly (readonly [words: readonly string[], says: RegExp])[] = [
      [['absent.log'], /^Le journal «\sabsent\.log\s» n’existe pas/],
      [['src'], /^«\ssrc\s» est un dossier/],
      [
        ['--service', 'matomo', 'README.md'],
        /^«\sREADME\.md\s» n’est pas un export de Matomo.*Actions\.getPageUrls/,
      ],
      [['--service', 'google'], /^«\sgoogle\s» n’est pas un service .*\s: plausible, matomo, goatcounter\./],
      [['--service', 'matomo'], /^Pour lire Matomo, il manque la variable d’environnement MATOMO_URL\./],
      [['--now', 'hier'], /^«\shier\s» n’est pas un instant/],
    ];
    const ended = await Promise.all(refused.map(([words]) => mostRead(words)));
    for (const [index, { status, stdout, stderr }] of ended.entries()) {
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, refused[index]![1]);
      assert.match(stderr, /npm run most-read -- --help/);
    }
  });

  it('writes where it is told to, and leaves the site’s data alone', async () => {
    const state = join(dir, 'etat');
    mkdirSync(state);
    const { status, stdout, stderr } = await mostRead(
      ['--now', NOW, '--snapshots', `file:${state}`],
      linesOf(readers(1, PORT)),
    );
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /etat\/snapshots\/most-read\.json\.$/m);
    assert.ok(!existsSync(snapshot()));
    assert.deepEqual(JSON.parse(readFileSync(join(state, 'snapshots/most-read.json'), 'utf8')).addresses, [
      PORT,
    ]);
  });

  it('makes no second file beside one in another form, which would stop the next build', async () => {
    writeFileSync(join(dir, '_data/most-read.yaml'), `date: 2014-05-20T12:00\naddresses: [${PORT}]\n`);
    const { status, stderr } = await mostRead(['--now', NOW], linesOf(readers(1, PORT)));
    assert.equal(status, 1);
    assert.match(stderr, /most-read\.yaml dit déjà ce qui est le plus lu, .*supprimez ce fichier/);
    assert.ok(!existsSync(snapshot()));
  });

  it('says what is wrong with the site’s data', async () => {
    rmSync(join(dir, '_data/sections.yaml'));
    const { status, stderr } = await mostRead([], linesOf(readers(1, PORT)));
    assert.equal(status, 1);
    assert.match(stderr, /sections\.yaml/);
  });
});
