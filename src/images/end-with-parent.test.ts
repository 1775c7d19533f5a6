// Which processes still run, the system says: all of them hold the same pipe, which closes with the last.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

/** ms. What is drawn here takes many times as long. */
const LONG_ENOUGH = 60_000;

const module = (name: string): string => JSON.stringify(new URL(name, import.meta.url).href);

const DRAWING = `
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">' +
    '<filter id="a"><feGaussianBlur stdDeviation="20"/></filter>' +
    '<rect width="400" height="300" filter="url(#a)"/>'.repeat(10000) + '</svg>');`;

const READS_A_DRAWING = `
  import { startDrawingReader } from ${module('./drawing-reader.ts')};
  ${DRAWING}
  const reader = startDrawingReader({ time: 1e9, memory: 1e12 });
  await reader.read(Buffer.from('<svg/>'), 'a.svg');
  reader.read(drawing, 'b.svg');
  setTimeout(() => console.log('drawing'), 500);`;

const MAKES_A_DRAWING = `
  import { writeFileSync } from 'node:fs';
  import { join } from 'node:path';
  import { hashOf } from ${module('../hash/hash.ts')};
  import { startImageMaker } from ${module('./image-maker.ts')};
  import { filesOf } from ${module('./picture.ts')};
  ${DRAWING}
  const cacheDir = process.argv[2];
  const maker = startImageMaker();
  const make = (name, bytes) => {
    const path = join(cacheDir, name);
    writeFileSync(path, bytes);
    const photograph =
      { hash: hashOf(bytes), width: 1600, height: 1200, alpha: true, tone: null, focus: [0.5, 0.5] };
    const wanted = filesOf(photograph, 'article', null).map(file => ({ file, focus: null }));
    return maker.make({ path, photograph, wanted, cacheDir });
  };
  make('long.svg', drawing);
  await make('short.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>'));
  console.log('drawing');`;

describe('a process that draws ends with the one that started it, even when that is killed', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'quotidien-parent-'));
  });
  after(() => rmSync(folder, { recursive: true }));

  async function killWhileDrawing(script: string): Promise<void> {
    const file = join(folder, 'parent.mjs');
    writeFileSync(file, script);
    const parent = spawn(process.execPath, [file, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    const pipeCloses = once(parent.stdout, 'close', { signal: AbortSignal.timeout(LONG_ENOUGH) });
    try {
      const [said] = await once(parent.stdout, 'data');
      assert.equal(String(said), 'drawing\n');
      parent.kill('SIGKILL');
      await pipeCloses;
    } finally {
      endGroup(parent.pid!);
    }
  }

  /** Ends what is left of the processes that were started together. */
  function endGroup(leader: number): void {
    try {
      process.kill(-leader, 'SIGKILL');
    } catch {
      // Nothing is left.
    }
  }

  it('when it looks at a drawing', () => killWhileDrawing(READS_A_DRAWING));

  it('when it makes files of a drawing', () => killWhileDrawing(MAKES_A_DRAWING));
});
