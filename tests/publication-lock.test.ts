// One publisher at a time, whatever their clocks say and whoever dies; what a dead one was about to change is not forgotten.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LockLost, type PublicationLock } from '../src/engine/state/held-lock.ts';
import { isAnybodyPublishing, lookAtLock, takeLock } from '../src/engine/state/publication-lock.ts';
import type { ObjectStore } from '../src/store/object-store.ts';
import { type Machine, type ToldTime, toldTime } from './publication/told-time.ts';
import { type MemoryStore, memoryStore } from './stores/memory-store.ts';

const LEASE = 120_000;
const HOUR = 3_600_000;

interface Place {
  readonly time: ToldTime;
  readonly memory: MemoryStore;
  /** Asks for the lock from a machine of its own, whose clock is `ahead` ms ahead. */
  publisher(name: string, ahead?: number): Publisher;
}

interface Publisher {
  readonly machine: Machine;
  readonly waitedFor: string[];
  take(store?: ObjectStore): Promise<PublicationLock>;
}

/** Longer on the way than others, each time another time. */
function place(hasConditions: boolean): Place {
  const time = toldTime();
  let requests = 0;
  const memory = memoryStore({
    hasConditions,
    clock: () => time.now() + 7 * HOUR,
    travel: () => time.sleep(5 + ((requests++ * 37) % 90)),
  });
  return {
    time,
    memory,
    publisher(name, ahead = 0) {
      const machine = time.machine(ahead);
      const waitedFor: string[] = [];
      const settings = {
        owner: name,
        lease: LEASE,
        clock: machine,
        onWait: (owner: string) => waitedFor.push(owner),
      };
      return { machine, waitedFor, take: (store = memory.open()) => takeLock(store, settings) };
    },
  };
}

/** What it announced, and no more: its machine is switched off. */
async function dyingPublisher({ time, publisher }: Place, ahead = 0): Promise<void> {
  const dying = publisher('mourant', ahead);
  const lock = await time.until(dying.take());
  await time.until(lock.announce(['/chine/', '/']));
  dying.machine.stop();
}

