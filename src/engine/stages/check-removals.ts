// The articles that readers would lose: when they are so many that something went wrong, the build stops.
import { removalMessages } from '../../locale/removal-messages.ts';
import { compareProblems } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import type { BuildStart } from '../build-options.ts';
import { articlesBefore, lossesOf } from '../edition/lost-articles.ts';
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

export function checkRemovals({
  options,
  memory,
  listed,
  content,
  context,
  problems,
  links,
  articleLinks,
}: BuildStart & OpenMemory & ReadContent & Edited & LookedAt): object | Stopped {
  if (options.allowRemovals) return {};
  const { published } = context.edition;
  const urls = listed === null ? null : listed.files;
  const before = articlesBefore(
    memory,
    urls === null ? null : urls.keys(),
    context.edition,
    links.articleLinks.months,
    articleLinks.months,
  );
  const isEmpty = published.length === 0 && before.gone.length > 0;
  if (!isEmpty && !isMuch(before.gone.length, before.count)) return {};
  const wasThere = (url: string): boolean => memory.pages.has(url) || (urls?.has(url) ?? false);
  const losses = lossesOf(before, context, content.entries, wasThere);
  if (isEmpty ? losses.onlyExpired : !isMuch(losses.lost, losses.before)) return {};
  const why = whyPerhaps();
  const message = isEmpty
    ? removalMessages.noneLeft(losses.before, why)
    : removalMessages.manyLost(losses.lost, losses.before, why);
  const problem = wholeFile(shownFile('articles', options.contentDir), 'articles-lost', message);
  return new Stopped([...problems, problem].sort(compareProblems));

  function whyPerhaps(): string {
    if (problems.length > 0) return removalMessages.faults();
    if (isEmpty && content.entries.length > 0) return removalMessages.noneShown();
    return removalMessages.wrongFolder(options.contentDir);
  }
}

function isMuch(lost: number, all: number): boolean {
  return lost >= MANY && lost * LARGE_SHARE > all;
}
