// `npm run votes`: what the service of participation has counted for each poll is asked for, and written where builds read it.
import './end-in-words.ts';
import { voteWords } from '../locale/vote-words.ts';
import { formatProblems } from '../problem/format-problems.ts';
import type { Site } from '../site/site.ts';
import { dataPlace, snapshotFile } from '../snapshots/snapshot-place.ts';
import type { VoteOutcome } from '../votes/take-votes.ts';
import { DEFAULT_FOLDERS, readCommandLine, STATUS, wrongUsage } from './command-line.ts';
import { REAL_PACE } from './real-pace.ts';
import { snapshotsAsked } from './snapshots-asked.ts';
import { jsonText } from './terminal-text.ts';

/** Of one request, in ms. */
const TIME_LIMIT = 10_000;

const { values } = readCommandLine(
  'votes',
  {
    data: { type: 'string', default: DEFAULT_FOLDERS.data },
    snapshots: { type: 'string' },
    strict: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  0,
);

// Imported here and not above: the code cache has to be on before the engine is loaded.
const { readSiteData } = await import('../engine/reading/read-content.ts');
const { dataFileName, openDataFolder } = await import('../site/data-file.ts');
const { SITE_RULES } = await import('../pages/site-rules.ts');
const { snapshotPath } = await import('../snapshots/open-place.ts');
const { momentOf } = await import('../time/moment.ts');
const { takeVotes } = await import('../votes/take-votes.ts');

const site = readSiteData({ dataDir: values.data }, SITE_RULES);
if (site.ok) process.exitCode = await votes(site.value);
else {
  console.error(formatProblems(site.problems));
  process.exitCode = STATUS.contentProblems;
}

/** Prints what was counted and gives the exit status. */
async function votes(site: Site): Promise<number> {
  const { clock, timeZone, style, participation } = site;
  if (participation === null) return nothingToDo(voteWords.noService);
  if (clock !== null) return nothingToDo(voteWords.stopped(momentOf(clock, timeZone, style).stamp));
  const named = await snapshotsAsked('votes', values.snapshots);
  const there = dataFileName(openDataFolder(values.data)!, 'poll-totals');
  if (named === undefined && there !== undefined && there !== snapshotFile('poll-totals'))
    wrongUsage('votes', voteWords.otherForm(there));
  const place = named ?? dataPlace(values.data);
  const tools = { fetch, pace: REAL_PACE, timeLimit: TIME_LIMIT };
  const outcome = await takeVotes({ site, origin: participation, place, tools }).finally(() =>
    named?.close(),
  );
  tell(outcome, snapshotPath(place.place, 'poll-totals'), site);
  if (values.json) console.log(jsonText(outcome));
  const hasFailed = outcome.polls.some(({ result }) => result === 'failed');
  return values.strict && hasFailed ? STATUS.systemError : STATUS.fine;
}

function tell({ polls, written, damaged }: VoteOutcome, file: string, { timeZone, style }: Site): void {
  for (const { question, result, votes, fewerThan, date, failure } of polls) {
    const stamp = date === null ? null : momentOf(date, timeZone, style).stamp;
    if (failure !== null) console.error(voteWords.failed(question, failure.reason, failure.detail, stamp));
    else if (result === 'same') console.log(voteWords.same(question, votes!));
    else console.log(voteWords.counted(question, votes!, stamp!));
    if (fewerThan !== null) console.error(voteWords.fewer(question, votes!, fewerThan));
  }
  if (damaged) console.error(voteWords.damaged(file));
  if (polls.length === 0) console.log(voteWords.noPoll);
  else console.log(written ? voteWords.written(file) : voteWords.unchanged);
}

function nothingToDo(words: string): number {
  console.error(words);
  return values.strict ? STATUS.systemError : STATUS.fine;
}