for (const hasConditions of [true, false])
  describe(`the lock of a store that has ${hasConditions ? 'conditions' : 'none'}`, () => {
    it('lets twenty that begin at once publish one after the other, and each of them once', async () => {
      const { time, publisher } = place(hasConditions);
      let atWork = 0;
      let most = 0;
      const turns: string[] = [];
      const publish = async (name: string, ahead: number): Promise<void> => {
        const { take, machine } = publisher(name, ahead);
        const lock = await take();
        most = Math.max(most, ++atWork);
        await lock.announce([`/${name}/`]);
        await machine.sleep(1.5 * LEASE);
        await lock.check();
        turns.push(name);
        atWork--;
        await lock.release(false);
      };
      const names = Array.from({ length: 20 }, (_, n) => `p${n}`);
      await time.until(Promise.all(names.map((name, n) => publish(name, (n - 10) * HOUR))));
      assert.equal(most, 1);
      assert.deepEqual([...turns].sort(), [...names].sort());
    });

    it('is free at once after a publication, and nothing is suspect', async () => {
      const all = place(hasConditions);
      const { time, memory, publisher } = all;
      const first = await time.until(publisher('a').take());
      await time.until(first.announce(['/']));
      assert.equal(await time.until(isAnybodyPublishing(memory.open())), true);
      await time.until(first.release(false));
      assert.equal(await time.until(isAnybodyPublishing(memory.open())), false);
      const begun = time.now();
      const next = publisher('b');
      assert.deepEqual((await time.until(next.take())).suspects, []);
      assert.ok(time.now() - begun < 10_000);
      assert.deepEqual(next.waitedFor, []);
    });

    it('is free at once after a publication that was broken off, with what it had announced', async () => {
      const { time, memory, publisher } = place(hasConditions);
      const first = await time.until(publisher('a').take());
      await time.until(first.announce(['/chine/', '/']));
      await time.until(first.release(true));
      assert.deepEqual((await time.until(lookAtLock(memory.open()))).suspects, ['/chine/', '/']);
      const begun = time.now();
      const second = await time.until(publisher('b').take());
      assert.ok(time.now() - begun < 10_000);
      assert.deepEqual(second.suspects, ['/chine/', '/']);
      await time.until(second.release(true));
      const third = await time.until(publisher('c').take());
      assert.deepEqual(third.suspects, ['/chine/', '/'], 'as long as nobody has looked at them');
      await time.until(third.release(false));
      assert.deepEqual((await time.until(publisher('d').take())).suspects, []);
    });

    for (const ahead of [-5 * HOUR, 0, 5 * HOUR])
      it(`is taken over from one that died, after its lease, with a clock ${ahead / HOUR} hours ahead`, async () => {
        const all = place(hasConditions);
        await dyingPublisher(all, ahead);
        const begun = all.time.now();
        const next = all.publisher('suivant');
        const { suspects } = await all.time.until(next.take());
        assert.deepEqual(suspects, ['/chine/', '/']);
        assert.deepEqual(next.waitedFor, ['mourant']);
        const waited = all.time.now() - begun;
        assert.ok(waited > LEASE * 0.7 && waited < LEASE * 1.3, `${waited} ms`);
      });

    it('keeps nobody waiting for one that died long ago', async () => {
      const all = place(hasConditions);
      await dyingPublisher(all);
      await all.time.until(all.time.sleep(2 * LEASE));
      const begun = all.time.now();
      assert.deepEqual((await all.time.until(all.publisher('suivant').take())).suspects, ['/chine/', '/']);
      assert.ok(all.time.now() - begun < 10_000);
    });

    it('is not taken from one that lives, whatever the clock of the other says', async () => {
      for (const ahead of [-9 * HOUR, 9 * HOUR]) {
        const { time, publisher } = place(hasConditions);
        const lock = await time.until(publisher('vivant').take());
        const other = publisher('autre', ahead);
        let isTaken = false;
        const taking = other.take().then(taken => {
          isTaken = true;
          return taken;
        });
        await time.until(time.sleep(10 * LEASE));
        assert.equal(isTaken, false);
        await time.until(lock.check());
        await time.until(lock.release(false));
        await time.until(taking);
        assert.deepEqual(other.waitedFor, ['vivant']);
      }
    });

    it('is lost to one that was silent for too long, who then changes nothing of it', async () => {
      const { time, memory, publisher } = place(hasConditions);
      const paused = publisher('endormi');
      const lock = await time.until(paused.take());
      await time.until(lock.announce(['/chine/']));
      paused.machine.stop();
      const next = await time.until(publisher('suivant').take());
      await time.until(next.announce(['/monde/']));
      paused.machine.goOn();
      await assert.rejects(time.until(lock.checkAfterSilence()), LockLost);
      await assert.rejects(time.until(lock.check()), LockLost);
      await assert.rejects(time.until(lock.announce(['/sport/'])), LockLost);
      await time.until(lock.release(false));
      await time.until(time.sleep(LEASE));
      await time.until(next.check());
      const { suspects } = await time.until(lookAtLock(memory.open()));
      assert.deepEqual([...suspects].sort(), ['/chine/', '/monde/']);
    });

    it('is taken when its objects are damaged, and all is suspect then', async () => {
      for (const damage of ['', '{', 'null', '{"owner":"a"}', '\u0000']) {
        const all = place(hasConditions);
        await dyingPublisher(all);
        for (const [key, { written }] of all.memory.objects)
          all.memory.objects.set(key, { bytes: Buffer.from(damage), written });
        const { suspects } = await all.time.until(all.publisher('suivant').take());
        assert.ok(suspects.includes('*'), `${damage}: ${suspects}`);
      }
    });

    it('stays with its owner when an answer got lost', async () => {
      const { time, memory, publisher } = place(hasConditions);
      let isCut = false;
      const store = memory.open();
      const lossy: ObjectStore = {
        ...store,
        async put(...put) {
          const tag = await store.put(...put);
          if (isCut) throw new Error('the answer got lost');
          return tag;
        },
      };
      const lock = await time.until(publisher('a').take(lossy));
      isCut = true;
      await assert.rejects(time.until(lock.announce(['/'])));
      isCut = false;
      await time.until(lock.check());
      await time.until(lock.release(false));
      assert.deepEqual((await time.until(publisher('b').take())).suspects, []);
    });

    it('asks the store after each announcement, and then only after a silence', async () => {
      const { time, memory, publisher } = place(hasConditions);
      let requests = 0;
      const store = memory.open();
      const counted: ObjectStore = {
        ...store,
        put(...put) {
          requests++;
          return store.put(...put);
        },
      };
      const { take, machine } = publisher('a');
      const lock = await time.until(take(counted));
      await time.until(lock.announce(['/']));
      const before = requests;
      await time.until(lock.checkAfterSilence());
      assert.equal(requests, before);
      machine.stop();
      await time.until(time.sleep(LEASE * 0.6));
      await time.until(Promise.all(Array.from({ length: 32 }, () => lock.checkAfterSilence())));
      assert.equal(requests, before + 1);
    });
  });
