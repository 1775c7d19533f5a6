import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cropSize, cropWindow } from './crop-window.ts';
import { CROPS, type Crop } from './slots.ts';

const WIDE = { width: 1600, height: 900 };
const TALL = { width: 900, height: 1600 };

describe('what is kept of a photograph', () => {
  it('is all of it where nothing is cut', () => {
    assert.deepEqual(cropWindow(WIDE, 'whole', [0, 1]), { left: 0, top: 0, ...WIDE });
  });

  it('has its middle at the focus', () => {
    assert.deepEqual(cropWindow(WIDE, 'square', [0.5, 0.1]), { left: 350, top: 0, width: 900, height: 900 });
    assert.deepEqual(cropWindow(TALL, 'card', [0.1, 0.5]), { left: 0, top: 463, width: 900, height: 675 });
  });

  it('goes to the edge, and no further, when the focus is near it', () => {
    assert.equal(cropWindow(WIDE, 'square', [0, 0]).left, 0);
    assert.equal(cropWindow(WIDE, 'square', [1, 1]).left, 700);
    assert.equal(cropWindow(TALL, 'wide', [1, 1]).top, 1600 - 506);
  });

  it('is as large as its shape allows', () => {
    assert.deepEqual(cropSize(WIDE, 'wide'), WIDE);
    assert.deepEqual(cropSize(WIDE, 'card'), { width: 1200, height: 900 });
    assert.deepEqual(cropSize(TALL, 'wide'), { width: 900, height: 506 });
  });

  it('lies within any photograph, however narrow, and holds the focus', () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const crops = Object.keys(CROPS) as Crop[];
    fc.assert(
      fc.property(side, side, fc.constantFrom(...crops), share, share, (width, height, crop, x, y) => {
        const window = cropWindow({ width, height }, crop, [x, y]);
        assert.ok(window.width >= 1 && window.height >= 1);
        assert.ok(window.left >= 0 && window.left + window.width <= width);
        assert.ok(window.top >= 0 && window.top + window.height <= height);
        // To half a pixel: windows begin at whole ones.
        assert.ok(window.left <= x * width + 0.5 && x * width <= window.left + window.width + 0.5);
        assert.ok(window.top <= y * height + 0.5 && y * height <= window.top + window.height + 0.5);
        assert.ok(window.width === width || window.height === height);
      }),
    );
  });
});
