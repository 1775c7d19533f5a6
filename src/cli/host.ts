// `npm run host -- nginx`: what a server has to know, as lines for its settings, on standard output.
import './code-cache.ts';
import './end-in-words.ts';
import { availableParallelism } from 'node:os';
import { cliWords } from '../locale/cli-words.ts';
import { DEFAULT_FOLDERS, overlaps, readCommandLine, readNow, STATUS, wrongUsage } from './command-line.ts';

const { values, positionals } = readCommandLine(
  'host',
  {
    content: { type: 'string', default: DEFAULT_FOLDERS.content },
    data: { type: 'string', default: DEFAULT_FOLDERS.data },
    cache: { type: 'string', default: DEFAULT_FOLDERS.cache },
    now: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
  1,
);
const { content, data, cache, now } = values;
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
else process.stdout.write(cliWords.snippetHead + snippet.value);
