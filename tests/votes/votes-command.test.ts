// `npm run votes`, as an owner or a refresh types it: which polls are asked for, what pages show afterwards, and what is told.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DAY, HOUR } from '../../src/time/durations.ts';
import { article, type MiniSite, miniSite } from '../mini-site.ts';
import { type Asked, localCdn, type Told } from '../purge/local-cdn.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly asked: readonly Asked[];
}

/** A poll that opened two days ago and closes tomorrow. */
function poll(slug: string, changes: object = {}) {
  return {
    slug,
    question: `Le sondage ${slug} ?`,
    choices: ['oui', 'non'].map(each => ({ slug: each, text: each })),
    opens: iso(-2 * DAY),
    closes: iso(DAY),
    ...changes,
  };
}

function iso(after: number): string {
  return new Date(Date.now() + after).toISOString();
}

function portal(polls: readonly object[]): MiniSite {
  return miniSite({
    'content/articles/2014/05/port.md': article(),
    '_data/polls.json': JSON.stringify(polls),
  });
}

/** Of a service that counted so many votes. */
const counting =
  (oui: number): ((asked: Asked) => Told) =>
  () => ({ status: 200, body: { ok: true, votes: { oui, non: 1 }, percents: { oui: 50, non: 50 } } });

async function votes(
  site: MiniSite,
  tell: (asked: Asked) => Told,
  words: readonly string[] = [],
): Promise<Ended> {
  const server = await localCdn(tell);
  const settings = site.read('_data/site.yaml');
  site.edit('_data/site.yaml', text => `${text}participation: ${server.url}\n`);
  const ended = await run(site, words);
  site.write('_data/site.yaml', settings);
  await server.close();
  return { ...ended, asked: server.asked };
}

function run(site: MiniSite, words: readonly string[] = []): Promise<Ended> {
  return new Promise(resolve => {
    execFile(
      process.execPath,
      [join(ROOT, 'src/cli/votes.ts'), '--data', join(site.dir, '_data'), ...words],
      { cwd: ROOT, env: { PATH: process.env.PATH }, timeout: 60_000 },
      (error, stdout, stderr) =>
        resolve({ status: error === null ? 0 : Number(error.code), stdout, stderr, asked: [] }),
    );
  });
}

const pathsOf = ({ asked }: Ended): readonly string[] => asked.map(({ path }) => path);

describe('npm run votes', () => {
  it('brings the votes that pages may show, and pages say when they were counted', async () => {
    using site = portal([
      poll('ouvert'),
      poll('futur', { opens: iso(HOUR) }),
      poll('secret', { results: 'voted' }),
      poll('clos', { results: 'closed', closes: iso(-HOUR) }),
      poll('ancien', { opens: iso(-90 * DAY), closes: iso(-60 * DAY) }),
    ]);
    const ended = await votes(site, counting(1234));
    assert.deepEqual([ended.status, ended.stderr], [0, '']);
    assert.deepEqual(pathsOf(ended), ['/sondages/ouvert/votes.json', '/sondages/clos/votes.json']);
    assert.match(
      ended.stdout,
      /^«\u00a0Le sondage ouvert\u202f\?\u00a0»\u00a0: 1\u202f235 votes, comptés le \d\d\.\d\d\.\d{4} \d\dh\d\d\.$/m,
    );
    assert.match(ended.stdout, /^Votes écrits dans «\u00a0.*poll-totals\.json\u00a0»\.$/m);
    await site.built({ now: null });
    assert.match(site.page('/sondages/ouvert/'), /1\s234/);
    assert.match(site.page('/sondages/ouvert/'), /1\s235\svotes/);

    // The same votes are no news; those of a poll that closed are its last.
    const again = await votes(site, counting(1234));
    assert.deepEqual(pathsOf(again), ['/sondages/ouvert/votes.json']);
    assert.match(again.stdout, /comme avant\.$/m);
    assert.match(again.stdout, /^Les votes n’ont pas changé\u00a0: rien n’a été écrit\.$/m);
  });

  it('says of a service that forgot votes that it did', async () => {
    using site = portal([poll('ouvert')]);
    await votes(site, counting(500));
    const { status, stderr } = await votes(site, counting(3));
    assert.equal(status, 0);
    assert.match(stderr, /4 votes, quand il y en avait 501\u00a0: .* la base du service a été perdue/);
  });

  it('asks nobody where there is no service, no poll to ask for, or a clock that stands', async () => {
    using site = portal([poll('futur', { opens: iso(HOUR) })]);
    const nobody = await run(site);
    assert.equal(nobody.status, 0);
    assert.match(nobody.stderr, /participation: https:\/\/avis\.exemple\.fr/);
    assert.equal((await run(site, ['--strict'])).status, 3);
    const none = await votes(site, counting(1));
    assert.deepEqual([none.status, none.asked.length], [0, 0]);
    assert.match(none.stdout, /^Aucun sondage ne montre de votes qui puissent changer/m);
    site.edit('_data/site.yaml', text => `${text}clock: 2014-05-20T15:30:00+08:00\n`);
    const still = await votes(site, counting(1));
    assert.equal(still.asked.length, 0);
    assert.match(still.stderr, /arrêté au 20\.05\.2014 15h30/);
  });

  it('names another form of the same data, and what is wrong in it', async () => {
    using site = portal([poll('ouvert')]);
    site.write('_data/poll-totals.yaml', 'date: 2014-05-20\nvotes: {}\n');
    const twice = await votes(site, counting(1));
    assert.deepEqual([twice.status, twice.asked.length], [2, 0]);
    assert.match(twice.stderr, /poll-totals\.yaml/);
    site.remove('_data/poll-totals.yaml');
    site.write('_data/polls.json', '[{');
    const broken = await votes(site, counting(1));
    assert.deepEqual([broken.status, broken.asked.length], [1, 0]);
    assert.match(broken.stderr, /polls\.json:1/);
  });
});
