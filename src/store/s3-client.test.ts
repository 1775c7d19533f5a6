// Where a bucket's address and the environment send requests, and as whom.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import * as sdk from '@aws-sdk/client-s3';
import { readTarget, WrongTarget } from './read-target.ts';
import { openS3Client } from './s3-client.ts';

interface Sent {
  readonly protocol: string;
  readonly hostname: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The request that would be sent, to nobody. */
async function sent(text: string): Promise<Sent> {
  const target = readTarget(text);
  assert.ok(!(target instanceof WrongTarget) && target.kind === 'bucket');
  const client = await openS3Client(sdk, target, 1);
  const seen: Sent[] = [];
  client.middlewareStack.add(
    () => args => {
      seen.push(args.request as Sent);
      throw new Error('not sent');
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  const command = new sdk.GetObjectCommand({ Bucket: target.bucket, Key: 'site/a.html' });
  await assert.rejects(client.send(command), /not sent/);
  client.destroy();
  return seen[0]!;
}

async function addressOf(text: string): Promise<string> {
  const { protocol, hostname, path } = await sent(text);
  return `${protocol}//${hostname}${path}`;
}

describe('a client of a bucket', () => {
  let before: NodeJS.ProcessEnv;
  let folder: string;
  beforeEach(() => {
    before = { ...process.env };
    folder = mkdtempSync(join(tmpdir(), 'quotidien-client-'));
    for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
    process.env.AWS_CONFIG_FILE = join(folder, 'config');
    process.env.AWS_SHARED_CREDENTIALS_FILE = join(folder, 'credentials');
    process.env.AWS_EC2_METADATA_DISABLED = 'true';
    process.env.AWS_ACCESS_KEY_ID = 'AKIDTESTS';
    process.env.AWS_SECRET_ACCESS_KEY = 'secret';
  });
  afterEach(() => {
    process.env = before;
    rmSync(folder, { recursive: true });
  });

  it('names the bucket in the host at Amazon’s, and in the path elsewhere', async () => {
    process.env.AWS_REGION = 'eu-west-3';
    const scaleway = 'https://s3.fr-par.scw.cloud';
    const amazon = 'https://s3.eu-west-3.amazonaws.com';
    assert.equal(await addressOf('s3://journal'), 'https://journal.s3.eu-west-3.amazonaws.com/site/a.html');
    assert.equal(
      await addressOf(`s3://journal?endpoint=${amazon}`),
      'https://journal.s3.eu-west-3.amazonaws.com/site/a.html',
    );
    assert.equal(await addressOf(`s3://journal?endpoint=${scaleway}`), `${scaleway}/journal/site/a.html`);
    process.env.AWS_ENDPOINT_URL = scaleway;
    assert.equal(await addressOf('s3://journal'), `${scaleway}/journal/site/a.html`);
  });

  it('does as it is told', async () => {
    process.env.AWS_REGION = 'eu-west-3';
    assert.equal(
      await addressOf('s3://journal?path-style'),
      'https://s3.eu-west-3.amazonaws.com/journal/site/a.html',
    );
    assert.equal(
      await addressOf('s3://journal?endpoint=https://s3.fr-par.scw.cloud&path-style=false'),
      'https://journal.s3.fr-par.scw.cloud/site/a.html',
    );
    // No certificate is for a name with more points.
    assert.match(await addressOf('s3://www.journal.fr'), /amazonaws\.com\/www\.journal\.fr\/site/);
  });

  const regionOf = async (text: string): Promise<string> =>
    /\d{8}\/([^/]+)\/s3/.exec((await sent(text)).headers.authorization!)![1]!;

  it('signs for the region of the address, the environment, or for the usual one', async () => {
    assert.equal(await regionOf('s3://journal'), 'us-east-1');
    process.env.AWS_REGION = 'eu-west-3';
    assert.equal(await regionOf('s3://journal'), 'eu-west-3');
    assert.equal(await regionOf('s3://journal?region=auto'), 'auto');
  });

  it('takes keys, region and endpoint from a profile', async () => {
    // With a profile the SDK takes its keys, and warns where there are others.
    delete process.env.AWS_ACCESS_KEY_ID;
    delete process.env.AWS_SECRET_ACCESS_KEY;
    process.env.AWS_PROFILE = 'journal';
    const keys = 'aws_access_key_id = AKIDPROFILE\naws_secret_access_key = secret\n';
    writeFileSync(join(folder, 'credentials'), `[journal]\n${keys}`);
    const settings = 'region = fr-par\nendpoint_url = https://s3.fr\n';
    writeFileSync(join(folder, 'config'), `[profile journal]\n${settings}`);
    const { headers, hostname, path } = await sent('s3://journal');
    assert.match(headers.authorization!, /Credential=AKIDPROFILE\/\d{8}\/fr-par\//);
    assert.deepEqual([hostname, path], ['s3.fr', '/journal/site/a.html']);
  });
});
