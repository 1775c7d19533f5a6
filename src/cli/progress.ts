// How far a long piece of work has come: a bar on a terminal, a plain line now and then elsewhere (CI).
import type { BuildPhase } from '../engine/build-options.ts';
import { cliWords } from '../locale/cli-words.ts';

/** Work shorter than this shows nothing, in ms. */
const SILENCE = 1000;

/** Time between two plain lines, and between two drawings of the bar, in ms. */
const LINE_EVERY = 5000;
const DRAW_EVERY = 100;

const WIDTH = 30;

export type Progress = (phase: BuildPhase, done: number, total: number) => void;

/** A progress display on standard error; `end` wipes the bar. */
export function progressDisplay(quiet: boolean): { readonly show: Progress; end(): void } {
  if (quiet) return { show: () => {}, end: () => {} };
  const terminal = process.stderr.isTTY;
  let phaseNow = '';
  let began = 0;
  let last = 0;
  let drawn = false;
  return {
    show(phase, done, total) {
      const now = performance.now();
      if (phase !== phaseNow) {
        phaseNow = phase;
        began = now;
        last = now;
      }
      const due = now - last >= (terminal ? DRAW_EVERY : LINE_EVERY) || (drawn && done === total);
      if (!due || now - began < SILENCE) return;
      last = now;
      const label = cliWords.phases[phase];
      if (!terminal) {
        process.stderr.write(`${label} ${done}/${total}\n`);
        return;
      }
      const filled = Math.round((done / total) * WIDTH);
      process.stderr.write(
        `\r\x1b[2K${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total}`,
      );
      drawn = true;
    },
    end() {
      if (drawn) process.stderr.write('\r\x1b[2K');
    },
  };
}
