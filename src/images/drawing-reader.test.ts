import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DRAWING_LIMITS } from './drawing-limits.ts';
import { startDrawingReader } from './drawing-reader.ts';
import { readPhotograph } from './read-photograph.ts';

const drawing = (inside: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">${inside}</svg>`);

const SIMPLE = drawing('<rect width="200" height="300" fill="#c00"/>');
/** Takes minutes. */
const BLURRED = drawing(
  `<filter id="a"><feGaussianBlur stdDeviation="20"/></filter>${'<rect width="400" height="300" filter="url(#a)"/>'.repeat(3000)}`,
);
/** Each layer is as large as the drawing, and all are held until the innermost is drawn. */
const LAYERED = drawing(
  `${'<g opacity=".5"><rect width="400" height="300"/>'.repeat(200)}${'</g>'.repeat(200)}`,
);
/** Not even parsed within the limits. */
const CROWDED = drawing('<g/>'.repeat(5_000_000));

describe('a drawing', () => {
  it('is read as any photograph', async () => {
    const reader = startDrawingReader();
    for (const bytes of [SIMPLE, drawing('<script/>'), Buffer.from('<svg viewBox="0 0 4 4"><g></svg>')])
      assert.deepEqual(await reader.read(bytes, 'quai.svg'), await readPhotograph(bytes, 'quai.svg'));
    reader.close();
  });

  it('is refused when it takes too much time or memory, and those beside it are read', async () => {
    const reader = startDrawingReader({ ...DRAWING_LIMITS, time: 1500 });
    const readings = await Promise.all(
      [SIMPLE, BLURRED, SIMPLE, LAYERED, CROWDED, SIMPLE].map(bytes => reader.read(bytes, 'quai.svg')),
    );
    const rules = readings.map(reading => (reading.ok ? null : reading.mistake.rule));
    assert.deepEqual(rules, [null, 'svg-too-heavy', null, 'svg-too-heavy', 'svg-too-heavy', null]);
    reader.close();
  });

  it('fails when reading is stopped', async () => {
    const reader = startDrawingReader();
    await reader.read(SIMPLE, 'quai.svg');
    const waiting = reader.read(BLURRED, 'quai.svg');
    reader.close();
    await assert.rejects(waiting, /closed/);
  });
});
