// What is put into a bucket, as programs that others wrote read it.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { ObjectHeaders } from '../../src/store/object-store.ts';
import { openStore } from '../../src/store/open-store.ts';
import { WrongTarget } from '../../src/store/read-target.ts';
import { type S3Server, startS3Server } from './s3-server.ts';

/** The reason why a test must be skipped, or false; in CI always false. */
function missing(program: string): string | false {
  if (process.env.CI) return false;
  return spawnSync(program, ['--version']).status !== 0 && `${program} is not installed`;
}

const SHORT = 'public, max-age=60, stale-while-revalidate=86400';
const FOR_EVER = 'public, max-age=31536000, immutable';

const OBJECTS: Readonly<Record<string, { readonly text: string; readonly headers: ObjectHeaders }>> = {
  'index.html': {
    text: '<h1>La une</h1>',
    headers: { contentType: 'text/html; charset=utf-8', cacheControl: SHORT },
  },
  'chine/2014/05/20/port.html': {
    text: 'Le port',
    headers: {
      contentType: 'text/html; charset=utf-8',
      cacheControl: SHORT,
      others: { 'surrogate-key': 'chine port' },
    },
  },
  'chine/vieux.html': {
    text: 'Parti',
    headers: {
      contentType: 'text/html; charset=utf-8',
      cacheControl: SHORT,
      redirectTo: '/chine/2014/05/20/port.html',
    },
  },
  'assets/a.css': {
    text: 'a{}',
    headers: { contentType: 'text/css; charset=utf-8', cacheControl: FOR_EVER },
  },
  'medias/été 2014 + suite & fin (50 %).pdf': {
    text: '%PDF-1.4'.repeat(9_999),
    headers: { contentType: 'application/pdf', cacheControl: FOR_EVER, others: { 'content-language': 'fr' } },
  },
  'vide.txt': { text: '', headers: { contentType: 'text/plain; charset=utf-8', cacheControl: SHORT } },
};

describe('objects that are put into a bucket', () => {
  const run = promisify(execFile);
  let server: S3Server;
  let folder: string;
  before(async () => {
    // More than one page of a list.
    server = await startS3Server({ pageSize: 4 });
    folder = mkdtempSync(join(tmpdir(), 'quotidien-clients-'));
    process.env.AWS_ACCESS_KEY_ID = server.keys.accessKeyId;
    process.env.AWS_SECRET_ACCESS_KEY = server.keys.secretAccessKey;
    const store = await openStore(`s3://${server.bucket}/site?endpoint=${server.url}&region=fr-par`);
    assert.ok(!(store instanceof WrongTarget));
    for (const [key, { text, headers }] of Object.entries(OBJECTS))
      await store.put(key, Buffer.from(text), headers);
    await store.close();
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function check(copy: string): void {
    const copied = readdirSync(copy, { recursive: true, withFileTypes: true }).filter(item => item.isFile());
    assert.equal(copied.length, Object.keys(OBJECTS).length);
    for (const [key, { text }] of Object.entries(OBJECTS))
      assert.equal(readFileSync(join(copy, key), 'utf8'), text, key);
  }

  it('are read by rclone, with their types and all that browsers are told', {
    skip: missing('rclone'),
  }, async () => {
    const env = {
      PATH: process.env.PATH,
      RCLONE_CONFIG: '/dev/null',
      RCLONE_CONFIG_STORE_TYPE: 's3',
      RCLONE_CONFIG_STORE_PROVIDER: 'Other',
      RCLONE_CONFIG_STORE_ACCESS_KEY_ID: server.keys.accessKeyId,
      RCLONE_CONFIG_STORE_SECRET_ACCESS_KEY: server.keys.secretAccessKey,
      RCLONE_CONFIG_STORE_ENDPOINT: server.url,
      RCLONE_CONFIG_STORE_REGION: 'fr-par',
    };
    const site = `store:${server.bucket}/site`;
    const { stdout } = await run('rclone', ['lsjson', '-R', '--metadata', '--files-only', site], { env });
    interface Listed {
      readonly Path: string;
      readonly Size: number;
      readonly MimeType: string;
      readonly Metadata: Readonly<Record<string, string>>;
    }
    const listed = JSON.parse(stdout) as readonly Listed[];
    assert.deepEqual(listed.map(({ Path }) => Path).sort(), Object.keys(OBJECTS).sort());
    for (const { Path, Size, MimeType, Metadata } of listed) {
      const { text, headers } = OBJECTS[Path]!;
      assert.deepEqual([Size, MimeType], [Buffer.byteLength(text), headers.contentType], Path);
      assert.equal(Metadata['cache-control'], headers.cacheControl, Path);
      for (const [name, value] of Object.entries(headers.others ?? {}))
        assert.equal(Metadata[name], value, Path);
    }
    await run('rclone', ['copy', site, join(folder, 'rclone')], { env });
    check(join(folder, 'rclone'));
  });

  it('are read by s3cmd, with their types', { skip: missing('s3cmd') }, async () => {
    const host = server.url.replace('http://', '');
    const words = [
      '--config=/dev/null',
      `--access_key=${server.keys.accessKeyId}`,
      `--secret_key=${server.keys.secretAccessKey}`,
      `--host=${host}`,
      `--host-bucket=${host}`,
      '--region=fr-par',
      '--no-ssl',
    ];
    const site = `s3://${server.bucket}/site/`;
    await run('s3cmd', [...words, 'sync', site, `${folder}/s3cmd/`]);
    check(join(folder, 's3cmd'));
    const addresses = Object.keys(OBJECTS).map(key => site + key);
    const { stdout } = await run('s3cmd', [...words, 'info', ...addresses]);
    const types = Object.values(OBJECTS).map(({ headers }) => headers.contentType);
    assert.deepEqual(
      [...stdout.matchAll(/MIME type: (.*)/g)].map(([, type]) => type),
      types,
    );
  });
});
