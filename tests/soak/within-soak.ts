// Loaded before a test file in the soak: gives its properties the soak's seed, ends them with its time, tells it of each how many cases there were.
import { getTestContext } from 'node:test';
import fc from 'fast-check';
import { soakOrder } from './how-many.ts';

/** What a property tells the soak, as a message of its process. */
export interface PropertyTold {
  readonly property: string;
  readonly cases: number;
  readonly failed: boolean;
}

/** Cases of a property that says no number, and has a hundred in `npm test`. */
const MANY = 1_000;

const { seed, time } = soakOrder()!;

fc.configureGlobal({ seed, numRuns: MANY, reporter: tellSoak });

/** A case that has begun is finished: unlike fast-check's own limits, this one looks at the clock between cases only. */
fc.installGlobalPlugin(() => ({
  decorateRun: run => value => (performance.now() > time ? new fc.PreconditionFailure(true) : run(value)),
}));

/** That the time was over fails no property, even before its first case. */
function tellSoak(details: fc.RunDetails<unknown>): void {
  const failed = details.failed && (details.counterexample !== null || !details.interrupted);
  const property = getTestContext()?.fullName ?? '';
  process.send!({ property, cases: details.numRuns, failed } satisfies PropertyTold);
  if (failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
}
