import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { TableDamaged } from '../memory/parts.ts';
import { ASSETS_FOLDER, cached } from './asset-cache.ts';
import { bringAssets, keepAssets } from './travelling-assets.ts';

const machines: string[] = [];
after(() => {
  for (const cache of machines) rmSync(cache, { recursive: true, force: true });
});

function newMachine(): string {
  const cache = mkdtempSync(join(tmpdir(), 'quotidien-travelling-'));
  machines.push(cache);
  return cache;
}

function newMemory() {
  const rows = new Map<string, string>();
  const assets = {
    all: () => rows,
    put: (name: string, text: string) => void rows.set(name, text),
    drop: (name: string) => void rows.delete(name),
  };
  return { rows, memory: { assets } };
}

const SHEET = Buffer.from('body { quotes: "«" "»" }');
const FONT = Buffer.from([0x77, 0x4f, 0x46, 0x32, 0, 0xff, 0x80]);

async function makeAll(cache: string, ingredient: string, made: string[]): Promise<readonly Buffer[]> {
  const make = (name: string, bytes: Buffer) =>
    cached(cache, name, [ingredient], () => {
      made.push(name);
      return bytes;
    });
  return [await make('all.css', SHEET), await make('serif.woff2', FONT), await make('serif.ttf', FONT)];
}

describe('what was made of the theme', () => {
  it('is made by one machine and brought to the next, but for the letters of cards', async () => {
    const { memory } = newMemory();
    const [first, second] = [newMachine(), newMachine()];
    const made: string[] = [];
    await makeAll(first, 'sand', made);
    keepAssets(memory, first);
    bringAssets(memory, second);
    made.length = 0;
    assert.deepEqual(await makeAll(second, 'sand', made), [SHEET, FONT, FONT]);
    assert.deepEqual(made, ['serif.ttf']);
  });

  it('is that of the newest theme', async () => {
    const { memory, rows } = newMemory();
    const machine = newMachine();
    for (const ingredient of ['sand', 'lime']) {
      await makeAll(machine, ingredient, []);
      keepAssets(memory, machine);
    }
    assert.deepEqual(
      [...rows.keys()].sort(),
      readdirSync(join(machine, ASSETS_FOLDER))
        .filter(name => !name.startsWith('serif.ttf'))
        .sort(),
    );
  });

  it('is not brought to a machine that has made some', async () => {
    const { memory, rows } = newMemory();
    rows.set('all.css.old', 't');
    const machine = newMachine();
    await makeAll(machine, 'sand', []);
    bringAssets(memory, machine);
    assert.ok(!readdirSync(join(machine, ASSETS_FOLDER)).includes('all.css.old'));
  });

  it('stays within the cache, whatever somebody has written into the state', () => {
    const { memory, rows } = newMemory();
    const machine = newMachine();
    rows.set('../code/build.js', 'talert(1)');
    assert.throws(() => bringAssets(memory, machine), TableDamaged);
    assert.ok(!existsSync(join(machine, 'code')));
  });
});
