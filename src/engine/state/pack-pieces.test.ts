import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Asked } from '../../store/waiting-reader.ts';
import { TableDamaged } from '../memory/parts.ts';
import { packPieces } from './pack-pieces.ts';
import type { PartPlace } from './packs.ts';
import { packKey } from './state-root.ts';

const LENGTH = 256 * 1024;
const PACKS = new Map(['a', 'b'].map(name => [packKey(name), randomBytes(LENGTH)]));
const LENGTHS = new Map([
  ['a', LENGTH],
  ['b', LENGTH],
]);

/** What is asked of the store, request by request, in bytes. */
function watched() {
  const requests: number[][] = [];
  const read = (asked: readonly Asked[]) =>
    asked.map(each => {
      assert.ok(typeof each !== 'string');
      return PACKS.get(each.key)?.subarray(each.at, each.at + each.length) ?? null;
    });
  const pieces = packPieces(LENGTHS, asked => {
    if (asked.length > 0) requests.push(asked.map(each => (typeof each === 'string' ? 0 : each.length)));
    return read(asked);
  });
  const sum = (): number => requests.flat().reduce((sum, bytes) => sum + bytes, 0);
  return { pieces, requests, sum };
}

function bytesOf([pack, at, length]: PartPlace): Buffer {
  return PACKS.get(packKey(pack))!.subarray(at, at + length);
}

const place = fc
  .tuple(fc.constantFrom('a', 'b'), fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 40_000 }))
  .map(([pack, at, length]): PartPlace => [pack, at, Math.min(length, LENGTH - at)]);

describe('pieces of packs', () => {
  it('are the bytes that were asked for, none of which is fetched twice', () => {
    fc.assert(
      fc.property(fc.array(fc.array(place, { maxLength: 6 }), { maxLength: 8 }), turns => {
        const { pieces, sum } = watched();
        for (const [turn, places] of turns.entries()) {
          if (turn % 2 === 0) pieces.bring(places);
          for (const each of places) assert.deepEqual(Buffer.from(pieces.at(each)), bytesOf(each));
        }
        assert.ok(sum() <= PACKS.size * LENGTH);
      }),
    );
  });

  it('leave most of a pack where it is when one part is asked for, and come with their neighbours where that is small', () => {
    const { pieces, requests } = watched();
    pieces.at(['a', 100_000, 5000]);
    pieces.at(['b', 100_000, 50_000]);
    assert.deepEqual(requests, [[16 * 1024], [50_000]]);
  });

  it('fetch a whole pack in a few requests when its parts are asked for one by one', () => {
    const { pieces, requests } = watched();
    for (let at = LENGTH - 4096; at >= 0; at -= 4096) pieces.at(['b', at, 4096]);
    assert.ok(requests.length <= 6, String(requests.length));
  });

  it('come in one request where many are known before, and with what little lies between them', () => {
    const { pieces, requests } = watched();
    pieces.bring([
      ['a', 0, 1000],
      ['b', 5000, 1000],
      ['a', 10_000, 1000],
      ['a', 200_000, 1000],
    ]);
    assert.deepEqual(requests, [[11_000, 1000, 1000]]);
  });

  it('are damaged where a pack is gone or ends before', () => {
    const { pieces } = watched();
    assert.throws(() => pieces.at(['c', 0, 10]), TableDamaged);
    assert.throws(() => pieces.bring([['a', LENGTH - 10, 20]]), TableDamaged);
  });
});
