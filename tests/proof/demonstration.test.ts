// A stranger finds nothing wrong in the demonstration, with readers' forms as without; and what the proof found is printed without changing what the next one finds.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { crc32 } from 'node:zlib';
import { outputPath } from '../../src/address/addresses.ts';
import { proofSnapshot, writeProof } from '../../src/proof/proof-snapshot.ts';
import { dataPlace } from '../../src/snapshots/snapshot-place.ts';
import { type Demonstration, WITH_PARTICIPATION } from '../browser/page-types.ts';
import { sharedDemonstration } from '../browser/shared-demonstration.ts';
import { article, miniSite } from '../mini-site.ts';
import { linesOf, proofOf, resultOf } from './small-tree.ts';

/** Of a picture all that its readers look at to know its size: the first bytes of a PNG (RFC 2083, § 3.2 and 4.1.1). */
function headOfPicture(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const whole = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(whole));
    return Buffer.concat([length, whole, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(0)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The demonstration with a picture of the right size at each address of one, as making all of them takes a minute. */
function withPictures({ outputDir, files }: Demonstration): string {
  const dir = mkdtempSync(join(tmpdir(), 'proof-'));
  cpSync(outputDir, dir, { recursive: true });
  for (const [url, file] of files) {
    const path = join(dir, outputPath(url));
    if (existsSync(path)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const { width, height } = sizeOf(file);
    writeFileSync(path, headOfPicture(width, height));
  }
  return dir;
}

function sizeOf(file: object): { readonly width: number; readonly height: number } {
  const { image } = file as { readonly image?: { readonly width: number; readonly height: number } };
  return image ?? { width: 1200, height: 630 };
}

describe('the demonstration', () => {
  for (const [name, variation] of [
    ['as it is', {}],
    ['with comments and votes', WITH_PARTICIPATION],
  ] as const)
    it(`has nothing that a stranger finds wrong: ${name}`, async () => {
      const dir = withPictures(await sharedDemonstration(variation));
      try {
        const proof = await proofOf(dir);
        assert.deepEqual(linesOf(proof), []);
        assert.ok(proof.pages > 100 && resultOf(proof, 'dead-link').looked > 10_000);
        for (const { rule, looked, isAsked } of proof.rules) assert.ok(looked > 0 || !isAsked, rule);
      } finally {
        rmSync(dir, { recursive: true });
      }
    });
});

describe('the page about the site’s quality', () => {
  const NOW = Date.parse('2014-05-20T15:30:00+08:00');

  it('is there once a proof is noted, and the next proof finds the same', async () => {
    using site = miniSite({ 'content/articles/port.md': article({ title: 'Le port' }) });
    await site.built();
    assert.ok(!site.has('/qualite/'));
    const first = proofSnapshot(await proofOf(join(site.dir, '_site')), NOW, 'Asia/Shanghai', 'a'.repeat(40));
    await writeProof(dataPlace(join(site.dir, '_data')), first);
    await site.built();
    const page = site.page('/qualite/');
    assert.match(page, /<time datetime="2014-05-20T15:30:00\+08:00">/);
    assert.match(page, /<code>aaaaaaa<\/code>/);
    assert.match(site.page('/'), /<a href="\/qualite\/">Qualité du site<\/a>/);
    const second = await proofOf(join(site.dir, '_site'));
    assert.deepEqual(linesOf(second), []);
    assert.deepEqual(proofSnapshot(second, NOW, 'Asia/Shanghai', 'a'.repeat(40)), first);
    site.remove('_data/proof.json');
    await site.built();
    assert.ok(!site.has('/qualite/'));
  });
});
