// A batch of files of a tree to what the rules told of them, in whichever thread that is.
import { looker } from './look-at-file.ts';
import type { RuleName } from './rule.ts';
import { collectingOutside } from './rules/external-link.ts';
import { RULES } from './rules/rules.ts';
import { type Told, tally } from './tally.ts';
import { openTree, type TreeData } from './tree/tree.ts';

/** All of a batch are of one kind. */
export type Batch =
  | { readonly kind: 'pages'; readonly paths: readonly string[]; readonly isReached: boolean | null }
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | {
      readonly kind: 'again';
      readonly asked: readonly (readonly [
        path: string,
        questions: readonly (readonly [RuleName, unknown])[],
      ])[];
    }
  | { readonly kind: 'compare'; readonly paths: readonly string[]; readonly other: string };

export interface BatchDone {
  readonly told: Told;
  /** Numbers of files that nobody had met before. */
  readonly met: readonly number[];
}

/** Plain data. */
export interface BatchWork {
  readonly tree: TreeData;
  readonly collectsOutside: boolean;
}

export function batchLooker({
  tree: data,
  collectsOutside,
}: BatchWork): (batch: Batch) => Promise<BatchDone> {
  const rules = collectsOutside
    ? RULES.map(rule => (rule.name === 'external-link' ? collectingOutside(new Map()) : rule))
    : RULES;
  const told = tally();
  const { page, file, again, compare } = looker(rules, openTree(data), told);
  return async batch => {
    const met: number[] = [];
    switch (batch.kind) {
      case 'pages':
        for (const path of batch.paths)
          for (const number of await page(path, batch.isReached)) met.push(number);
        break;
      case 'files':
        for (const path of batch.paths) file(path);
        break;
      case 'again':
        for (const [path, questions] of batch.asked) again(path, questions);
        break;
      case 'compare':
        for (const path of batch.paths) compare(path, batch.other);
        break;
    }
    return { told: told.taken(), met };
  };
}
