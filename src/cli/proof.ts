// `npm run proof`: a site that is built or published is read as a stranger reads it, and what is wrong with it becomes a table, JSON, and a snapshot for the site.
import './end-in-words.ts';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { proofWords } from '../locale/proof-words.ts';
import { formatProblems } from '../problem/format-problems.ts';
import type { AskOutside, ProofOptions } from '../proof/prove.ts';
import { dataPlace, type SnapshotPlace } from '../snapshots/snapshot-place.ts';
import type { Instant } from '../time/instant.ts';
import {
  DEFAULT_FOLDERS,
  readCommandLine,
  readNow,
  readWorkers,
  STATUS,
  wrongUsage,
} from './command-line.ts';
import { commitOfTree } from './commit-of-tree.ts';
import { proofInWords } from './proof-in-words.ts';
import { REAL_PACE } from './real-pace.ts';
import { snapshotsAsked } from './snapshots-asked.ts';
import { jsonText } from './terminal-text.ts';

/** In bytes, compressed by brotli: the house's own for its pages. */
const BUDGET = 50_000;

const { values, positionals } = readCommandLine(
  'proof',
  {
    base: { type: 'string' },
    against: { type: 'string' },
    headers: { type: 'string' },
    budget: { type: 'string' },
    external: { type: 'boolean', default: false },
    record: { type: 'boolean', default: false },
    snapshots: { type: 'string' },
    commit: { type: 'string' },
    data: { type: 'string', default: DEFAULT_FOLDERS.data },
    cache: { type: 'string', default: DEFAULT_FOLDERS.cache },
    now: { type: 'string' },
    workers: { type: 'string' },
    all: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  1,
);
const [place = DEFAULT_FOLDERS.output] = positionals;
const typedNow = values.now === undefined ? null : readNow('proof', values.now);
const commit = values.commit === undefined ? null : readCommit(values.commit);
const threads = values.workers === undefined ? availableParallelism() : readWorkers('proof', values.workers);
const isRecorded = values.record || values.snapshots !== undefined;

// Imported here and not above: the code cache has to be on before the rest is loaded.
const { readSiteSettings } = await import('../engine/reading/read-content.ts');
const { SITE_RULES } = await import('../pages/site-rules.ts');
const { openTreeToProve } = await import('../proof/tree/published-tree.ts');
const { prove } = await import('../proof/prove.ts');
const { readSentHeaders } = await import('../proof/tree/sent-headers.ts');
const { proofSnapshot, writeProof } = await import('../proof/proof-snapshot.ts');
const { snapshotPath } = await import('../snapshots/open-place.ts');
const { WrongTarget } = await import('../store/read-target.ts');

const opened = await openTreeToProve(place, values.cache);
if (opened instanceof WrongTarget) wrongUsage('proof', opened.sentence);
try {
  process.exitCode = await run(opened.root);
} finally {
  await opened.close();
}

/** Prints what was found and gives the exit status. */
async function run(root: string): Promise<number> {
  const settings = isRecorded ? readSiteSettings(values.data, SITE_RULES) : null;
  if (settings !== null && !settings.ok) {
    console.error(formatProblems(settings.problems));
    return STATUS.contentProblems;
  }
  const asked = await snapshotsAsked('proof', values.snapshots);
  try {
    const proof = await prove({ root, threads, askOutside: await outside(), ...askedOf() });
    const errors = proof.rules.filter(({ severity }) => severity === 'error');
    if (!values.quiet || errors.some(({ count }) => count > 0))
      console.log(proofInWords(proof, place, { width: process.stdout.columns ?? 100, showsAll: values.all }));
    if (values.json) console.log(jsonText(proof));
    if (settings !== null) {
      const { clock, timeZone } = settings.value;
      const to: SnapshotPlace = asked ?? dataPlace(values.data);
      const instant: Instant = typedNow ?? clock ?? Date.now();
      await writeProof(to, proofSnapshot(proof, instant, timeZone, commit ?? (await commitOfTree())));
      if (!values.quiet) console.log(proofWords.report.recorded(snapshotPath(to.place, 'proof')));
    }
    return errors.some(({ count }) => count > 0) ? STATUS.contentProblems : STATUS.fine;
  } finally {
    await asked?.close();
  }
}

function askedOf(): Pick<ProofOptions, 'baseUrl' | 'budget' | 'against' | 'sent'> {
  const { base, against, headers, budget } = values;
  if (against !== undefined && !isFolder(against)) wrongUsage('proof', proofWords.usage.noTree(against));
  return {
    baseUrl: base === undefined ? null : readBase(base),
    budget: budget === undefined ? BUDGET : readBudget(budget),
    against: against ?? null,
    sent: headers === undefined ? null : readHeaders(headers),
  };
}

async function outside(): Promise<AskOutside | null> {
  if (!values.external) return null;
  const { politeAsker } = await import('../proof/outside/ask-outside.ts');
  return politeAsker({ cacheDir: values.cache, fetch, pace: REAL_PACE });
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function readBase(text: string): string {
  const isWhole = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  if (!isWhole) wrongUsage('proof', proofWords.usage.badBase(text));
  const { origin, pathname } = new URL(text);
  return origin + pathname.replace(/\/+$/, '');
}

function readBudget(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) wrongUsage('proof', proofWords.usage.badBudget(text));
  return Number(text);
}

function readCommit(text: string): string {
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text)) wrongUsage('proof', proofWords.usage.badCommit(text));
  return text;
}

function readHeaders(path: string): ProofOptions['sent'] {
  if (!existsSync(path)) wrongUsage('proof', proofWords.usage.noHeaders(path));
  const text = readFileSync(path, 'utf8');
  return { place: path, headers: readSentHeaders(text) };
}
