import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { area, type Line, type Point, pathData, simplify } from './outline.ts';

const lines = fc.array(
  fc.tuple(fc.double({ min: 0, max: 400, noNaN: true }), fc.double({ min: 0, max: 300, noNaN: true })),
  { minLength: 2, maxLength: 60 },
);

function distanceToLine([x, y]: Point, line: Line): number {
  const distances = line.slice(1).map(([x2, y2], index) => {
    const [x1, y1] = line[index]!;
    const squared = (x2 - x1) ** 2 + (y2 - y1) ** 2;
    const share =
      squared === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / squared));
    return Math.hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1));
  });
  return Math.min(...distances);
}

describe('a coast on a map', () => {
  it('loses the points that readers would not miss', () => {
    assert.deepEqual(
      simplify(
        [
          [0, 0],
          [5, 0.2],
          [10, 0],
          [10, 10],
        ],
        0.5,
      ),
      [
        [0, 0],
        [10, 0],
        [10, 10],
      ],
    );
  });

  it('is never further from what it was than the tolerance, and keeps its ends', () => {
    fc.assert(
      fc.property(lines, line => {
        const shorter = simplify(line, 3);
        assert.deepEqual([shorter[0], shorter.at(-1)], [line[0], line.at(-1)]);
        for (const point of line) assert.ok(distanceToLine(point, shorter) <= 3 + 1e-9);
      }),
    );
  });

  it('is written in whole tenths, from point to point', () => {
    const triangle: Line = [
      [1, 2],
      [3.04, 2],
      [3, -1.25],
      [1, 2],
    ];
    assert.equal(pathData([triangle], true), 'M10 20l20 0 0-32-20 32z');
    assert.equal(pathData([triangle.slice(0, 2)], false), 'M10 20l20 0');
    assert.equal(pathData([], true), '');
  });

  it('encloses an area, whichever way around it goes', () => {
    const square: Line = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
    ];
    assert.equal(area(square), 4);
    assert.equal(area(square.toReversed()), 4);
  });
});
