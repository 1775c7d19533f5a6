// A bucket's address, and what the environment says, to a client of the official SDK.
import { createHash } from 'node:crypto';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';
import { storeWords } from '../locale/store-words.ts';
import { StoreError } from './object-store.ts';
import type { BucketTarget } from './read-target.ts';

type Sdk = typeof import('@aws-sdk/client-s3');

/** Where neither the target nor the environment nor a profile has one: stores other than Amazon's mostly have none, and sign with this one. */
const DEFAULT_REGION = 'us-east-1';

/** In ms. */
const CONNECTION_TIMEOUT = 5_000;

/** `sockets` is how many connections are open at most. */
export async function openS3Client(sdk: Sdk, target: BucketTarget, sockets: number): Promise<S3Client> {
  const settings: S3ClientConfig = {
    ...(target.endpoint === undefined ? {} : { endpoint: target.endpoint }),
    ...(target.region === undefined ? {} : { region: target.region }),
    // We try again ourselves: the SDK does not know which tries have a common budget.
    maxAttempts: 1,
    followRegionRedirects: true,
    // Many stores refuse checksums in trailers. `Content-MD5` does what these do, and all of them know it.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // Not every store, nor what stands before it, answers « 100 Continue ».
    expectContinueHeader: false,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT,
      httpAgent: new HttpAgent({ keepAlive: true, maxSockets: sockets }),
      httpsAgent: new HttpsAgent({ keepAlive: true, maxSockets: sockets }),
    },
  };
  checkEndpointVariables(target);
  let client = new sdk.S3Client(settings);
  if (!(await hasRegion(client))) {
    client.destroy();
    client = new sdk.S3Client({ ...settings, region: DEFAULT_REGION });
  }
  choosePathStyle(client, target);
  addDigest(client);
  return client;
}

/** The SDK would end on them with words for programmers. */
function checkEndpointVariables({ endpoint, place }: BucketTarget): void {
  if (endpoint !== undefined) return;
  for (const name of ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL']) {
    const value = process.env[name] ?? '';
    if (value !== '' && !/^https?:$/.test(URL.parse(value)?.protocol ?? ''))
      throw new StoreError('unreachable', place, storeWords.details.endpointVariable(name));
  }
}

async function hasRegion(client: S3Client): Promise<boolean> {
  try {
    return (await client.config.region()) !== '';
  } catch {
    return false;
  }
}

/** Where nothing is said, Amazon's own hosts have the bucket in their name, and all others have it in the path: few have a certificate for each. */
function choosePathStyle(client: S3Client, { pathStyle }: BucketTarget): void {
  const resolve = client.config.endpointProvider;
  client.config.endpointProvider = (parameters, context) => {
    const { Endpoint } = parameters as { readonly Endpoint?: string };
    const isForeign = Endpoint !== undefined && !isAmazons(Endpoint);
    const others =
      pathStyle === undefined ? (isForeign ? { ForcePathStyle: true } : {}) : { ForcePathStyle: pathStyle };
    return resolve({ ...parameters, ...others }, context);
  };
}

function isAmazons(endpoint: string): boolean {
  return /(?:^|\.)amazonaws\.com(?:\.cn)?$/.test(URL.parse(endpoint)?.hostname ?? '');
}

/** Removals of many need a sum; stores that were there before Amazon's newer ones know this one only. */
function addDigest(client: S3Client): void {
  client.middlewareStack.add(
    (next, context) => args => {
      const { request } = args as { readonly request: { headers: Record<string, string>; body?: unknown } };
      if (context.commandName === 'DeleteObjectsCommand' && typeof request.body === 'string')
        request.headers['content-md5'] = createHash('md5').update(request.body).digest('base64');
      return next(args);
    },
    { step: 'build', name: 'contentMd5', priority: 'low' },
  );
}
