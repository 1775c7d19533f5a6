// `npm run host -- nginx --to FILE`: what a server has to know, as lines for its settings, in a file or on standard output.
import './end-in-words.ts';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { cliWords } from '../locale/cli-words.ts';
import { DEFAULT_FOLDERS, overlaps, readCommandLine, readNow, STATUS, wrongUsage } from './command-line.ts';

const { values, positionals } = readCommandLine(
  'host',
  {
    content: { type: 'string', default: DEFAULT_FOLDERS.content },
    data: { type: 'string', default: DEFAULT_FOLDERS.data },
    cache: { type: 'string', default: DEFAULT_FOLDERS.cache },
    now: { type: 'string' },
    to: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
  1,
);
const { content, data, cache, now, to } = values;
if (to?.trim() === '') wrongUsage('host', cliWords.usage.missingValue('--to'));
if (to !== undefined && !canBeFile(to)) wrongUsage('host', cliWords.usage.noFileThere(to));
for (const other of [content, data, '.'])
  if (overlaps(cache, other)) wrongUsage('host', cliWords.usage.cacheOverlap(cache, other));

const { hostSnippet, SERVERS } = await import('../engine/host-snippet.ts');
const { THEME_DIR } = await import('../engine/rendering/templates.ts');
const { formatProblems } = await import('../problem/format-problems.ts');

const typed = positionals[0];
const server = typed === undefined ? null : SERVERS.find(each => each === typed);
if (server === undefined) wrongUsage('host', cliWords.usage.unknownServer(typed!, SERVERS));

const snippet = await hostSnippet(
  {
    contentDir: content,
    dataDir: data,
    cacheDir: cache,
    outputDir: DEFAULT_FOLDERS.output,
    themeDir: THEME_DIR,
    now: now === undefined ? null : readNow('host', now),
    wallClock: Date.now(),
    workers: availableParallelism(),
    full: false,
    keepGoing: false,
    onProgress: () => {},
  },
  server,
);
if (!snippet.ok) {
  console.error(`${formatProblems(snippet.problems)}\n${cliWords.found(snippet.problems.length)}`);
  process.exitCode = STATUS.contentProblems;
} else if (snippet.value === null) wrongUsage('host', cliWords.usage.noServer(SERVERS));
else give(cliWords.snippetHead + snippet.value);

function canBeFile(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found?.isFile() ?? statSync(dirname(path), { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A server that reads its settings anew meets the old file or the new one, and never half of it. */
function give(text: string): void {
  if (to === undefined) {
    process.stdout.write(text);
    return;
  }
  const half = `${to}.half-${process.pid}`;
  try {
    writeFileSync(half, text);
    renameSync(half, to);
  } finally {
    rmSync(half, { force: true });
  }
  console.log(cliWords.snippetWritten(to));
}
