import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  areaOf,
  cellsUnder,
  cellsWithin,
  edgeCells,
  emptyCells,
  findRoom,
  middleOf,
  subtract,
  union,
} from './cell-grid.ts';
import type { Line } from './outline.ts';

const rectangle = (x: number, y: number, width: number, height: number): Line => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

describe('the room for a name', () => {
  const land = cellsWithin([rectangle(40, 40, 200, 100)]);

  it('is in the middle of the land', () => {
    assert.deepEqual(middleOf(land), [140, 90]);
    assert.deepEqual(findRoom(40, 20, land, emptyCells(), [140, 90]), {
      x: 120,
      y: 80,
      width: 40,
      height: 20,
    });
  });

  it('is beside what stands in the middle already', () => {
    const occupied = cellsUnder({ x: 100, y: 80, width: 80, height: 20 });
    const room = findRoom(40, 20, land, occupied, [140, 90])!;
    assert.ok(room.y + room.height <= 80 || room.y >= 100);
    assert.ok(room.y >= 40 && room.y + room.height <= 140);
  });

  it('is not in a lake', () => {
    const lake = rectangle(120, 40, 40, 100);
    const around = cellsWithin([rectangle(40, 40, 200, 100), lake]);
    assert.equal(areaOf(around), 200 * 100 - 40 * 100);
    const room = findRoom(60, 20, around, emptyCells(), [140, 90])!;
    assert.ok(room.x + room.width <= 120 || room.x >= 160);
  });

  it('is nowhere when the land is too small', () => {
    assert.equal(findRoom(204, 20, land, emptyCells(), [140, 90]), null);
    assert.equal(middleOf(emptyCells()), null);
  });

  it('is not at the edges of the map', () => {
    const everywhere = cellsWithin([rectangle(-10, -10, 420, 320)]);
    assert.equal(areaOf(everywhere), 400 * 300);
    const room = findRoom(40, 20, everywhere, edgeCells(8), [0, 0])!;
    assert.deepEqual([room.x, room.y], [8, 8]);
  });

  it('may be counted together and apart', () => {
    const left = cellsWithin([rectangle(0, 0, 200, 300)]);
    const top = cellsWithin([rectangle(0, 0, 400, 100)]);
    assert.equal(areaOf(union(left, top)), 200 * 300 + 200 * 100);
    assert.equal(areaOf(subtract(left, top)), 200 * 200);
  });
});
