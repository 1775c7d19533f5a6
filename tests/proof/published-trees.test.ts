// A site in a bucket is proven like one in a folder, and nothing of it stays on this machine.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { openTreeToProve } from '../../src/proof/tree/published-tree.ts';
import { openStore } from '../../src/store/open-store.ts';
import { WrongTarget } from '../../src/store/read-target.ts';
import { startS3Server } from '../stores/s3-server.ts';
import { linesOf, page, proofOf, treeOf } from './small-tree.ts';

const KEPT = { ...process.env };
after(() => {
  for (const name of Object.keys(process.env)) if (!(name in KEPT)) delete process.env[name];
  Object.assign(process.env, KEPT);
});

describe('the proof of a published site', () => {
  it('reads a bucket, without what the publication keeps for itself, and leaves nothing behind', async () => {
    const server = await startS3Server({});
    try {
      for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
      process.env.AWS_CONFIG_FILE = process.env.AWS_SHARED_CREDENTIALS_FILE = '/dev/null';
      process.env.AWS_EC2_METADATA_DISABLED = 'true';
      process.env.AWS_ACCESS_KEY_ID = server.keys.accessKeyId;
      process.env.AWS_SECRET_ACCESS_KEY = server.keys.secretAccessKey;
      const place = `s3://${server.bucket}/site?endpoint=${server.url}&region=eu-west-3`;
      const store = await openStore(place);
      assert.ok(!(store instanceof WrongTarget));
      const files = {
        'index.html': page('index.html', { body: '<a href="/b/">B</a>' }),
        'b/index.html': page('b/index.html', { body: '<a href="/rien/">Rien</a>' }),
        '.quotidien/pages.html': '<a href="/rien/">Rien</a>',
      };
      for (const [key, text] of Object.entries(files))
        await store.put(key, Buffer.from(text), { contentType: 'text/html', cacheControl: 'no-cache' });
      await store.close();
      using cache = treeOf({ 'garder.txt': 'x' });
      const opened = await openTreeToProve(place, cache.dir);
      assert.ok(!(opened instanceof WrongTarget));
      assert.deepEqual(linesOf(await proofOf(opened.root)), [
        'dead-link: Lien vers /rien/, où il n’y a rien. /b/',
      ]);
      opened.close();
      assert.ok(!existsSync(opened.root));
      assert.deepEqual(readdirSync(join(cache.dir, 'proof')), []);
    } finally {
      await server.close();
    }
  });

  it('says of a place that is none what is wrong with it', async () => {
    for (const place of ['s3://', 'file:', 'ssh://', 'nulle-part', ''])
      assert.ok((await openTreeToProve(place, 'nulle-part')) instanceof WrongTarget, place);
  });
});
