// Stages to one piece of work: each takes what those before it found out, and adds to it, or stops the build with problems.
import type { Problem } from '../problem/problem.ts';

/** What stops a build before it touched the output. */
export class Stopped {
  /** Tells the type from what stages know, which has problems too: those of files that were left out. */
  readonly stopped = true;
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    this.problems = problems;
  }
}

/** The one signature of all stages. */
export type Stage<Needs extends object, Gives extends object> = (
  known: Needs,
) => Gives | Stopped | Promise<Gives | Stopped>;

/** A list of stages that compiles only when each finds what it needs. */
export interface Stages<Start extends object, Known extends object> {
  next<Gives extends object>(stage: Stage<Known, Gives>): Stages<Start, Known & Gives>;
  /** One after the other, until one stops. */
  run(start: Start): Promise<Known | Stopped>;
}

export function stages<Start extends object>(): Stages<Start, Start> {
  return listOf<Start, Start>([]);
}

function listOf<Start extends object, Known extends object>(
  list: readonly Stage<never, object>[],
): Stages<Start, Known> {
  return {
    next: stage => listOf([...list, stage as Stage<never, object>]),
    async run(start) {
      let known: object = start;
      for (const stage of list) {
        const given = await stage(known as never);
        if (given instanceof Stopped) return given;
        known = { ...known, ...given };
      }
      return known as Known;
    },
  };
}
