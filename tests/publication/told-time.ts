// Time that passes when a test says so, the same for all machines of it, each with a clock of its own that may be hours off.
import type { LockClock } from '../../src/engine/state/lock-clock.ts';

interface Waiting {
  readonly at: number;
  readonly wake: () => void;
  readonly machine: object | null;
}

export interface Machine extends LockClock {
  /** What is due meanwhile waits until it goes on: its owner closed the lid, or the machine was moved. */
  stop(): void;
  goOn(): void;
}

export interface ToldTime {
  now(): number;
  /** For what is on no machine. */
  sleep(ms: number): Promise<void>;
  /** @param ahead of all others, in ms. */
  machine(ahead?: number): Machine;
  /** Lets time pass until the promise is settled. Throws when nothing is left to wait for. */
  until<T>(promise: Promise<T>): Promise<T>;
}

/** Long after the first instant of computers, so that a clock may be behind. */
const START = Date.UTC(2014, 4, 20, 6);

export function toldTime(): ToldTime {
  let now = START;
  let waiting: Waiting[] = [];
  const stopped = new Set<object>();
  const wait = (ms: number, machine: object | null): Promise<void> =>
    new Promise(wake => waiting.push({ at: now + ms, wake, machine }));
  const isDue = ({ machine }: Waiting): boolean => machine === null || !stopped.has(machine);
  /** Everything that can go on without time passing does so. */
  const settle = (): Promise<void> => new Promise(resolve => setImmediate(resolve));
  return {
    now: () => now,
    sleep: ms => wait(ms, null),
    machine(ahead = 0) {
      const machine: Machine = {
        now: () => now + ahead,
        passed: () => now - START,
        sleep: ms => wait(ms, machine),
        every(ms, act) {
          let isOver = false;
          const beat = async (): Promise<void> => {
            for (;;) {
              await wait(ms, machine);
              if (isOver) return;
              act();
            }
          };
          void beat();
          return () => {
            isOver = true;
          };
        },
        stop: () => stopped.add(machine),
        goOn: () => stopped.delete(machine),
      };
      return machine;
    },
    async until(promise) {
      let isSettled = false;
      const settled = promise.finally(() => {
        isSettled = true;
      });
      settled.catch(() => {});
      for (;;) {
        await settle();
        if (isSettled) return await settled;
        let next: Waiting | null = null;
        for (const each of waiting) if (isDue(each) && (next === null || each.at < next.at)) next = each;
        if (next === null) throw new Error('nobody waits for anything');
        waiting = waiting.filter(each => each !== next);
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
}
