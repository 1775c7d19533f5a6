// `npm run dev`: the site served on this machine, built again and reloaded at each change, until the user ends it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ABSENT_URL, outputPath } from '../address/addresses.ts';
import { siteFolder } from '../address/site-place.ts';
import type { DerivedFiles } from '../pages/derived-files.ts';
import { readCommandLine, SHARED_OPTIONS, wrongUsage } from './command-line.ts';
import type { DevParticipation } from './dev-server/dev-participation.ts';
import type { DevServer } from './dev-server/dev-server.ts';
import type { PanelReport } from './dev-server/panel-report.ts';
import type { CodeState } from './dev-server/session-code.ts';
import type { LoadFailure } from './dev-server/sessions.ts';

const { values } = readCommandLine(
  'dev',
  {
    ...SHARED_OPTIONS,
    port: { type: 'string', default: '8080' },
    host: { type: 'string', default: 'localhost' },
    snapshots: { type: 'string' },
    participation: { type: 'boolean', default: false },
  },
  0,
);
const { cliWords } = await import('../locale/cli-words.ts');
const { devWords } = await import('../locale/dev-words.ts');
if (!/^\d{1,5}$/.test(values.port) || Number(values.port) < 1 || Number(values.port) > 65_535) {
  wrongUsage('dev', cliWords.usage.badPort(values.port));
}
const { devOptions } = await import('./dev-options.ts');
const options = devOptions(values);
const port = Number(values.port);
const host = values.host.trim().replace(/^\[|\]$/g, '');
if (host === '') wrongUsage('dev', cliWords.usage.missingValue('--host'));

const { snapshotsAsked } = await import('./snapshots-asked.ts');
const snapshots = await snapshotsAsked('dev', values.snapshots);
if (values.participation && !/^(?:localhost|127\.0\.0\.1|::1)$/.test(host))
  wrongUsage('dev', devWords.participationForOne);

const { isSession, joinSession } = await import('./dev-server/session.ts');
if (!isSession()) {
  const { keepSessions } = await import('./dev-server/sessions.ts');
  keepSessions(process.argv.slice(2));
  // All that follows is done by a session, which is this same program.
  await new Promise(() => {});
}
const { changedCode, codeState, isSameCode, watchCode } = await import('./dev-server/session-code.ts');
const ownCode = codeState();

const { MemoryBusy } = await import('../engine/memory/memory.ts');
const { ForeignOutput } = await import('../engine/output/output.ts');
const { ContentChanged } = await import('../engine/reading/content-changed.ts');
const { workingTree } = await import('../content/working-tree.ts');
const { THEME_DIR } = await import('../engine/rendering/templates.ts');
const { imagesWhenAsked } = await import('../engine/images/images-when-asked.ts');
const { watchFolders } = await import('./watch-folders.ts');
const { alarm } = await import('./dev-server/alarm.ts');
const { buildsInTurn } = await import('./dev-server/builds-in-turn.ts');
const { startServer } = await import('./dev-server/dev-server.ts');
const { failureReport, problemReport } = await import('./dev-server/panel-report.ts');
const { isLoopback } = await import('./dev-server/trusted-request.ts');
const { buildAndTell } = await import('./run-build.ts');
const { systemErrorSentence } = await import('./system-errors.ts');
const { moduleMistakes } = await import('../engine/code-mistakes.ts');
const { formatProblems } = await import('../problem/format-problems.ts');

// Whoever writes must not lose the server to what nobody foresaw. A terminal that is gone takes no words, and that is no trouble.
process.on('uncaughtException', error => console.error(devWords.unexpected(reasonOf(error))));
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

let files: DerivedFiles | null = null;
let folder = '';
let server: DevServer | null = null;
let isWaiting = false;
/** What pages show over themselves; null: all is well. */
let report: PanelReport | null = null;

/** Beside the site, if it was asked for. */
let readers: DevParticipation | null = null;
const readersPort = port === 65_535 ? port - 1 : port + 1;
const readersOrigin = `http://${urlHost(host)}:${readersPort}`;

const FOR_THE_NEWSROOM = {
  audience: 'newsroom',
  stylePage: true,
  images: 'when-asked',
  ...(snapshots && { snapshots }),
  ...(values.participation && { participation: readersOrigin }),
} as const;

/** The code for which another session was asked; null: this one's own is the present code. */
let askedFor: CodeState | null = null;
let isSucceeded = false;

const session = joinSession(async () => {
  await readers?.stop();
  await server?.close();
}, goOn);
const build = buildsInTurn(buildOnce);
/** A scheduled article appears while nobody saves anything. */
const hour = alarm(build);
const unwatched = (error: Error): void => console.error(devWords.unwatched(error.message));
watchFolders([options.contentDir, options.dataDir, THEME_DIR], {
  onChange: build,
  onTrouble: unwatched,
});
watchCode(() => {
  if (askedFor !== null || changedCode(ownCode).length > 0) build();
}, unwatched);
await build();
await session.turn();
server = await serve();
server.tell(report);
sayWhere();
if (values.participation) await serveReaders();
if (!isLoopback(host)) console.error(devWords.open(host));

