// A line of a log in JSON becomes its parts: Caddy's, Cloudflare's Logpush, and any whose fields the site names (Fastly's are an owner's own).
import type { LogFields } from '../site/log-fields-schema.ts';
import { isGiven, LINE, type LineKind, type LineParser, type LineParts } from './log-line.ts';
import { timeOf } from './log-time.ts';

/** Of a name or an address, in bytes: what is longer is cut, and no browser’s or article’s. */
const LONGEST_PART = 4096;
const CURLY = 0x7b;
/** Of what stands before the JSON, in bytes. */
const LONGEST_HEAD = 512;

/** What one line says, by whatever names; nothing of it is checked yet. */
interface Request {
  readonly time: unknown;
  readonly client: unknown;
  readonly method: unknown;
  readonly target: unknown;
  readonly status: unknown;
  readonly agent: unknown;
  /** What a browser says of a page that it fetches before anybody asks for it. */
  readonly purpose: unknown;
}

/** null: the line is of this log, and no request of a reader's. `undefined`: it is of another log. */
type RequestReader = (line: Fields) => Request | null | undefined;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Caddy's access logs (« Structured logging » and the directive `log` of its documentation). `client_ip` is the reader's behind a trusted
 * proxy, and `remote_ip` whoever connected, in versions that have no other. What else the program logs has no `request`.
 */
export const caddyLine = jsonLine(line => {
  if (typeof line.ts === 'undefined') return undefined;
  const request = line.request;
  if (typeof request === 'undefined') return typeof line.level === 'string' ? null : undefined;
  if (!isObject(request) || typeof line.status === 'undefined') return null;
  const headers = isObject(request.headers) ? request.headers : {};
  return {
    time: line.ts,
    client: request.client_ip ?? request.remote_ip,
    method: request.method,
    target: request.uri,
    status: line.status,
    agent: headers['User-Agent'],
    purpose: purposeIn(headers),
  };
});

/**
 * Cloudflare's Logpush, data set « HTTP requests ». Its times are RFC 3339, or seconds or nanoseconds since 1970, as the job's
 * `timestamp_format` has it. Requests that Cloudflare makes itself have another source than `eyeball`.
 */
export const logpushLine = jsonLine(line => {
  const target = line.ClientRequestURI ?? line.ClientRequestPath;
  if (typeof target === 'undefined' || typeof line.ClientIP === 'undefined') return undefined;
  if (typeof line.ClientRequestSource === 'string' && !/^(?:eyeball)?$/.test(line.ClientRequestSource))
    return null;
  return {
    time: line.EdgeStartTimestamp ?? line.EdgeEndTimestamp,
    client: line.ClientIP,
    method: line.ClientRequestMethod,
    target,
    status: line.EdgeResponseStatus,
    agent: line.ClientRequestUserAgent,
    purpose: isObject(line.RequestHeaders) ? purposeIn(line.RequestHeaders) : undefined,
  };
});

/** A log whose fields the site names. Where a log is sent as syslog, something stands before the JSON. */
export function namedFieldsLine(names: LogFields): LineParser {
  return jsonLine(line => {
    const target = fieldOf(line, names.url);
    if (typeof target === 'undefined') return undefined;
    return {
      time: fieldOf(line, names.time),
      client: fieldOf(line, names.client),
      method: fieldOf(line, names.method),
      target,
      status: fieldOf(line, names.status),
      agent: fieldOf(line, names.agent),
      purpose: names.purpose === null ? undefined : fieldOf(line, names.purpose),
    };
  });
}

/** The field of that whole name, or the one to which its parts lead. */
function fieldOf(line: Fields, name: string): unknown {
  if (Object.hasOwn(line, name)) return line[name];
  let value: unknown = line;
  for (const part of name.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** `Sec-Purpose` is of the standard Fetch; older browsers said it by other names. */
const PURPOSES = /^(?:sec-purpose|purpose|x-purpose|x-moz)$/i;

function purposeIn(headers: Fields): unknown {
  for (const name in headers) if (PURPOSES.test(name)) return headers[name];
  return undefined;
}

function jsonLine(requestOf: RequestReader): LineParser {
  // Written over by each line.
  const parts = Buffer.alloc(3 * LONGEST_PART);
  return (bytes, start, end, into): LineKind => {
    const from = bytes.indexOf(CURLY, start);
    if (from === -1 || from >= Math.min(end, start + LONGEST_HEAD)) return LINE.malformed;
    const line = parsed(bytes.toString('utf8', from, end));
    const request = isObject(line) ? requestOf(line) : undefined;
    if (request === undefined) return LINE.malformed;
    into.time = Number.NaN;
    if (request === null) return LINE.passed;
    into.time = timeOf(request.time);
    if (Number.isNaN(into.time)) return LINE.malformed;
    return kindOf(request, parts, into);
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function kindOf(request: Request, parts: Buffer, into: LineParts): LineKind {
  const status = Number(textOf(request.status));
  const method = textOf(request.method);
  if (!(status >= 0) || method === '') return LINE.malformed;
  if (!isGiven(status) || method !== 'GET' || isAhead(request.purpose)) return LINE.passed;
  const [client, target] = [textOf(request.client), textOf(request.target)];
  if (client === '' || target === '') return LINE.malformed;
  into.bytes = parts;
  into.clientStart = 0;
  into.clientEnd = write(client.split(/[\s,]/, 1)[0]!, parts, 0);
  into.targetStart = LONGEST_PART;
  into.targetEnd = write(target.split(/[?#\s]/, 1)[0]!, parts, LONGEST_PART);
  into.agentStart = 2 * LONGEST_PART;
  into.agentEnd = write(textOf(request.agent), parts, 2 * LONGEST_PART);
  return LINE.read;
}

/** A browser fetched the page before anybody asked for it: nobody has read it yet. */
function isAhead(purpose: unknown): boolean {
  return /prefetch|prerender|preview/i.test(textOf(purpose));
}

/** Headers are lists of values. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return textOf(value[0]);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}

function write(text: string, parts: Buffer, at: number): number {
  return at + parts.write(text, at, LONGEST_PART, 'utf8');
}
