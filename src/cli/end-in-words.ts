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

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    console.error(systemWords.interrupted);
    // As a shell reports a command that a signal ended.
    process.exit(128 + constants.signals[signal]);
  });
}
