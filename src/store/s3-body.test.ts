import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { s3Body } from './s3-body.ts';

const OPEN_FILES = '/proc/self/fd';

describe('files that are put into a bucket', { skip: process.platform !== 'linux' }, () => {
  it('are read a few at a time, however many are put', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'quotidien-body-'));
    const path = join(folder, 'film.mp4');
    writeFileSync(path, Buffer.alloc(300_000, 1));
    const before = readdirSync(OPEN_FILES).length;
    let most = 0;
    const looking = setInterval(() => {
      most = Math.max(most, readdirSync(OPEN_FILES).length - before);
    }, 0);
    const bodies = await Promise.all(Array.from({ length: 300 }, () => s3Body({ path })));
    clearInterval(looking);
    assert.ok(bodies.every(({ size }) => size === 300_000));
    assert.ok(most > 0 && most <= 20, `${most} open files`);
    rmSync(folder, { recursive: true });
  });
});
