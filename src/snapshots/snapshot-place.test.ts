import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { beginningWith, dataPlace } from './snapshot-place.ts';

const dir = mkdtempSync(join(tmpdir(), 'quotidien-snapshots-'));
after(() => rmSync(dir, { recursive: true, force: true }));

describe('the snapshots of a folder of data', () => {
  const { read, write } = dataPlace(dir);

  it('are what was written last, and null before', async () => {
    assert.equal(await read('weather'), null);
    await write('weather', '{"date":"2014-05-20"}');
    await write('weather', '{"date":"2014-05-21"}');
    assert.equal(await read('weather'), '{"date":"2014-05-21"}');
    assert.equal(await read('most-read'), null);
  });

  it('stand for those of another place that has none yet', async () => {
    const [ofData, other] = ['of-data', 'other'].map(name => dataPlace(mkdtempSync(join(tmpdir(), name))));
    const place = beginningWith(ofData!, other!);
    await ofData!.write('weather', 'of data');
    assert.equal(await place.read('weather'), 'of data');
    await place.write('weather', 'its own');
    assert.equal(await place.read('weather'), 'its own');
    assert.equal(await ofData!.read('weather'), 'of data');
    for (const { place: folder } of [ofData!, other!]) rmSync(folder, { recursive: true });
  });

  it('leave nothing half-written beside them', async () => {
    await write('most-read', '{}');
    await assert.rejects(dataPlace(join(dir, 'absent')).write('most-read', '{}'), { code: 'ENOENT' });
    assert.deepEqual(readdirSync(dir).sort(), ['most-read.json', 'weather.json']);
  });
});
