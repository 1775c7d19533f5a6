// `npm run move -- FILE --slug nouveau-nom`: an article to another section, name or date, with all that goes with it, and its old address kept.
import './end-in-words.ts';
import { existsSync } from 'node:fs';
import { dirname, join, posix, resolve } from 'node:path';
import { carryOut, MoveFailed } from '../engine/moving/carry-out.ts';
import type { AliasOutcome } from '../engine/moving/move-text.ts';
import { type MovePlan, planMove } from '../engine/moving/plan-move.ts';
import { readSiteData, shown, shownFile } from '../engine/reading/read-content.ts';
import { moveWords } from '../locale/move-words.ts';
import { SITE_RULES } from '../pages/site-rules.ts';
import { formatProblems } from '../problem/format-problems.ts';
import type { Site } from '../site/site.ts';
import { DEFAULT_FOLDERS, readCommandLine, readNow, STATUS, wrongUsage } from './command-line.ts';
import { systemErrorSentence } from './system-errors.ts';

const { values, positionals } = readCommandLine(
  'move',
  {
    section: { type: 'string' },
    slug: { type: 'string' },
    date: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    content: { type: 'string', default: DEFAULT_FOLDERS.content },
    data: { type: 'string', default: DEFAULT_FOLDERS.data },
    now: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
  1,
);
const [file] = positionals;
if (!file?.trim()) wrongUsage('move', moveWords.noFile);
const contentDir = values.content;

const site = readSiteData({ dataDir: values.data }, SITE_RULES);
if (site.ok) move(file, site.value);
else {
  console.error(formatProblems(site.problems));
  process.exitCode = STATUS.contentProblems;
}

function move(file: string, site: Site): void {
  const now = values.now === undefined ? (site.clock ?? Date.now()) : readNow('move', values.now);
  const { section, slug, date } = values;
  const planned = planMove({ file, section, slug, date }, { contentDir, site, now });
  if (!planned.ok) {
    if (planned.problems.length === 0) wrongUsage('move', planned.refusal);
    console.error(formatProblems(planned.problems.map(problem => shown(problem, contentDir))));
    console.error(planned.refusal);
    process.exitCode = STATUS.contentProblems;
    return;
  }
  const { plan } = planned;
  if (!values['dry-run']) carryOutOrSay(plan);
  console.log([...told(plan), ...outlook(plan)].join('\n'));
}

function carryOutOrSay(plan: MovePlan): void {
  try {
    carryOut(contentDir, plan);
  } catch (error) {
    if (!(error instanceof MoveFailed)) throw error;
    const { cause } = error;
    const path = (cause as NodeJS.ErrnoException).path ?? contentDir;
    console.error(error.isUndone ? moveWords.putBack : moveWords.halfDone);
    console.error(systemErrorSentence(cause) ?? moveWords.inTheWay(path));
    process.exit(STATUS.systemError);
  }
}

function told({ from, to, alias, waits, media, comments, texts }: MovePlan): readonly string[] {
  const name = (below: string): string => shownFile(below, contentDir);
  const [thread] = comments;
  const lines = [
    moveWords.address(from.url, to.url),
    aliasLine(from.url, alias),
    ...(waits ? [moveWords.waits()] : []),
    ...media.map(each =>
      each.sharedWith === null
        ? moveWords.media(name(each.from), name(each.to))
        : moveWords.sharedMedia(name(each.from), name(each.to), name(each.sharedWith)),
    ),
    ...(thread === undefined
      ? []
      : [moveWords.comments(comments.length, name(folderOf(thread.from)), name(folderOf(thread.to)))]),
    ...texts.map(each => moveWords.link(name(each.file))),
  ];
  return [heading(name(from.file), name(to.file)), ...lines.map(line => `  ${line}`)];
}

function aliasLine(url: string, alias: AliasOutcome): string {
  switch (alias.kind) {
    case 'added':
      return moveWords.alias.added(url);
    case 'draft':
      return moveWords.alias.draft(url);
    case 'scheduled':
      return moveWords.alias.scheduled();
    case 'taken':
      return moveWords.alias.taken(shownFile(alias.by, contentDir));
  }
}

function folderOf(file: string): string {
  return posix.dirname(file);
}

function heading(from: string, to: string): string {
  if (from === to) return values['dry-run'] ? moveWords.wouldChange(from) : moveWords.kept(from);
  return values['dry-run'] ? moveWords.wouldMove(from, to) : moveWords.moved(from, to);
}

function outlook({ from, to }: MovePlan): readonly string[] {
  if (values['dry-run']) return [moveWords.dryRun];
  if (!isRecordedByGit(resolve(contentDir))) return [moveWords.check];
  return [moveWords.record(contentDir, posix.basename(from.file, '.md'), to.url)];
}

function isRecordedByGit(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  const around = dirname(folder);
  return around !== folder && isRecordedByGit(around);
}
