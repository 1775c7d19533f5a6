// The address of a place, as an owner types it, to what has to be opened there, or to a sentence that says how it is written.
import { isIPv6 } from 'node:net';
import { fileURLToPath } from 'node:url';
import { storeWords } from '../locale/store-words.ts';

const words = storeWords.wrongTarget;

export interface FolderTarget {
  readonly kind: 'folder';
  readonly place: string;
  readonly path: string;
}

export interface BucketTarget {
  readonly kind: 'bucket';
  readonly place: string;
  readonly bucket: string;
  /** Without `/` at its ends; '' is the whole bucket. */
  readonly prefix: string;
  /** Where missing, the environment or a profile says it. */
  readonly endpoint?: string;
  readonly region?: string;
  /** Whether the bucket is in the path of addresses, and not in the host; missing: it follows from the endpoint. */
  readonly pathStyle?: boolean;
}

export interface ServerTarget {
  readonly kind: 'server';
  readonly place: string;
  /** A name that OpenSSH knows, with or without a user before `@`. */
  readonly destination: string;
  readonly port?: number;
  /** Absolute, or from the user's home. */
  readonly path: string;
}

export type StoreTarget = FolderTarget | BucketTarget | ServerTarget;

/** What was typed is no place. The sentence is in French and repeats nothing that could be a secret. */
export class WrongTarget {
  readonly sentence: string;
  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

/** `file:dossier`, `s3://bucket/prefix?endpoint=…&region=…&path-style`, `ssh://user@host:port/path`. */
export function readTarget(text: string): StoreTarget | WrongTarget {
  if (text.trim() === '') return new WrongTarget(words.empty);
  if (/[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufeff]/u.test(text) || !text.isWellFormed())
    return new WrongTarget(words.unprintable);
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/i.exec(text) ?? [];
  switch (scheme.toLowerCase()) {
    case 'file':
      return readFolder(text, rest);
    case 's3':
      return readBucket(text, rest);
    case 'ssh':
      return readServer(text, rest);
    default:
      return new WrongTarget(words.unknownKind);
  }
}

/** A path as shells give it; after two slashes it is a URL (RFC 8089), with its escapes. */
function readFolder(place: string, rest: string): FolderTarget | WrongTarget {
  if (rest === '') return new WrongTarget(words.noFolder);
  if (!rest.startsWith('//')) return { kind: 'folder', place, path: rest };
  try {
    return { kind: 'folder', place, path: fileURLToPath(`file:${rest}`) };
  } catch {
    // Its host is another machine, or what follows is no address: a secret could be in it.
    return new WrongTarget(words.otherHost);
  }
}

const SETTINGS = ['endpoint', 'region', 'path-style'] as const;

function readBucket(place: string, rest: string): BucketTarget | WrongTarget {
  if (!rest.startsWith('//')) return new WrongTarget(words.unknownKind);
  const [address = '', query, ...more] = rest.slice(2).split('?');
  // As other programs take keys; no setting is repeated, and an endpoint has a check of its own.
  if (/[@:]/.test(address)) return new WrongTarget(words.secret);
  if (more.length > 0 || place.includes('#')) return new WrongTarget(words.setting(SETTINGS));
  const [bucket = '', ...parts] = address.split('/');
  if (bucket === '') return new WrongTarget(words.noBucket);
  // Rules for names of general purpose buckets, in the guide of Amazon S3.
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket)) return new WrongTarget(words.bucket(bucket));
  if (parts.at(-1) === '') parts.pop();
  const prefix = parts.join('/');
  if (parts.some(part => ['', '.', '..'].includes(part))) return new WrongTarget(words.prefix(prefix));
  const settings = readSettings(query ?? '');
  if (settings instanceof WrongTarget) return settings;
  return { kind: 'bucket', place, bucket, prefix, ...settings };
}

type Settings = Pick<BucketTarget, 'endpoint' | 'region' | 'pathStyle'>;

function readSettings(query: string): Settings | WrongTarget {
  const given = new URLSearchParams(query);
  for (const name of given.keys())
    if (!SETTINGS.some(known => known === name) || given.getAll(name).length > 1)
      return new WrongTarget(words.setting(SETTINGS));
  const endpoint = given.get('endpoint');
  const region = given.get('region');
  const pathStyle = given.get('path-style');
  if (endpoint !== null) {
    const url = URL.parse(endpoint);
    if (url?.username || url?.password) return new WrongTarget(words.secret);
    if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash)
      return new WrongTarget(words.endpoint);
  }
  if (region !== null && !/^[a-z0-9-]{1,40}$/i.test(region)) return new WrongTarget(words.region);
  if (pathStyle !== null && !['', 'true', 'false'].includes(pathStyle))
    return new WrongTarget(words.pathStyle);
  return {
    ...(endpoint === null ? {} : { endpoint }),
    ...(region === null ? {} : { region }),
    ...(pathStyle === null ? {} : { pathStyle: pathStyle !== 'false' }),
  };
}

function readServer(place: string, rest: string): ServerTarget | WrongTarget {
  const slash = rest.indexOf('/', 2);
  if (!rest.startsWith('//') || slash === -1) return new WrongTarget(words.server);
  const authority = rest.slice(2, slash);
  const at = authority.lastIndexOf('@');
  const user = at === -1 ? null : authority.slice(0, at);
  if (user?.includes(':')) return new WrongTarget(words.secret);
  const [, host = '', port = null] =
    /^(\[[^\]]*\]|[^:]*)(?::(\d{1,5}))?$/.exec(authority.slice(at + 1)) ?? [];
  const name = host.startsWith('[') ? host.slice(1, -1) : host;
  if (!isHost(host, name) || (user !== null && !NAME.test(user))) return new WrongTarget(words.server);
  if (port !== null && !(Number(port) >= 1 && Number(port) <= 65_535)) return new WrongTarget(words.server);
  const path = rest.slice(slash);
  const folder = (path.startsWith('/~/') ? path.slice('/~/'.length) : path).replace(/\/$/, '');
  if (folder === '') return new WrongTarget(words.server);
  return {
    kind: 'server',
    place,
    destination: user === null ? name : `${user}@${name}`,
    ...(port === null ? {} : { port: Number(port) }),
    path: folder,
  };
}

/** Of a user or a server, to be handed to programs: one that began with « - » would be an option. */
const NAME = /^[\p{L}\p{N}_.][\p{L}\p{N}_.+-]*$/u;

/** A name, or an address of version 6 in brackets. */
function isHost(host: string, name: string): boolean {
  return host === name ? NAME.test(name) : isIPv6(name);
}
