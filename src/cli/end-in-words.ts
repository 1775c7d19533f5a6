// A command that the system lets down, or that its user breaks off, ends with a French sentence and an exit status. Import it first.
import { constants } from 'node:os';
import { GitFailure } from '../content/git-failure.ts';
import { systemWords } from '../locale/system-words.ts';
import { STATUS } from './command-line.ts';
import { systemErrorSentence } from './system-errors.ts';
import { errorText } from './terminal-text.ts';

process.on('uncaughtException', error => {
  if (error instanceof GitFailure) {
    console.error(error.message);
    process.exit(error.kind === 'usage' ? STATUS.wrongUsage : STATUS.systemError);
  }
  const sentence = systemErrorSentence(error);
  console.error(sentence ?? errorText(error));
  process.exit(sentence === null ? STATUS.contentProblems : STATUS.systemError);
});

/** What a command still has to do when a signal ends it. */
let lastTask: (() => Promise<void>) | null = null;

/** That takes longer is given up: who breaks off does not want to wait, in ms. */
const LAST_TASK_TIME = 5_000;

/** `task` is done before a signal ends the process; a second signal ends it at once. */
export function whenInterrupted(task: () => Promise<void>): void {
  lastTask = task;
}

async function doLastTask(): Promise<void> {
  const isLate = new Promise<void>(resolve => setTimeout(resolve, LAST_TASK_TIME));
  await Promise.race([lastTask?.().catch(() => {}), isLate]);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    console.error(systemWords.interrupted);
    // As a shell reports a command that a signal ended.
    const end = (): never => process.exit(128 + constants.signals[signal]);
    if (lastTask === null) end();
    else void doLastTask().then(end);
  });
}
