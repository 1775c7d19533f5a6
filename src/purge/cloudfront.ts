// Addresses to CloudFront, as invalidations of paths (docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateInvalidation.html).
import { randomUUID } from 'node:crypto';
import type { CloudFrontClient } from '@aws-sdk/client-cloudfront';
import { siteFolder } from '../address/site-place.ts';
import type { Censor } from '../asking/without-secrets.ts';
import { type Ask, makePurger, type Surroundings } from './make-purger.ts';
import type { Answer, Purger, RefusalReason } from './purger.ts';
import { pathOnHost } from './reader-address.ts';

/** « Concurrent invalidation request maximum »: paths that one distribution may have in progress, in one request or in several. */
const BATCH = 3_000;

/**
 * The same page: fifteen paths with a wildcard may be in progress. Half of them leave room for the publication that follows: an invalidation takes up to
 * some minutes.
 */
const MOST_WILDCARDS = 7;

/** A signature is for one region, and CloudFront is in none: this is the one that its own clients name. */
const REGION = 'us-east-1';

/** Of one request, in ms. */
const TIME_LIMIT = 15_000;

export interface CloudFrontSettings {
  readonly distribution: string;
  /** More addresses than these are a few paths with a wildcard, or one for the site: each path has a price past the first thousand of a month, and that one counts as one. */
  readonly mostPaths: number;
}

/** Credentials are found where all programs of AWS find them: variables, profiles, web identity, the machine's role. */
export function cloudfront(
  { distribution, mostPaths }: CloudFrontSettings,
  surroundings: Surroundings,
): Purger {
  const { baseUrl, clean } = surroundings;
  let made: Promise<Invalidate> | null = null;
  const invalidate = (paths: readonly string[]): Ask => {
    // By it a second request is known for the first once more.
    const reference = randomUUID();
    return async () => {
      made ??= prepare(distribution);
      try {
        await (await made)(paths, reference);
        return { ok: true };
      } catch (error) {
        return answerTo(error as AwsError, clean);
      }
    };
  };
  return makePurger(
    {
      cdn: 'cloudfront',
      batchSize: BATCH,
      atOnce: 1,
      mostAddresses: mostPaths,
      forBatch: urls => invalidate(urls.map(url => exactPath(baseUrl, url))),
      forFolders:
        mostPaths > MOST_WILDCARDS
          ? {
              most: MOST_WILDCARDS,
              batchSize: MOST_WILDCARDS,
              forBatch: folders => invalidate(folders.map(folder => `${exactPath(baseUrl, folder)}*`)),
            }
          : null,
      forSite: () => invalidate([`${siteFolder(baseUrl)}/*`]),
    },
    surroundings,
  );
}

/** Only a star at the end would be a wildcard; escaped it is none anywhere. */
function exactPath(baseUrl: string, url: string): string {
  return pathOnHost(baseUrl, url).replaceAll('*', '%2A');
}

type Invalidate = (paths: readonly string[], reference: string) => Promise<void>;

/** The package is loaded by whoever purges, and by nobody else. */
async function prepare(distribution: string): Promise<Invalidate> {
  const { CloudFrontClient, CreateInvalidationCommand } = await import('@aws-sdk/client-cloudfront');
  const client: CloudFrontClient = new CloudFrontClient({
    region: process.env.AWS_REGION || process.env.AWS_DEFAULT_REGION || REGION,
    // Tries are ours, so that all of them together end in time.
    maxAttempts: 1,
    requestHandler: {
      requestTimeout: TIME_LIMIT,
      connectionTimeout: TIME_LIMIT,
      throwOnRequestTimeout: true,
    },
  });
  return async (paths, reference) => {
    await client.send(
      new CreateInvalidationCommand({
        DistributionId: distribution,
        InvalidationBatch: {
          CallerReference: reference,
          Paths: { Quantity: paths.length, Items: [...paths] },
        },
      }),
    );
  };
}

interface AwsError extends Error {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** Names of its errors: of the action, and those that all of AWS has. */
const BY_NAME: Readonly<Record<string, RefusalReason>> = {
  AccessDenied: 'credentials',
  AccessDeniedException: 'credentials',
  CredentialsProviderError: 'credentials',
  TokenProviderError: 'credentials',
  ExpiredToken: 'credentials',
  ExpiredTokenException: 'credentials',
  InvalidClientTokenId: 'credentials',
  InvalidAccessKeyId: 'credentials',
  IncompleteSignature: 'credentials',
  MissingAuthenticationToken: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  UnrecognizedClientException: 'credentials',
  OptInRequired: 'credentials',
  NoSuchDistribution: 'unknown-zone',
  BatchTooLarge: 'limit',
  TooManyInvalidationsInProgress: 'limit',
  Throttling: 'limit',
  ThrottlingException: 'limit',
  RequestLimitExceeded: 'limit',
  TooManyRequestsException: 'limit',
};

function answerTo(error: AwsError, clean: Censor): Answer {
  const { name, message, code, $metadata } = error;
  const status = $metadata?.httpStatusCode;
  const known = BY_NAME[name];
  const detail = clean(`${name}: ${message || code || ''}`);
  if (known !== undefined)
    return { ok: false, reason: known, detail, again: known === 'limit' && name !== 'BatchTooLarge' };
  // No status: nobody answered.
  const unreachable = status === undefined ? code !== undefined || name === 'TimeoutError' : status >= 500;
  return { ok: false, reason: unreachable ? 'unreachable' : 'other', detail, again: unreachable };
}
