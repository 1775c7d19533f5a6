// How far a long piece of work has come, and how long it may still take: a bar on a terminal, a plain line now and then elsewhere (CI).
import type { BuildPhase } from '../engine/build-options.ts';
import { cliWords } from '../locale/cli-words.ts';

/** Work shorter than this shows nothing, in ms: what is left of it cannot be told yet, either. */
const SILENCE = 1000;

/** Time between two plain lines, and between two drawings of the bar, in ms. A log is read afterwards, and many lines hide the others. */
const LINE_EVERY = 10_000;
const DRAW_EVERY = 100;

/** An editor who waits longer than this for images is told why, in ms. */
const LONG_WAIT = 3000;

/** What takes no longer than this is not foretold, in ms. */
const SHORT_WAIT = 3000;

const WIDTH = 20;

/** Of a terminal that does not say how wide it is. */
const USUAL_COLUMNS = 80;

const WIPE = '\r\x1b[2K';

export type Progress = (phase: BuildPhase, done: number, total: number) => void;

export interface ProgressSettings {
  readonly quiet: boolean;
  /** As typed: where images are kept. */
  readonly cacheDir: string;
}

/** Where lines go. `isTTY`: whether a line can be wiped and written anew. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** A progress display; `end` wipes the bar. `now` is a clock in ms. */
export function progressDisplay(
  { quiet, cacheDir }: ProgressSettings,
  screen: Screen = process.stderr,
  now: () => number = () => performance.now(),
): { readonly show: Progress; end(): void } {
  if (quiet) return { show: () => {}, end: () => {} };
  const terminal = screen.isTTY === true;
  let phaseNow = '';
  let began = 0;
  let doneBefore = 0;
  let last = 0;
  let drawn = false;
  let explained = false;
  const wipe = (): void => {
    if (drawn) screen.write(WIPE);
    drawn = false;
  };
  return {
    show(phase, done, total) {
      const time = now();
      if (phase !== phaseNow) {
        // What went before is over, and must not stand there while this begins.
        wipe();
        phaseNow = phase;
        began = time;
        doneBefore = done;
        last = time;
      }
      const passed = time - began;
      if (passed < SILENCE) return;
      const left = (passed / Math.max(1, done - doneBefore)) * (total - done);
      if (phase === 'make' && !explained && passed + left >= LONG_WAIT) {
        explained = true;
        wipe();
        screen.write(`${cliWords.imagesOnce(total, cacheDir, passed + left)}\n`);
      }
      const due = time - last >= (terminal ? DRAW_EVERY : LINE_EVERY) || (drawn && done === total);
      if (!due) return;
      last = time;
      const label = cliWords.phases[phase];
      const told = left < SHORT_WAIT ? null : left;
      if (!terminal) {
        screen.write(`${cliWords.progress(label, done, total, told)}\n`);
        return;
      }
      const line = barLine(label, done, total, told);
      screen.write(WIPE + line.slice(0, (screen.columns ?? USUAL_COLUMNS) - 1));
      drawn = true;
    },
    end: wipe,
  };
}

function barLine(label: string, done: number, total: number, left: number | null): string {
  const filled = Math.round((done / total) * WIDTH);
  return cliWords.progressBar(label, '█'.repeat(filled) + '░'.repeat(WIDTH - filled), done, total, left);
}
