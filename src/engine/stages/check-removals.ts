// The articles that readers would lose: when they are so many that something went wrong, the build stops.
import { removalMessages } from '../../locale/removal-messages.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import { type BuildStart, commandOf } from '../build-options.ts';
import { articlesBefore, type Before, lossesOf } from '../edition/lost-articles.ts';
import { shownFile } from '../reading/read-content.ts';
import { Stopped } from '../stage.ts';
import type { Edited } from './edit.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';
import type { ReadContent } from './read-content.ts';

/** Fewer may well be deleted in a day, however small the portal. */
const MANY = 10;

/** One in as many of all articles. */
const LARGE_SHARE = 5;

type Needs = BuildStart & OpenMemory & ReadContent & Edited & LookedAt;

export interface CheckedRemovals {
  readonly articlesBefore: Before;
}

export function checkRemovals(known: Needs): CheckedRemovals | Stopped {
  const before = whatReadersHad(known);
  const loss = lossOfArticles(known, before);
  return loss === null
    ? { articlesBefore: before }
    : new Stopped([...known.problems, loss].sort(compareProblems));
}

function whatReadersHad({ memory, listed, context, links, articleLinks }: Needs): Before {
  return articlesBefore(
    memory,
    listed === null ? null : listed.files.keys(),
    context.edition,
    links.articleLinks.months,
    articleLinks.months,
  );
}

/** null: nothing is lost that one would not lose any day, or somebody allowed it. */
export function lossOfArticles(known: Needs, before: Before = whatReadersHad(known)): Problem | null {
  const { options, memory, listed, content, context, faulty } = known;
  // Another branch may have none of the articles: in the newsroom's own site no reader loses them.
  if (options.allowRemovals || options.audience === 'newsroom') return null;
  const { published } = context.edition;
  const isEmpty = published.length === 0 && before.gone.length > 0;
  if (!isEmpty && !isMuch(before.gone.length, before.count)) return null;
  const wasThere = (url: string): boolean => memory.pages.has(url) || (listed?.files.has(url) ?? false);
  const losses = lossesOf(before, context, content.entries, wasThere);
  if (isEmpty ? losses.onlyExpired : !isMuch(losses.lost, losses.before)) return null;
  const why = whyPerhaps();
  const message = isEmpty
    ? removalMessages.noneLeft(losses.before, why, commandOf(options))
    : removalMessages.manyLost(losses.lost, losses.before, why, commandOf(options));
  return wholeFile(shownFile('articles', options.contentDir), 'articles-lost', message);

  function whyPerhaps(): string {
    if (faulty.size > 0) return removalMessages.faults();
    if (isEmpty && content.entries.length > 0) return removalMessages.noneShown();
    return removalMessages.wrongFolder(options.contentDir);
  }
}

function isMuch(lost: number, all: number): boolean {
  return lost >= MANY && lost * LARGE_SHARE > all;
}
