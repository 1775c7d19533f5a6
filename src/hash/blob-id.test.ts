import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { blobId, blobIdOfFile, isBlob } from './blob-id.ts';

/** As git prints them for `printf 'Éléphant\n'`. */
const BYTES = Buffer.from('Éléphant\n');
const SHA1 = 'e842e225c90407042757e20bf80a49e653257728';
const SHA256 = '933332bdc134b974758c94dac6390779cd0eb9a4fd39f30edf7e9b8e48650c8b';

describe('the name that git gives to bytes', () => {
  it('is what git prints, by either algorithm', () => {
    assert.equal(blobId(BYTES, 'sha1'), SHA1);
    assert.equal(blobId(BYTES, 'sha256'), SHA256);
    assert.equal(blobId(Buffer.alloc(0), 'sha1'), 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391');
  });

  it('is the same of a file that is read piece by piece', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'blob-id-'));
    const bytes = Buffer.alloc((1 << 20) + 5, 'à');
    writeFileSync(join(dir, 'film.mp4'), bytes);
    const file = await open(join(dir, 'film.mp4'));
    assert.equal(await blobIdOfFile(file, 'sha1'), blobId(bytes, 'sha1'));
    assert.equal(await blobIdOfFile(file, 'sha256'), blobId(bytes, 'sha256'));
    await file.close();
    rmSync(dir, { recursive: true });
  });

  it('tells bytes from others, whichever made it', () => {
    for (const id of [SHA1, SHA256]) {
      assert.ok(isBlob(BYTES, id));
      assert.ok(!isBlob(Buffer.from('Eléphant\n'), id));
    }
  });
});
