// Two instances of the service on one PostgreSQL behind nginx, as `docs/participation.md` says: readers and editors can't tell that there are two, and
// what was thanked for is there when one is killed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { programMissing } from '../servers/programs.ts';
import { type RunningServer, startServer } from '../servers/start-server.ts';
import { postgresForTest, postgresMissing, type TestDatabase } from './databases.ts';
import { addressOfArticle, listsOf } from './lists-of-test.ts';
import { addressOf, ask } from './readers.ts';
import { type RunningServiceOfTest, runningService } from './running-service.ts';

const SITE = 'https://portail.example';

/** The blocks of nginx in the documentation: a server, and a group of servers. */
function documented(ports: readonly number[]): { readonly inServer: string; readonly beside: string } {
  const page = readFileSync(join(import.meta.dirname, '../../docs/participation.md'), 'utf8');
  const [server, group] = [...page.matchAll(/```nginx\n([\s\S]*?)```/g)].map(([, lines]) => lines!);
  const inServer = server!
    .split('\n')
    .slice(1, -2)
    .filter(line => !/^\s*(?:listen|server_name)\b/.test(line))
    .join('\n')
    .replace('127.0.0.1:8081', 'avis');
  let beside = group!;
  for (const [at, port] of ports.entries())
    beside = beside.replace(`10.0.0.1${at + 1}:8081`, `127.0.0.1:${port}`);
  return { inServer, beside };
}

/** How many forms an instance has answered. */
function formsTaken({ output }: RunningServiceOfTest): number {
  return output.match(/"method":"POST","route":"[^"]+","status":303/g)?.length ?? 0;
}

const missing = programMissing('nginx') || postgresMissing();

