// Addresses at which nothing is any more to what an editor reads of them: the line to add, and to which file.
import { articleAddress, articleUrl, sectionUrl } from '../../address/addresses.ts';
import type { EntryProblem } from '../../check/entry-problem.ts';
import type { ContentSource } from '../../content/content-source.ts';
import type { ReadEntry } from '../../edition/entry.ts';
import { lostMessages } from '../../locale/lost-messages.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import { dataFileName, openDataFolder } from '../../site/data-file.ts';
import type { Site } from '../../site/site.ts';
import type { Loss } from '../edition/lost-addresses.ts';
import { locateMistakes } from '../reading/locate-mistakes.ts';
import { shown, shownFile } from '../reading/read-content.ts';

/** For programs. Files are as an editor would type them. */
export interface ToldLoss {
  readonly address: string;
  readonly fate: Loss['fate'];
  /** Where the article was; null: nobody knows any more. */
  readonly from: string | null;
  /** Where it is now; null: nowhere. */
  readonly to: string | null;
}

export interface Folders {
  readonly source: ContentSource;
  readonly dataDir: string;
  /** By which readers get what is made of them. */
  readonly command: 'build' | 'publish';
}

const RULE = 'address-lost';

/** More warnings are counted: after a large move they are thousands. */
const MOST_TOLD = 20;

export function tellLosses(
  losses: readonly Loss[],
  { source: { contentDir } }: Pick<Folders, 'source'>,
): readonly ToldLoss[] {
  const named = (file: string | null): string | null => (file === null ? null : shownFile(file, contentDir));
  return losses.map(({ fate, lost: { url, from, to } }) => ({
    address: url,
    fate,
    from: named(from),
    to: fate === 'deleted' ? null : named(to),
  }));
}

/** A warning as long as nobody has looked for its line. */
interface Warning {
  /** As an editor would type it. */
  readonly file: string;
  readonly count: number;
  readonly problem: () => Problem;
}

export function warnOfLosses(
  losses: readonly Loss[],
  sections: Site['sections'],
  folders: Folders,
): readonly Problem[] {
  const moves = sectionMoves(losses, sections);
  const inSections = new Set(moves.flatMap(move => move.losses));
  const warnings = [
    ...moves.map(move => ofSection(move, folders)),
    ...[
      ...Map.groupBy(
        losses.filter(loss => !inSections.has(loss)),
        keyOf,
      ).values(),
    ].map(some => ofArticle(some, folders)),
  ].sort((a, b) => (a.file < b.file ? -1 : 1));
  const told = warnings.slice(0, MOST_TOLD).map(({ problem }) => problem());
  const others = warnings.slice(MOST_TOLD);
  if (others.length > 0) {
    const count = others.reduce((sum, each) => sum + each.count, 0);
    told.push(wholeFile(others[0]!.file, RULE, lostMessages.others(count)));
  }
  return told.sort(compareProblems);
}

/** Losses with one key are mended by one line. */
function keyOf(loss: Loss): string {
  return `${loss.fate} ${loss.lost.to ?? loss.lost.from ?? loss.lost.url}`;
}

function ofArticle(losses: readonly Loss[], { source, command }: Folders): Warning {
  const { contentDir } = source;
  const [first] = losses as readonly [Loss];
  const addresses = losses.map(({ lost }) => lost.url);
  const count = losses.length;
  if (first.fate === 'deleted') {
    const file = shownFile(first.lost.to ?? first.lost.from ?? 'articles', contentDir);
    const message = lostMessages.deleted(addresses, aliasLine(addresses), command);
    return { file, count, problem: () => wholeFile(file, RULE, message) };
  }
  const { entry, fate } = first;
  const mistake: EntryProblem =
    fate === 'draft'
      ? { entry, path: ['draft'], rule: RULE, message: lostMessages.draft(addresses) }
      : { entry, path: ['aliases'], rule: RULE, message: movedMessage(addresses, entry) };
  return {
    file: shownFile(entry.file, contentDir),
    count,
    problem: () => shown(locateMistakes([mistake], source)[0]!, contentDir),
  };
}

function movedMessage(addresses: readonly string[], entry: ReadEntry): string {
  return lostMessages.moved(addresses, articleUrl(entry), aliasLine([...entry.aliases, ...addresses]));
}

/** What YAML takes as it is within brackets. */
const PLAIN = /^[\w/.?=-]+$/;

function aliasLine(aliases: readonly string[]): string {
  return `aliases: [${aliases.map(alias => (PLAIN.test(alias) ? alias : JSON.stringify(alias))).join(', ')}]`;
}

/** A section that is called otherwise now: all that was below its old slug is at the same place below another one. */
interface SectionMove {
  readonly old: string;
  readonly section: Site['sections'][number];
  readonly losses: readonly Loss[];
}

function sectionMoves(losses: readonly Loss[], sections: Site['sections']): readonly SectionMove[] {
  const bySlug = new Map(sections.map(section => [section.slug, section]));
  const ofOldSections = Map.groupBy(losses, ({ lost }) => {
    const slug = articleAddress(lost.url)?.section ?? '';
    return bySlug.has(slug) ? '' : slug;
  });
  ofOldSections.delete('');
  const moves: SectionMove[] = [];
  for (const [old, ofSection] of ofOldSections) {
    const byNew = Map.groupBy(ofSection, loss => newSection(loss, old));
    // What has another name as well, or is deleted, is told by itself: `formerly` leads nobody to it.
    byNew.delete(null);
    const [only, ...others] = byNew;
    const section = only && others.length === 0 ? bySlug.get(only[0]!) : undefined;
    if (section) moves.push({ old, section, losses: only![1] });
  }
  return moves;
}

/** The section in which an article is at the same place as it was in the section `old`; null: it is not. */
function newSection(loss: Loss, old: string): string | null {
  if (loss.fate !== 'moved') return null;
  const { section } = loss.entry;
  const below = loss.lost.url.slice(sectionUrl(old).length);
  return articleUrl(loss.entry) === sectionUrl(section) + below ? section : null;
}

function ofSection({ old, section, losses }: SectionMove, { dataDir }: Folders): Warning {
  const line = `formerly: [${[...section.formerly, old].join(', ')}]`;
  const message = lostMessages.section(old, section.slug, losses.length, losses[0]!.lost.url, line);
  // It was read a moment ago.
  const name = dataFileName(openDataFolder(dataDir)!, 'sections')!;
  const file = shownFile(name, dataDir);
  return { file, count: losses.length, problem: () => wholeFile(file, RULE, message) };
}
