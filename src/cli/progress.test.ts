import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { progressDisplay } from './progress.ts';

/** What an editor reads when images are reported at the given instants (ms), of `total`. */
function linesOf(reports: readonly number[], total: number, quiet = false): readonly string[] {
  let written = '';
  let time = 0;
  const screen = {
    write(text: string): void {
      written += text;
    },
  };
  const progress = progressDisplay({ quiet, cacheDir: '.cache' }, screen, () => time);
  for (const [index, instant] of reports.entries()) {
    time = instant;
    progress.show('make', index + 1, total);
  }
  progress.end();
  return written.split('\n').slice(0, -1);
}

/** One image every `step` ms. */
function every(step: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index * step);
}

const WHY =
  '90 photos et illustrations à préparer, dans toutes leurs tailles. Cela ne se fait qu’une fois\u00a0: le résultat est gardé dans «\u00a0.cache\u00a0».';

describe('while images are made', () => {
  it('an editor reads once why it takes long, and then how far it has come', () => {
    const [why, ...others] = linesOf(every(200, 90), 90);
    assert.equal(why, WHY);
    assert.deepEqual(others, [
      'Préparation des images 26/90',
      'Préparation des images 51/90',
      'Préparation des images 76/90',
    ]);
  });

  it('it is said early, as soon as it shows that the rest will take long', () => {
    assert.deepEqual(linesOf([0, 600, 1200], 90), [WHY]);
  });

  it('nothing is said of what is done in a moment', () => {
    assert.deepEqual(linesOf(every(25, 90), 90), []);
    assert.deepEqual(linesOf([0, 1100], 2), []);
  });

  it('nothing is said to those who want it quiet', () => {
    assert.deepEqual(linesOf(every(200, 90), 90, true), []);
  });
});
