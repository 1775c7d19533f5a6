// The side of a session on which it hears from the command that keeps it, and tells it how far it has come.
import { type FromSession, type LoadFailure, SESSION_OF, type ToSession } from './sessions.ts';

/** Whether this process is a session, and not the command itself; asked once, as the command may be killed later. */
const IS_SESSION = process.env[SESSION_OF] === String(process.ppid) && process.connected;

export function isSession(): boolean {
  return IS_SESSION;
}

export interface Session {
  /** Resolves when it is this one's turn to serve. */
  turn(): Promise<void>;
  /** Asks for another session of the present code, which takes the place of this one. */
  askForNext(): void;
}

/**
 * @param leave ends serving: another session is about to take over.
 * @param goOn hears why the other one could not be started.
 */
export function joinSession(leave: () => Promise<void>, goOn: (failure: LoadFailure) => void): Session {
  const { promise: turn, resolve } = Promise.withResolvers<void>();
  const say = (message: FromSession): void => void process.send?.(message, () => {});
  process.on('message', (message: ToSession) => {
    if (message.told === 'serve') resolve();
    if (message.told === 'go-on') goOn(message.failure);
    if (message.told === 'leave') leave().finally(() => process.exit(0));
  });
  return {
    turn() {
      say({ says: 'ready' });
      return turn;
    },
    askForNext: () => say({ says: 'outdated' }),
  };
}