describe('two instances behind nginx', { skip: missing }, () => {
  let database: TestDatabase;
  let instances: readonly [RunningServiceOfTest, RunningServiceOfTest];
  let front: RunningServer;

  before(async () => {
    database = await postgresForTest();
    const ports = [await freePort(), await freePort()] as const;
    const { inServer, beside } = documented(ports);
    front = await startServer('nginx', '/nonexistent', inServer, beside);
    const [one, other] = await Promise.all(
      ports.map(port =>
        runningService(listsOf(40), {
          ...database.environment,
          PARTICIPATION_SITE: SITE,
          PARTICIPATION_URL: front.origin,
          PARTICIPATION_PORT: String(port),
          PARTICIPATION_PROXIES: '127.0.0.1',
        }),
      ),
    );
    instances = [one!, other!];
    // At the same time: both find an empty database.
    await Promise.all(instances.map(instance => instance.start()));
    // nginx has seen that there was none, and waits for `fail_timeout`.
    const asked = (): number => instances.filter(({ output }) => output.includes('"/sante"')).length;
    for (let tries = 0; asked() < 2 && tries < 200; tries++) {
      await ask({ from: '127.0.0.1', site: SITE }, `${front.origin}/sante`);
      await sleep(50);
    }
  });
  after(async () => {
    for (const instance of instances ?? []) await instance[Symbol.asyncDispose]();
    await front?.[Symbol.asyncDispose]();
    await database?.[Symbol.asyncDispose]();
  });

  const comment = (from: string, text: string, at = 0) =>
    ask({ from, site: SITE }, `${front.origin}/commentaires`, { article: addressOfArticle(at), text });
  const vote = (from: string, more = {}) =>
    ask({ from, site: SITE }, `${front.origin}/sondages/train/`, { choice: 'oui', ...more });
  const statusesOf = async (answers: readonly Promise<{ readonly status: number }>[]) =>
    (await Promise.all(answers)).map(({ status }) => status).toSorted((a, b) => a - b);

  it('take from one network together what one of them would take', async () => {
    const statuses = await statusesOf(
      Array.from({ length: 20 }, (_, at) => comment(`127.9.9.${at + 1}`, `Avis ${at}.`)),
    );
    assert.deepEqual(
      [statuses.filter(status => status === 303).length, statuses.filter(status => status === 429).length],
      [5, 15],
    );
    assert.deepEqual(
      instances.map(({ output }) => /"status":429/.test(output)),
      [true, true],
      'nginx asked both',
    );
  });

  it('take on one article together what one of them would take', async () => {
    const statuses = await statusesOf(
      Array.from({ length: 75 }, (_, at) => comment(addressOf(1_000 + at), `Avis ${at}.`, 1)),
    );
    const taken = statuses.filter(status => status === 303).length;
    // One more comes each ten seconds.
    assert.ok(taken >= 60 && taken <= 63, `${taken} were taken`);
  });

  it('count one vote a person, whoever receives it, and know a token that the other gave', async () => {
    const statuses = await statusesOf(Array.from({ length: 8 }, () => vote('127.8.8.8')));
    assert.deepEqual(statuses, [303, 409, 409, 409, 409, 409, 409, 409]);
    const { location } = await vote('127.8.9.8');
    const token = new URL(location, SITE).searchParams.get('token')!;
    const again = await statusesOf(
      Array.from({ length: 4 }, (_, at) => vote(`127.8.${20 + at}.8`, { token })),
    );
    assert.deepEqual(again, [409, 409, 409, 409]);
    const seen = await ask({ from: '127.8.8.8', site: SITE }, `${front.origin}/sondages/train/votes.json`);
    assert.deepEqual(JSON.parse(seen.text).votes, { oui: 2, non: 0 });
  });

  it('show what waits to an editor of either, and hold it until one of them has decided', async () => {
    assert.equal((await comment(addressOf(5_000), 'À lire par la rédaction.', 2)).status, 303);
    const link = /http:\S+/.exec(instances[0]!.act('login').stdout)![0];
    const desk = { from: '127.0.0.1', site: front.origin };
    const enter = () =>
      ask(desk, `${front.origin}/moderation/entrer`, { lien: new URL(link).searchParams.get('lien')! });
    const tries = await Promise.all([enter(), enter(), enter()]);
    assert.deepEqual(tries.map(({ status }) => status).toSorted(), [303, 403, 403]);
    const cookie = tries.find(({ status }) => status === 303)!.cookie;
    const pages = await Promise.all(
      [1, 2, 3, 4].map(() =>
        ask({ ...desk, cookie }, `${front.origin}/moderation?article=${addressOfArticle(2)}`),
      ),
    );
    for (const { text } of pages) assert.match(text, /À lire par la rédaction\./);
    assert.doesNotMatch(instances[1]!.act('list', '--status', 'approved').stdout, /À lire/);
    const token = /name="token" value="([^"]+)"/.exec(pages[0]!.text)![1]!;
    const id = /name="id" value="([^"]+)"/.exec(pages[0]!.text)![1]!;
    const done = await ask({ ...desk, cookie }, `${front.origin}/moderation`, { act: 'approve', id, token });
    assert.equal(done.status, 303);
    for (const instance of instances)
      assert.match(instance.act('list', '--status', 'approved').stdout, /À lire par la rédaction\./);
  });

  it('lose nothing that was thanked for when one is killed under load, and readers go on', async () => {
    const thanked: string[] = [];
    const voted: string[] = [];
    let isOver = false;
    const statuses = new Map<number, number>();
    const senders = Array.from({ length: 8 }, async (_, sender) => {
      for (let at = 0; !isOver; at++) {
        const from = addressOf(10_000 + sender * 1_000 + at);
        const text = `Sous charge ${sender} ${at}.`;
        const answer =
          at % 2 === 0
            ? await comment(from, text, 3 + (at % 37)).catch(() => null)
            : await vote(from).catch(() => null);
        statuses.set(answer?.status ?? 0, (statuses.get(answer?.status ?? 0) ?? 0) + 1);
        if (answer?.status === 303) (at % 2 === 0 ? thanked : voted).push(at % 2 === 0 ? text : from);
      }
    });
    await sleep(600);
    const before = thanked.length;
    const killed = instances[0]!.end('SIGKILL');
    await killed;
    await sleep(1_000);
    const meanwhile = thanked.length;
    const taken = formsTaken(instances[0]!);
    await instances[0]!.start();
    // nginx asks again when `fail_timeout` is over.
    for (let tries = 0; formsTaken(instances[0]!) === taken && tries < 200; tries++) await sleep(50);
    isOver = true;
    await Promise.all(senders);
    assert.ok(before > 5 && meanwhile > before + 5, `${before}, ${meanwhile}`);
    assert.ok(formsTaken(instances[0]!) > taken, 'the one that was killed is asked again');
    const texts = new Set(
      (JSON.parse(instances[1]!.act('list', '--json').stdout) as { text: string }[]).map(({ text }) => text),
    );
    assert.deepEqual(
      thanked.filter(text => !texts.has(text)),
      [],
    );
    const seen = await ask({ from: '127.8.8.8', site: SITE }, `${front.origin}/sondages/train/votes.json`);
    const { oui } = JSON.parse(seen.text).votes;
    const failed = statuses.get(502) ?? 0;
    // What the killed one had counted and not said yet may be there besides.
    assert.ok(
      oui >= 2 + voted.length && oui <= 2 + voted.length + failed + 8,
      `${oui} votes, ${voted.length} thanked for, ${failed} failed`,
    );
  });
});
