import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BuildPhase } from '../engine/build-options.ts';
import { type Progress, progressDisplay } from './progress.ts';

interface Watched {
  readonly quiet?: boolean;
  /** Of a terminal. */
  readonly columns?: number;
}

/** What is written of the work, whose clock the work itself moves on. */
function written(
  work: (show: Progress, at: (instant: number) => void) => void,
  watched: Watched = {},
): string {
  let text = '';
  let time = 0;
  const { quiet = false, columns } = watched;
  const screen = {
    ...(columns !== undefined && { isTTY: true, columns }),
    write(more: string): void {
      text += more;
    },
  };
  const progress = progressDisplay({ quiet, cacheDir: '.cache' }, screen, () => time);
  work(progress.show, instant => {
    time = instant;
  });
  progress.end();
  return text;
}

/** What is reported of `phase`: one thing more at each of the instants (ms), of `total`. */
function reporting(phase: BuildPhase, instants: readonly number[], total: number) {
  return (show: Progress, at: (instant: number) => void): void => {
    for (const [index, instant] of instants.entries()) {
      at(instant);
      show(phase, index + 1, total);
    }
  };
}

/** What an editor reads when images are reported at the given instants (ms), of `total`. */
function linesOf(instants: readonly number[], total: number, watched: Watched = {}): readonly string[] {
  return written(reporting('make', instants, total), watched)
    .split('\n')
    .slice(0, -1);
}

/** One image every `step` ms. */
function every(step: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index * step);
}

const WHY =
  '90 photos et illustrations à préparer, dans toutes leurs tailles. Cela ne se fait qu’une fois\u00a0: le résultat est gardé dans «\u00a0.cache\u00a0». Comptez environ ';

describe('while images are made', () => {
  it('an editor reads once why it takes long and how long, and then how far it has come', () => {
    assert.deepEqual(linesOf(every(400, 90), 90), [
      `${WHY}40\u00a0s.`,
      'Préparation des images\u00a0: 26 sur 90, encore 30\u00a0s environ',
      'Préparation des images\u00a0: 51 sur 90, encore 20\u00a0s environ',
      'Préparation des images\u00a0: 76 sur 90, encore 10\u00a0s environ',
    ]);
  });

  it('it is said early, as soon as it shows that the rest will take long', () => {
    assert.deepEqual(linesOf([0, 600, 1200], 90), [`${WHY}55\u00a0s.`]);
  });

  it('nothing is said of what is done in a moment', () => {
    assert.deepEqual(linesOf(every(25, 90), 90), []);
    assert.deepEqual(linesOf([0, 1100], 2), []);
  });

  it('nothing is said to those who want it quiet', () => {
    assert.deepEqual(linesOf(every(400, 90), 90, { quiet: true }), []);
  });
});

describe('while a large archive is built', () => {
  it('a log says what is done, of how many, and how long it may still take, a line at long intervals', () => {
    const read = reporting('read', every(2, 20_000), 20_000);
    assert.equal(
      written(read),
      [
        'Lecture des articles\u00a0: 5\u202f001 sur 20\u202f000, encore 30\u00a0s environ',
        'Lecture des articles\u00a0: 10\u202f001 sur 20\u202f000, encore 20\u00a0s environ',
        'Lecture des articles\u00a0: 15\u202f001 sur 20\u202f000, encore 10\u00a0s environ',
        '',
      ].join('\n'),
    );
  });

  it('minutes and hours are told as such, and the last moments not at all', () => {
    const lines = written(reporting('render', [0, 10_000, 20_000], 1000));
    assert.match(lines, /^Mise en page\u00a0: 2 sur 1\u202f000, encore 2\u00a0h\u00a047 environ\n/);
    assert.match(written(reporting('render', [0, 10_000], 32)), /, encore 5\u00a0min environ\n$/);
    assert.equal(written(reporting('render', every(1000, 11), 12)), 'Mise en page\u00a0: 11 sur 12\n');
  });

  it('a terminal has a bar that is drawn anew, and is gone in the end', () => {
    const drawn = written(reporting('read', [0, 500, 1000, 1050, 1100], 40), { columns: 80 }).split(
      '\r\x1b[2K',
    );
    assert.deepEqual(drawn, [
      '',
      `Lecture des articles ${'█'.repeat(2)}${'░'.repeat(18)} 3/40, encore 20\u00a0s`,
      `Lecture des articles ${'█'.repeat(3)}${'░'.repeat(17)} 5/40, encore 10\u00a0s`,
      '',
    ]);
  });

  it('the bar stays on one line, whatever is counted and however narrow the terminal', () => {
    for (const phase of ['read', 'look', 'make', 'put', 'render'] as const)
      for (const columns of [80, 40]) {
        const text = written(
          (show, at) => {
            show(phase, 10_000, 99_999);
            at(40_000);
            show(phase, 10_100, 99_999);
          },
          { columns },
        );
        const [bar = ''] = text.split('\r\x1b[2K').slice(1, -1);
        assert.ok(bar.length < columns, bar);
        assert.ok(columns === 40 || /, encore [\d\u202f]+\u00a0h\u00a0\d\d$/.test(bar), bar);
      }
  });

  it('the bar of one kind of work does not stand there while the next begins', () => {
    const text = written(
      (show, at) => {
        show('read', 1, 20);
        at(2000);
        show('read', 20, 20);
        show('look', 1, 20);
      },
      { columns: 80 },
    );
    assert.ok(text.endsWith('20/20\r\x1b[2K'), text);
  });
});
