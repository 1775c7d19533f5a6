// How far a long piece of work has come: a bar on a terminal, a plain line now and then elsewhere (CI).
import type { BuildPhase } from '../engine/build-options.ts';
import { cliWords } from '../locale/cli-words.ts';

/** Work shorter than this shows nothing, in ms. */
const SILENCE = 1000;

/** Time between two plain lines, and between two drawings of the bar, in ms. */
const LINE_EVERY = 5000;
const DRAW_EVERY = 100;

/** An editor who waits longer than this for images is told why, in ms. */
const LONG_WAIT = 3000;

const WIDTH = 30;
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
  };
  return {
    show(phase, done, total) {
      const time = now();
      if (phase !== phaseNow) {
        phaseNow = phase;
        began = time;
        doneBefore = done;
        last = time;
      }
      const passed = time - began;
      if (passed < SILENCE) return;
      if (phase === 'make' && !explained) {
        const left = (passed / (done - doneBefore)) * (total - done);
        if (passed + left >= LONG_WAIT) {
          explained = true;
          wipe();
          screen.write(`${cliWords.imagesOnce(total, cacheDir)}\n`);
        }
      }
      const due = time - last >= (terminal ? DRAW_EVERY : LINE_EVERY) || (drawn && done === total);
      if (!due) return;
      last = time;
      const label = cliWords.phases[phase];
      if (!terminal) {
        screen.write(`${label} ${done}/${total}\n`);
        return;
      }
      const filled = Math.round((done / total) * WIDTH);
      screen.write(`${WIPE}${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total}`);
      drawn = true;
    },
    end: wipe,
  };
}
