// A small store that speaks S3, for tests: it checks signatures, heeds conditions, and fails as it is told to.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type KeyPair, refusalOf } from './signature-v4.ts';

export interface StoredBytes {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly written: number;
  /** Those that a store keeps, by their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface SeenRequest {
  readonly method: string;
  /** Without the bucket; '' is the bucket itself. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** How many came before it, of any kind. */
  readonly before: number;
}

/** What happens to a request, instead of what should. */
export type Fault =
  | { readonly status: number; readonly code: string; readonly message?: string }
  /** The connection ends: before anything is done, when it is done and not answered, or within the answer's bytes. */
  | { readonly cut: 'before' | 'after' | 'within' }
  /** It is done and answered after so many ms. */
  | { readonly after: number };

export interface S3ServerOptions {
  /** Whether `If-Match` and `If-None-Match` are heeded; usually they are. */
  readonly conditions?: boolean;
  /** Whether entity tags are MD5 sums; where objects are encrypted they are not. */
  readonly md5Tags?: boolean;
  /** Whether objects can be copied; usually they can. */
  readonly copies?: boolean;
  /** Whether a piece of an object can be had alone; usually it can. */
  readonly ranges?: boolean;
  /** Whether entity tags have their quotes, as they should. */
  readonly quotedTags?: boolean;
  /** Objects and errors by page of a list. */
  readonly pageSize?: number;
  /** By how much the store's clock is ahead, in ms. */
  readonly ahead?: number;
  fault?(request: SeenRequest): Fault | null;
}

export interface S3Server {
  /** `http://127.0.0.1:…` */
  readonly url: string;
  readonly keys: KeyPair;
  readonly bucket: string;
  readonly objects: Map<string, StoredBytes>;
  readonly requests: SeenRequest[];
  /** Bytes of bodies that came. */
  received(): number;
  /** The most requests that were there at one time. */
  mostAtOnce(): number;
  close(): Promise<void>;
}

const KEPT =
  /^(?:content-(?:type|encoding|language|disposition)|cache-control|x-amz-website-redirect-location|x-amz-meta-.*)$/;

/** What is kept of buckets and objects elsewhere. */
const OTHER_QUESTIONS = ['acl', 'cors', 'lifecycle', 'policy', 'tagging', 'uploads', 'versioning'];

const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

const STATUS_OF: Readonly<Record<string, number>> = {
  BadDigest: 400,
  InvalidDigest: 400,
  InvalidRange: 416,
  InvalidRequest: 400,
  MalformedXML: 400,
  NotImplemented: 501,
  NoSuchBucket: 404,
  NoSuchKey: 404,
  PreconditionFailed: 412,
  XAmzContentSHA256Mismatch: 400,
};

