// The service, killed or asked to end, or its PostgreSQL killed, at any moment under load: every comment and every vote that was thanked for is there afterwards.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { openDatabase } from '../../src/participation/open-database.ts';
import { openStore } from '../../src/participation/store/store.ts';
import { howMany } from '../soak/how-many.ts';
import { type PostgresForTest, postgresForTest, postgresMissing } from './databases.ts';
import { addressOfArticle, listsOf } from './lists-of-test.ts';
import { addressOf, ask } from './readers.ts';
import { type RunningServiceOfTest, runningService } from './running-service.ts';

const ARTICLES = 200;
const SENDERS = 6;

interface Kill {
  /** After the first comment. */
  readonly ms: number;
  /** Of the service: SIGTERM is how it is asked to end. */
  readonly signal: 'SIGKILL' | 'SIGTERM';
  /** Whether PostgreSQL is killed before, and the service has to find its way back by itself. */
  readonly server: boolean;
}

interface Load {
  readonly thanked: string[];
  votes: number;
  /** Votes of which nobody was told whether they count. */
  unknown: number;
  /** How many readers have sent something. */
  readers: number;
  isOver: boolean;
}

/** Comments and votes in turn, each of another reader, until the load is over. */
async function send({ origin, site }: RunningServiceOfTest, load: Load): Promise<void> {
  while (!load.isOver) {
    const at = load.readers++;
    const reader = { from: addressOf(at), site };
    if (at % 2 === 0) {
      const text = `Avis ${at}.`;
      const fields = { article: addressOfArticle(at % ARTICLES), text };
      const answer = await ask(reader, `${origin}/commentaires`, fields).catch(() => null);
      if (answer?.status === 303) load.thanked.push(text);
    } else {
      const answer = await ask(reader, `${origin}/sondages/train/`, { choice: 'oui' }).catch(() => null);
      if (answer?.status === 303) load.votes += 1;
      else load.unknown += 1;
    }
    // Nobody is there for a while.
    await sleep(load.isOver ? 0 : 1);
  }
}

async function check({ environment }: RunningServiceOfTest, load: Load): Promise<void> {
  const database = await openDatabase({
    databaseUrl: environment.DATABASE_URL ?? null,
    file: environment.PARTICIPATION_FILE!,
  });
  const store = await openStore(database);
  try {
    const kept = new Set((await store.comments('pending')).map(({ text }) => text));
    assert.deepEqual(
      load.thanked.filter(text => !kept.has(text)),
      [],
    );
    const votes = (await store.votes()).train?.oui ?? 0;
    const [voters] = await database.rows('SELECT count(*) AS count FROM voters');
    assert.equal(votes, Number(voters!.count), 'a vote and its voter are kept together');
    assert.ok(
      votes >= load.votes && votes <= load.votes + load.unknown,
      `${votes} votes, ${load.votes} thanked for, ${load.unknown} not told`,
    );
    if (database.backup !== null)
      assert.deepEqual(
        (await database.rows('PRAGMA integrity_check')).map(row => ({ ...row })),
        [{ integrity_check: 'ok' }],
      );
  } finally {
    await store.close();
  }
}

async function until(isSo: () => boolean, service: RunningServiceOfTest): Promise<void> {
  for (let tries = 0; !isSo() && tries < 2_000; tries++) await sleep(10);
  assert.ok(isSo(), `nothing is taken:\n${service.output.slice(-2_000)}`);
}

for (const [name, start, skip] of [
  ['SQLite', async () => null, false],
  ['PostgreSQL', postgresForTest, postgresMissing()],
] as const)
  describe(`the service over ${name}`, { skip }, () => {
    it('loses nothing that it has thanked for, whenever it is killed or asked to end', async () => {
      const database: PostgresForTest | null = await start();
      const load: Load = { thanked: [], votes: 0, unknown: 0, readers: 0, isOver: false };
      const service = await runningService(listsOf(ARTICLES), database?.environment);
      try {
        const killedAfter = fc.record({
          ms: fc.integer({ min: 0, max: 600 }),
          signal: fc.constantFrom('SIGKILL' as const, 'SIGTERM' as const),
          server: database === null ? fc.constant(false) : fc.boolean(),
        });
        const isSafe = async (kill: Kill): Promise<void> => {
          await service.start();
          const before = load.thanked.length;
          load.isOver = false;
          const senders = Array.from({ length: SENDERS }, () => send(service, load));
          const taken = (more: number): Promise<void> => until(() => load.thanked.length >= more, service);
          await taken(before + 1);
          await sleep(kill.ms);
          if (kill.server) {
            database!.crash();
            await taken(load.thanked.length + 3);
          }
          const status = await service.end(kill.signal);
          if (kill.signal === 'SIGTERM') assert.equal(status, 0, service.output.slice(-2_000));
          load.isOver = true;
          await Promise.all(senders);
          await check(service, load);
        };
        await fc.assert(fc.asyncProperty(killedAfter, isSafe), howMany('kills of the service'));
      } finally {
        load.isOver = true;
        await service[Symbol.asyncDispose]();
        await database?.[Symbol.asyncDispose]();
      }
    });
  });
