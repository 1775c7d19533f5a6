import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sizeInWords } from './numbers.ts';

const ROWS: readonly (readonly [bytes: number, said: string])[] = [
  [0, '0~o'],
  [999, '999~o'],
  [1000, '1~ko'],
  [1499, '1~ko'],
  [999_499, '999~ko'],
  [999_500, '1~Mo'],
  [1_234_567, '1,2~Mo'],
  [9_940_000, '9,9~Mo'],
  [9_960_000, '10~Mo'],
  [123_456_789, '123~Mo'],
  [1_500_000_000, '1,5~Go'],
  [2_000_000_000_000, '2000~Go'],
];

for (const [bytes, said] of ROWS)
  it(`${bytes} bytes are « ${said} »`, () => assert.equal(sizeInWords(bytes).replace('\u00a0', '~'), said));