/** What is answered with an error. */
class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export async function startS3Server({
  conditions = true,
  md5Tags = true,
  quotedTags = true,
  copies = true,
  ranges = true,
  pageSize = 1000,
  ahead = 0,
  fault = () => null,
}: S3ServerOptions = {}): Promise<S3Server> {
  const keys = { accessKeyId: 'AKIDTESTS', secretAccessKey: 'aVerySecret/Key+Of=Tests' };
  const bucket = 'journal';
  const objects = new Map<string, StoredBytes>();
  const requests: SeenRequest[] = [];
  let received = 0;
  let atOnce = 0;
  let mostAtOnce = 0;
  let writes = 0;

  const checkConditions = (headers: IncomingMessage['headers'], standing: StoredBytes | undefined): void => {
    if (!conditions) return;
    const { 'if-match': ifMatch, 'if-none-match': ifNoneMatch } = headers;
    if (ifMatch !== undefined && !standing) throw new Refused('NoSuchKey');
    if (ifMatch !== undefined && standing!.etag.replaceAll('"', '') !== ifMatch.replaceAll('"', ''))
      throw new Refused('PreconditionFailed');
    if (ifNoneMatch === '*' && standing) throw new Refused('PreconditionFailed');
  };

  const put = (
    key: string,
    headers: IncomingMessage['headers'],
    body: Buffer,
    response: ServerResponse,
  ): void => {
    checkSum(headers, body);
    if (Object.keys(headers).some(name => name.startsWith('x-amz-checksum') || name === 'x-amz-trailer'))
      throw new Refused('NotImplemented');
    checkConditions(headers, objects.get(key));
    response.setHeader('etag', keep(key, headers, body));
    response.end();
  };

  const keep = (key: string, headers: IncomingMessage['headers'], bytes: Buffer): string => {
    writes += 1;
    const sum = md5(md5Tags ? bytes : Buffer.from(`${writes} ${md5(bytes)}`)).toString('hex');
    const etag = quotedTags ? `"${sum}"` : sum;
    const kept = Object.entries(headers).filter(([name]) => KEPT.test(name)) as [string, string][];
    objects.set(key, { bytes, etag, written: Date.now() + ahead, headers: Object.fromEntries(kept) });
    return etag;
  };

  /** To itself, with other headers: all that is asked for. */
  const copy = (key: string, headers: IncomingMessage['headers'], response: ServerResponse): void => {
    if (!copies) throw new Refused('NotImplemented');
    const [name, ...parts] = String(headers['x-amz-copy-source']).split('/').map(decodeURIComponent);
    const isReplaced = headers['x-amz-metadata-directive'] === 'REPLACE';
    if (name !== bucket || parts.join('/') !== key || !isReplaced) throw new Refused('InvalidRequest');
    const found = objects.get(key);
    if (!found) throw new Refused('NoSuchKey');
    checkConditions({ 'if-match': headers['x-amz-copy-source-if-match'] as string | undefined }, found);
    const etag = keep(key, headers, found.bytes);
    response.end(`${XML}<CopyObjectResult><ETag>${toXml(etag)}</ETag></CopyObjectResult>`);
  };

  const get = (key: string, request: IncomingMessage, response: ServerResponse, cut: boolean): void => {
    const found = objects.get(key);
    if (!found) throw new Refused('NoSuchKey');
    for (const [name, value] of Object.entries(found.headers)) response.setHeader(name, value);
    response.setHeader('etag', found.etag);
    response.setHeader('last-modified', new Date(found.written).toUTCString());
    const bytes = request.method === 'GET' ? asked(found.bytes, request, response) : found.bytes;
    response.setHeader('content-length', bytes.length);
    if (request.method === 'HEAD') response.end();
    else if (cut) {
      response.write(bytes.subarray(0, bytes.length / 2));
      setTimeout(() => response.destroy(), 5);
    } else response.end(bytes);
  };

  /** The whole object, or the piece of it that is asked for (RFC 9110, § 14.1.2: one range of bytes). */
  const asked = (bytes: Buffer, { headers }: IncomingMessage, response: ServerResponse): Buffer => {
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    if (!ranges || first === undefined || last === undefined) return bytes;
    if (Number(first) >= bytes.length) throw new Refused('InvalidRange');
    const piece = bytes.subarray(Number(first), Number(last) + 1);
    response.statusCode = 206;
    const end = Number(first) + piece.length - 1;
    response.setHeader('content-range', `bytes ${first}-${end}/${bytes.length}`);
    return piece;
  };

  const removeMany = (headers: IncomingMessage['headers'], body: Buffer, response: ServerResponse): void => {
    if (headers['content-md5'] === undefined) throw new Refused('InvalidRequest');
    checkSum(headers, body);
    const named = [...body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => fromXml(key!));
    if (named.length === 0 || named.length > 1000) throw new Refused('MalformedXML');
    const failed: string[] = [];
    for (const key of named) {
      const wrong = fault({
        method: 'DELETE',
        key,
        query: new URLSearchParams(),
        headers,
        before: requests.length,
      });
      if (wrong && 'code' in wrong)
        failed.push(`<Error><Key>${toXml(key)}</Key><Code>${wrong.code}</Code><Message>-</Message></Error>`);
      else objects.delete(key);
    }
    response.end(`${XML}<DeleteResult>${failed.join('')}</DeleteResult>`);
  };

  const list = (query: URLSearchParams, response: ServerResponse): void => {
    const prefix = query.get('prefix') ?? '';
    const delimiter = query.get('delimiter') ?? '';
    const begin = query.get('continuation-token') ?? query.get('marker') ?? query.get('start-after') ?? '';
    const most = Math.min(pageSize, Number(query.get('max-keys') ?? pageSize));
    const sorted = [...objects.keys()]
      .filter(key => key.startsWith(prefix) && Buffer.compare(Buffer.from(key), Buffer.from(begin)) > 0)
      .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    const contents: string[] = [];
    const common = new Set<string>();
    let last = '';
    let more = false;
    for (const key of sorted) {
      const end = delimiter === '' ? -1 : key.indexOf(delimiter, prefix.length);
      const folder = end === -1 ? null : key.slice(0, end + delimiter.length);
      if (folder !== null && (common.has(folder) || folder === begin)) continue;
      if (contents.length + common.size >= most) {
        more = true;
        break;
      }
      last = folder === null ? key : `${folder}\u{10ffff}`;
      if (folder !== null) common.add(folder);
      else contents.push(entry(key, objects.get(key)!));
    }
    const next = toXml(last);
    response.end(
      `${XML}<ListBucketResult><Name>${bucket}</Name><Prefix>${toXml(prefix)}</Prefix><MaxKeys>${most}</MaxKeys>` +
        `<KeyCount>${contents.length + common.size}</KeyCount><IsTruncated>${more}</IsTruncated>` +
        (more
          ? `<NextContinuationToken>${next}</NextContinuationToken><NextMarker>${next}</NextMarker>`
          : '') +
        contents.join('') +
        [...common]
          .map(folder => `<CommonPrefixes><Prefix>${toXml(folder)}</Prefix></CommonPrefixes>`)
          .join('') +
        '</ListBucketResult>',
    );
  };

  const answer = (
    request: IncomingMessage,
    seen: SeenRequest,
    body: Buffer,
    response: ServerResponse,
    cut: boolean,
  ): void => {
    const { method, key, query } = seen;
    if (OTHER_QUESTIONS.some(name => query.has(name))) throw new Refused('NotImplemented');
    if (key === '' && query.has('location'))
      response.end(`${XML}<LocationConstraint>fr-par</LocationConstraint>`);
    else if (method === 'PUT' && request.headers['x-amz-copy-source'] !== undefined)
      copy(key, request.headers, response);
    else if (method === 'PUT' && key !== '') put(key, request.headers, body, response);
    else if ((method === 'GET' || method === 'HEAD') && key !== '') get(key, request, response, cut);
    else if (method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
    } else if (method === 'POST' && query.has('delete')) removeMany(request.headers, body, response);
    else if (method === 'HEAD') response.end();
    else if (method === 'GET') list(query, response);
    else throw new Refused('NotImplemented');
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = Buffer.concat(await request.toArray());
    received += body.length;
    const { pathname, searchParams: query } = new URL(request.url!, 'http://localhost');
    const [name = '', ...parts] = pathname.slice(1).split('/').map(decodeURIComponent);
    const seen = {
      method: request.method!,
      key: parts.join('/'),
      query,
      headers: request.headers,
      before: requests.length,
    };
    requests.push(seen);
    const refusal = refusalOf(request, body, keys, Date.now() + ahead);
    if (refusal) throw new Refused(refusal);
    if (name !== bucket) throw new Refused('NoSuchBucket');
    const wrong = fault(seen);
    if (wrong && 'status' in wrong) {
      refuse(response, request, wrong.status, wrong.code, wrong.message);
      return;
    }
    if (wrong && 'cut' in wrong && wrong.cut === 'before') {
      response.destroy();
      return;
    }
    if (wrong && 'after' in wrong) await sleep(wrong.after, undefined, { ref: false });
    if (wrong && 'cut' in wrong && wrong.cut === 'after') response.end = () => response.destroy() as never;
    answer(request, seen, body, response, wrong !== null && 'cut' in wrong && wrong.cut === 'within');
  };

  const server = createServer(async (request, response) => {
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    response.on('close', () => {
      atOnce -= 1;
    });
    try {
      await handle(request, response);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refuse(response, request, STATUS_OF[error.code] ?? 403, error.code);
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    keys,
    bucket,
    objects,
    requests,
    received: () => received,
    mostAtOnce: () => mostAtOnce,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function refuse(
  response: ServerResponse,
  request: IncomingMessage,
  status: number,
  code: string,
  message = 'No.',
): void {
  const text = `${XML}<Error><Code>${code}</Code><Message>${toXml(message)}</Message></Error>`;
  response.writeHead(status, {
    'content-type': 'application/xml',
    'content-length': Buffer.byteLength(text),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}

function checkSum(headers: IncomingMessage['headers'], body: Buffer): void {
  const sum = headers['content-md5'];
  if (sum !== undefined && sum !== md5(body).toString('base64')) throw new Refused('BadDigest');
}

function entry(key: string, { bytes, etag, written }: StoredBytes): string {
  return (
    `<Contents><Key>${toXml(key)}</Key><LastModified>${new Date(written).toISOString()}</LastModified>` +
    `<ETag>${toXml(etag)}</ETag><Size>${bytes.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`
  );
}

function md5(bytes: Buffer): Buffer {
  return createHash('md5').update(bytes).digest();
}

function toXml(text: string): string {
  return text.replace(/[&<>"'\r\n]/g, sign => `&#${sign.codePointAt(0)};`);
}

function fromXml(text: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
    name ? names[name]! : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
  );
}
