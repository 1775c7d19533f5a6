// What browsers are to be told of each file against what they were told when the site was published last.
import { changedRules, type HeaderRules, headerRules } from '../../host/header-rules.ts';
import type { BuildStart } from '../build-options.ts';
import { headerInputOf } from '../plan/object-headers-of.ts';
import { HEADERS_NOTE } from '../plan/owned-files.ts';
import type { Edited } from './edit.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';
import type { ReadTheme } from './read-theme.ts';

export interface ComparedHeaders {
  /** null: the output keeps none. */
  readonly headerRules: HeaderRules | null;
  /**
   * The names of rules that say something else now; 'unknown': what files that stand there are told is to be looked at; null: all of them are told
   * what they should be, or will be when they are put.
   */
  readonly otherHeaders: ReadonlySet<string> | 'unknown' | null;
}

export function compareHeaders({
  output,
  memory,
  sameOutput,
  context,
  assets,
}: BuildStart & OpenMemory & LookedAt & Edited & ReadTheme): ComparedHeaders {
  if (!output.keepsHeaders) return { headerRules: null, otherHeaders: null };
  const rules = headerRules(headerInputOf(context, assets.inlineHashes));
  const before = memory.getNote(HEADERS_NOTE);
  if (output.isFilledAtOnce) return { headerRules: rules, otherHeaders: null };
  if (!sameOutput || before === null) return { headerRules: rules, otherHeaders: 'unknown' };
  const changed = changedRules(JSON.parse(before), rules);
  return { headerRules: rules, otherHeaders: changed.size === 0 ? null : changed };
}