/** The address of the site is a line of its data, which may be edited while it is served. */
function moveTo(other: string): void {
  if (other === folder) return;
  folder = other;
  if (server !== null) sayWhere();
  // It answers forms of the site at its old place.
  if (readers !== null) void readers.stop().then(serveReaders);
}

async function serveReaders(): Promise<void> {
  const { startParticipation } = await import('./dev-server/dev-participation.ts');
  try {
    readers = await startParticipation({
      site: `http://${urlHost(host)}:${port}${folder}`,
      origin: readersOrigin,
      host,
      port: readersPort,
      dataDir: options.dataDir,
      dir: options.memoryDir ?? options.cacheDir,
      now: options.now,
    });
    console.log(devWords.participation(readersOrigin, readers.moderation));
  } catch (error) {
    console.error(devWords.noParticipation(readersPort, reasonOf(error)));
  }
}

function sayWhere(): void {
  const site = `http://${urlHost(host)}:${port}${folder}`;
  console.log(devWords.serving(`${site}/`));
  console.log(devWords.absent(`${site}${ABSENT_URL}`));
}

async function buildOnce(): Promise<'done' | 'again'> {
  if (isOutdated()) return 'done';
  try {
    const end = await buildAndTell(options, FOR_THE_NEWSROOM, false);
    tell(problemReport(end.problems, end.report === null ? 'stopped' : 'left-out'));
    files = end.files ?? files;
    // What stopped a build changes no hour that is to come.
    if (end.report !== null) hour.set(end.nextChange);
    if (end.baseUrl !== null) moveTo(siteFolder(end.baseUrl));
    // The build that was waited for may have changed the site in our place.
    const hasChanged =
      isWaiting || (end.report !== null && end.report.pages.written + end.report.pages.removed > 0);
    isWaiting = false;
    if (hasChanged) server?.reload();
    return 'done';
  } catch (error) {
    if (error instanceof MemoryBusy) {
      if (!isWaiting) console.error(devWords.waiting);
      isWaiting = true;
      return 'again';
    }
    isWaiting = false;
    if (error instanceof ContentChanged) {
      console.error(devWords.changedMeanwhile(error.file));
      return 'again';
    }
    if (error instanceof ForeignOutput) {
      const words = devWords.foreignFolder(options.outputDir);
      // Before anything is served: it is somebody else's folder, and not ours to show.
      if (server === null) wrongUsage('dev', words);
      tellFailure(words);
    } else tellFailure(systemErrorSentence(error) ?? devWords.buildFailed(reasonOf(error)));
    return 'done';
  }
}

/**
 * Whether the code is another than this session's: threads would load the one, where this one has the other. Asks for a session of the
 * present code, once.
 */
function isOutdated(): boolean {
  if (isSucceeded) return true;
  if (changedCode(ownCode).length === 0) {
    askedFor = null;
    return false;
  }
  const present = codeState();
  if (askedFor === null || !isSameCode(askedFor, present)) {
    console.log(devWords.codeChanged);
    askedFor = present;
    isSucceeded = true;
    session.askForNext();
  }
  return true;
}

/** The other session could not be started. The code may have changed since. */
async function goOn(failure: LoadFailure): Promise<void> {
  isSucceeded = false;
  if (askedFor === null || !isSameCode(askedFor, codeState())) {
    await build();
    return;
  }
  const problems = await moduleMistakes(failure, [...changedCode(ownCode), ...askedFor.keys()]);
  if (problems.length > 0) console.error(formatProblems(problems));
  const words = devWords.codeFails(problems.length > 0 ? null : reasonOf(failure));
  console.error(words);
  tell(problemReport(problems, 'code') ?? failureReport(words));
}

function tell(next: PanelReport | null): void {
  report = next;
  server?.tell(next);
}

function tellFailure(words: string): void {
  console.error(words);
  tell(failureReport(words));
}

async function serve(): Promise<DevServer> {
  const image = imagesWhenAsked(
    { ...options, source: workingTree(options.contentDir) },
    () => files,
    address => existsSync(join(options.outputDir, outputPath(address))),
  );
  try {
    return await startServer({
      dir: options.outputDir,
      folder: () => folder,
      host,
      port,
      image,
      onTrouble: line => console.error(line),
    });
  } catch (error) {
    wrongUsage('dev', whyNotServed(error as NodeJS.ErrnoException));
  }
}

function whyNotServed({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'EADDRINUSE') return devWords.portTaken(port);
  if (code === 'EACCES') return devWords.portForbidden(port);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return devWords.noSuchHost(host);
  return devWords.cannotListen(message);
}

/** The host as a browser here reaches it: « every address » is none. */
function urlHost(name: string): string {
  if (name === '0.0.0.0' || name === '::') return 'localhost';
  return name.includes(':') ? `[${name}]` : name;
}

/** The first line, without its full stop: our sentence goes on. */
function reasonOf(error: unknown): string {
  const text = String((error as Partial<Error> | null)?.message ?? error);
  return text.split('\n')[0]!.replace(/\.$/, '');
}
