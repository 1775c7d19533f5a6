// What a bucket answers, or the network on the way to it, to what it means: final, and for which reason, or worth another try.
import { storeWords } from '../locale/store-words.ts';
import { StoreError, type StoreFailure } from './object-store.ts';
import type { Judgement } from './retry.ts';

/** By codes of Amazon S3, of stores like it, and of the SDK, that no other try would change. */
const FINAL: Readonly<Record<string, StoreFailure>> = {
  NoSuchBucket: 'no-place',
  InvalidBucketName: 'no-place',
  RequestTimeTooSkewed: 'clock',
  QuotaExceeded: 'full',
  InsufficientStorage: 'full',
  InsufficientCapacity: 'full',
  StorageFull: 'full',
  XMinioStorageFull: 'full',
  XMinioAdminBucketQuotaExceeded: 'full',
  AccessDenied: 'refused',
  AccountProblem: 'refused',
  AllAccessDisabled: 'refused',
  CredentialsProviderError: 'refused',
  ExpiredToken: 'refused',
  ExpiredTokenException: 'refused',
  Forbidden: 'refused',
  InvalidAccessKeyId: 'refused',
  InvalidClientTokenId: 'refused',
  InvalidIdentityToken: 'refused',
  InvalidIdentityTokenException: 'refused',
  InvalidSecurity: 'refused',
  InvalidToken: 'refused',
  NotSignedUp: 'refused',
  SignatureDoesNotMatch: 'refused',
  TokenProviderError: 'refused',
  TokenRefreshRequired: 'refused',
  Unauthorized: 'refused',
  // The system's own (`errno(3)`, `getaddrinfo(3)`): a name that nobody has, and certificates that do not fit.
  ENOTFOUND: 'unreachable',
  CERT_HAS_EXPIRED: 'unreachable',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'unreachable',
  ERR_TLS_CERT_ALTNAME_INVALID: 'unreachable',
  SELF_SIGNED_CERT_IN_CHAIN: 'unreachable',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unreachable',
};

/** Codes that come with a status that would be final. */
const PASSING = new Set([
  'BadDigest',
  'ConditionalRequestConflict',
  'GatewayTimeout',
  'IncompleteBody',
  'InternalError',
  'OperationAborted',
  'RequestTimeout',
  'ServiceUnavailable',
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequests',
  'XMinioServerNotInitialized',
]);

const THROTTLED = new Set([
  'SlowDown',
  'Throttling',
  'ThrottlingException',
  'TooManyRequests',
  'RequestLimitExceeded',
]);

/** 501 is « not implemented ». */
const BY_STATUS: Readonly<Record<number, StoreFailure>> = {
  401: 'refused',
  403: 'refused',
  501: 'other',
  507: 'full',
};

/** In UTF-16 code units. */
const LONGEST_DETAIL = 200;

interface Answer {
  readonly name?: string;
  readonly Code?: string;
  readonly code?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

export function codeOf(error: unknown): string {
  const { name = '', Code, code } = error as Answer;
  return Code ?? code ?? name;
}

/** null: there was no answer. */
export function statusOf(error: unknown): number | null {
  return (error as Answer).$metadata?.httpStatusCode ?? null;
}

/** Whether a store said it, in words of its own: what stands before it, or in its place, has none of them. */
export function isOfBucket(error: unknown): boolean {
  return (error as Answer).Code !== undefined;
}

/** Whether there are too many requests for the store, at present. */
export function isThrottled(error: unknown): boolean {
  return THROTTLED.has(codeOf(error)) || [429, 503].includes(statusOf(error) ?? 0);
}

/** Whether it may go well another time, as far as the code and the status say. */
export function isPassing(error: unknown): boolean {
  const status = statusOf(error);
  return PASSING.has(codeOf(error)) || status === null || status >= 500 || status === 429 || status < 300;
}

/** `secrets` are left out of what is said. */
export function judgeS3Error(place: string, error: unknown, secrets: readonly string[]): Judgement {
  // The last two are mistakes of ours.
  if (error instanceof StoreError || error instanceof TypeError || error instanceof RangeError)
    return { final: error };
  const code = codeOf(error);
  const status = statusOf(error);
  // Nothing of the SDK's error is kept: it knows the request, with its signature.
  const because = (failure: StoreFailure): StoreError =>
    new StoreError(failure, place, detailOf(error, secrets));
  const failure = FINAL[code] ?? BY_STATUS[status ?? 0];
  if (failure !== undefined) return { final: because(failure) };
  return isPassing(error) ? { last: because('unreachable') } : { final: because('other') };
}

function detailOf(error: unknown, secrets: readonly string[]): string {
  const { message = '' } = error as Answer;
  const status = statusOf(error);
  let detail = [codeOf(error), message].filter(text => text !== '').join('\u00a0: ');
  if (status !== null && !isOfBucket(error))
    detail = status < 500 ? storeWords.details.notOfBucket(`${status}`) : `HTTP ${status}`;
  for (const secret of secrets) if (secret !== '') detail = detail.replaceAll(secret, '…');
  return detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL - 1)}…` : detail;
}
