// What a proof found to the snapshot that the next build prints: how much was looked at, what was found, and some examples.
import type { SnapshotPlace } from '../snapshots/snapshot-place.ts';
import type { Instant } from '../time/instant.ts';
import { momentOf } from '../time/moment.ts';
import type { Proof } from './prove.ts';

/** As many as a page shows of one rule. */
const EXAMPLES = 5;
/** In UTF-16 code units. */
const LONGEST = 300;

/** Nothing in it hangs on the run but its date: no time, no machine, no path. */
export function proofSnapshot(
  proof: Proof,
  instant: Instant,
  timeZone: string,
  commit: string | null,
): object {
  return {
    date: momentOf(instant, timeZone).iso,
    ...(commit !== null && { commit }),
    pages: proof.pages,
    files: proof.files,
    rules: proof.rules
      .filter(({ isAsked }) => isAsked)
      .map(({ rule, severity, looked, count, findings }) => ({
        rule,
        severity,
        looked,
        found: count,
        examples: findings.slice(0, EXAMPLES).map(({ what, pages, first }) => ({
          what: what.slice(0, LONGEST).toWellFormed(),
          pages,
          first: first[0]!.slice(0, LONGEST).toWellFormed(),
        })),
      })),
  };
}

export async function writeProof(place: SnapshotPlace, snapshot: object): Promise<void> {
  const text = `${JSON.stringify(snapshot, null, 2)}\n`;
  // A place that is asked before it is written to knows whether somebody else was quicker.
  if ((await place.read('proof')) !== text) await place.write('proof', text);
}
