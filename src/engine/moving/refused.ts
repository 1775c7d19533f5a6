// Why a move is not made.
import type { Problem } from '../../problem/problem.ts';

export interface Refused {
  readonly ok: false;
  /** In French, with what to do. */
  readonly refusal: string;
  /** Of the article as it is, or as it would be. */
  readonly problems: readonly Problem[];
}

export function refuse(refusal: string, problems: readonly Problem[] = []): Refused {
  return { ok: false, refusal, problems };
}
