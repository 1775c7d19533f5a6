import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { toneOf, toneSheet } from './tones.ts';

/** By number. */
const TONES = [...toneSheet().matchAll(/\.tone-(\d+)\{--tone:#([\da-f]{3})\}/g)].map(
  ([, number, digits], index) => {
    assert.equal(Number(number), index);
    return [...digits!].map(digit => Number.parseInt(digit, 16) * 17) as [number, number, number];
  },
);

describe('the ground under a photograph', () => {
  it('is one of at most 64 tones, in the layer of the pieces', () => {
    assert.match(toneSheet(), /^@layer pieces\{(?:\.tone-\d+\{--tone:#[\da-f]{3}\})+\}\n$/);
    assert.ok(TONES.length > 16 && TONES.length <= 64);
  });

  it('costs a page little', () => {
    // By itself; in the sheet of all pages it is less.
    assert.ok(brotliCompressSync(toneSheet()).length < 300);
  });

  it('has no tone twice', () => {
    assert.equal(new Set(TONES.map(String)).size, TONES.length);
  });

  it('looks like the photograph: a tone is nearest to itself, and no colour is far from its tone', () => {
    for (const [number, tone] of TONES.entries()) assert.equal(toneOf(...tone), number);
    const levels = Array.from({ length: 18 }, (_, step) => step * 15);
    for (const level of levels) {
      const grey = TONES[toneOf(level, level, level)]!;
      assert.ok(Math.max(...grey.map(part => Math.abs(part - level))) <= 30, `${level} became ${grey}`);
    }
  });

  it('tells the sky from the meadow and the brick', () => {
    const [skyR, , skyB] = TONES[toneOf(110, 160, 215)]!;
    assert.ok(skyB > skyR);
    const [grassR, grassG, grassB] = TONES[toneOf(90, 130, 60)]!;
    assert.ok(grassG > grassR - 1 && grassG > grassB);
    const [brickR, , brickB] = TONES[toneOf(160, 90, 70)]!;
    assert.ok(brickR > brickB);
  });
});
