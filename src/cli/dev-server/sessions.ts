// `npm run dev` from its start to its end: sessions, of which one serves; when the code changes another begins, and takes its place.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** In the environment of a session: the process that it is of. */
export const SESSION_OF = 'QUOTIDIEN_SESSION_OF';

/** What a session says. */
export type FromSession =
  /** The code is no longer what it was started with. */
  | { readonly says: 'outdated' }
  /** It has built the site, and could serve it. */
  | { readonly says: 'ready' }
  /** Its code could not be loaded. */
  | { readonly says: 'failed'; readonly failure: LoadFailure };

/** What a session is told. */
export type ToSession =
  | { readonly told: 'serve' }
  | { readonly told: 'leave' }
  /** The session that was to follow could not be started. */
  | { readonly told: 'go-on'; readonly failure: LoadFailure };

export interface LoadFailure {
  readonly message: string;
  readonly stack: string;
}

/** Milliseconds until a session that was told to leave is made to. */
const PATIENCE = 5_000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Keeps sessions with the words that were typed after the command. It ends this process when the one that serves ends by itself, in
 * the same way, and ends all of them when the user ends it. A session that can't be started costs nothing: the one before goes on.
 */
export function keepSessions(words: readonly string[]): void {
  let serving: ChildProcess | null = null;
  let next: ChildProcess | null = null;
  /** Those that were told to end. */
  const unwanted = new WeakSet<ChildProcess>();
  const failures = new WeakMap<ChildProcess, LoadFailure>();
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: a session may ask while another takes over. */
  const inTurn = (act: () => Promise<void>): void => {
    last = last.then(act);
  };

  const begin = (): void => {
    const session = fork(join(import.meta.dirname, 'begin-session.ts'), words, {
      env: { ...process.env, [SESSION_OF]: String(process.pid) },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    next = session;
    session.on('message', (message: FromSession) => {
      if (message.says === 'failed') failures.set(session, message.failure);
      if (message.says === 'outdated') inTurn(() => replaceNext(session));
      if (message.says === 'ready') inTurn(() => takeOver(session));
    });
    session.on('exit', (code, signal) => {
      if (!unwanted.has(session)) lose(session, code, signal);
    });
  };
  const replaceNext = async (asked: ChildProcess): Promise<void> => {
    if (unwanted.has(asked)) return;
    if (next !== null) await remove(next);
    begin();
  };
  const takeOver = async (session: ChildProcess): Promise<void> => {
    if (session !== next) return;
    if (serving !== null) await remove(serving);
    serving = session;
    next = null;
    tell(session, { told: 'serve' });
  };
  const remove = async (session: ChildProcess): Promise<void> => {
    unwanted.add(session);
    if (session.exitCode !== null || session.signalCode !== null) return;
    const gone = once(session, 'exit');
    if (session === serving) tell(session, { told: 'leave' });
    else session.kill();
    const timer = setTimeout(() => session.kill('SIGKILL'), PATIENCE);
    await gone;
    clearTimeout(timer);
  };
  const lose = (session: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void => {
    const failure = failures.get(session) ?? { message: String(code ?? signal), stack: '' };
    if (session === next) next = null;
    if (session !== serving && serving !== null) {
      tell(serving, { told: 'go-on', failure });
      return;
    }
    next?.kill();
    if (failures.has(session)) console.error(failure.stack);
    endAs(code, signal);
  };
  for (const signal of SIGNALS)
    process.once(signal, () => {
      for (const session of [serving, next]) {
        if (session === null) continue;
        unwanted.add(session);
        session.kill(signal);
      }
      endAs(null, signal);
    });
  begin();
}

function tell(session: ChildProcess, message: ToSession): void {
  // One that has just ended takes no words; that it ended is heard as well.
  if (session.connected) session.send(message, () => {});
}

/** Whoever waits for the command sees what became of the session. */
function endAs(code: number | null, signal: NodeJS.Signals | null): void {
  if (signal === null) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
