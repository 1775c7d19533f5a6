// Where an object of the state would be found by who has no keys, as far as places and the site's own address tell.
import { posix, resolve, sep } from 'node:path';
import { type BucketTarget, readTarget, type StoreTarget, WrongTarget } from '../../store/read-target.ts';

/** By names that are nobody's on the Internet: RFC 2606, § 2, and RFC 6762, § 3. */
const NOBODYS = /(?:^|\.)(?:example|invalid|test|local)\.?$|(?:^|\.)example\.(?:com|net|org)\.?$/i;

export interface Places {
  /** As for `openStore`. */
  readonly target: string;
  readonly stateTarget: string;
  /** Where readers find what is at the target. */
  readonly baseUrl: string;
}

/** @param environment may name the endpoint of buckets, and their region. */
export function publicAddresses(
  { target, stateTarget, baseUrl }: Places,
  key: string,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  const [site, state] = [readTarget(target), readTarget(stateTarget)];
  if (site instanceof WrongTarget || state instanceof WrongTarget) return [];
  const way = wayBetween(site, state);
  const addresses = [
    ...(way === null ? [] : [new URL(`${way}/${key}`, `${baseUrl}/`).href]),
    ...(state.kind === 'bucket' ? [bucketAddress(state, key, environment)] : []),
  ];
  return addresses.filter(address => !NOBODYS.test(new URL(address).hostname));
}

/** `../site.state`; null: the one is elsewhere. */
function wayBetween(site: StoreTarget, state: StoreTarget): string | null {
  const way = (from: string, to: string): string => encodeURI(posix.relative(`/${from}`, `/${to}`));
  if (site.kind === 'folder' && state.kind === 'folder') {
    const slashed = (path: string): string => resolve(path).split(sep).join('/');
    return way(slashed(site.path), slashed(state.path));
  }
  if (site.kind === 'bucket' && state.kind === 'bucket' && site.bucket === state.bucket)
    return way(site.prefix, state.prefix);
  if (site.kind === 'server' && state.kind === 'server' && site.destination === state.destination)
    return way(site.path, state.path);
  return null;
}

function bucketAddress(
  { bucket, prefix, endpoint, region, pathStyle }: BucketTarget,
  key: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const path = encodeURI(prefix === '' ? key : `${prefix}/${key}`);
  const { AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_REGION, AWS_DEFAULT_REGION } = environment;
  const service = endpoint || AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL;
  if (service && URL.canParse(service)) {
    const url = new URL(service.replace(/\/*$/, '/'));
    if (pathStyle !== false) return new URL(`${bucket}/${path}`, url).href;
    url.hostname = `${bucket}.${url.hostname}`;
    return new URL(path, url).href;
  }
  const inRegion = region || AWS_REGION || AWS_DEFAULT_REGION;
  const host = inRegion ? `s3.${inRegion}.amazonaws.com` : 's3.amazonaws.com';
  // Amazon's certificate covers no name with further points.
  return bucket.includes('.') ? `https://${host}/${bucket}/${path}` : `https://${bucket}.${host}/${path}`;
}
