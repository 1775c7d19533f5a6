// A line of a combined log, as nginx and Apache write it, becomes its parts. Bytes are looked at where they lie: logs have millions of lines.
import { isGiven, LINE, type LineKind, type LineParts } from './log-line.ts';
import { readNumber, timeInBrackets } from './log-time.ts';

const SPACE = 0x20;
const QUOTE = 0x22;
const HASH = 0x23;
const QUESTION = 0x3f;
const BRACKET = 0x5b;
const BACKSLASH = 0x5c;

/** `[20/May/2014:15:30:00 +0800]` */
const TIME_LENGTH = 28;

/**
 * `1.2.3.4 - frank [20/May/2014:15:30:00 +0800] "GET /a.html HTTP/1.1" 200 2326 "https://…" "Mozilla/5.0 …"`, and whatever follows. Apache's
 * `vhost_combined` has the name of a site before it. Both servers write `"` and `\` within quotes with a backslash (nginx as `\x22`), so a
 * quote without one ends what is quoted: mod_log_config, « Format Notes »; ngx_http_log_module, `escape=default`.
 */
export function combinedLine(bytes: Buffer, start: number, end: number, line: LineParts): LineKind {
  const bracket = findTime(bytes, start, end);
  if (bracket === -1) return LINE.malformed;
  const request = bracket + TIME_LENGTH + 2;
  if (bytes[request - 1] !== QUOTE || request >= end) return LINE.malformed;
  const requestEnd = quoteFrom(bytes, request, end);
  if (requestEnd === -1 || bytes[requestEnd + 1] !== SPACE) return LINE.malformed;
  const status = readNumber(bytes, requestEnd + 2, 3);
  if (!(status >= 0) || bytes[requestEnd + 5] !== SPACE) return LINE.malformed;
  line.time = timeInBrackets(bytes, bracket);
  if (Number.isNaN(line.time)) return LINE.malformed;
  if (!isGiven(status) || !isGet(bytes, request)) return LINE.passed;
  line.bytes = bytes;
  if (!findClient(bytes, start, bracket, line)) return LINE.malformed;
  line.targetStart = request + 4;
  line.targetEnd = targetEnd(bytes, request + 4, requestEnd);
  // The length of the answer, then the page from which the reader came.
  const referrer = bytes.indexOf(QUOTE, requestEnd + 6);
  const referrerEnd = referrer === -1 ? -1 : quoteFrom(bytes, referrer + 1, end);
  if (referrerEnd === -1 || bytes[referrerEnd + 2] !== QUOTE) return LINE.malformed;
  line.agentStart = referrerEnd + 3;
  line.agentEnd = quoteFrom(bytes, line.agentStart, end);
  return line.agentEnd === -1 ? LINE.malformed : LINE.read;
}

/** Where the time in brackets begins; -1: nowhere. A name that somebody typed to come in may have brackets of its own. */
function findTime(bytes: Buffer, start: number, end: number): number {
  for (let at = start; at + TIME_LENGTH < end; at++) {
    if (bytes[at] !== BRACKET || bytes[at + 27] !== 0x5d) continue;
    if (bytes[at + 3] === 0x2f && bytes[at + 7] === 0x2f && bytes[at + 12] === 0x3a) return at;
  }
  return -1;
}

/** The quote without a backslash; -1: there is none. */
function quoteFrom(bytes: Buffer, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at;
    if (byte === BACKSLASH) at++;
  }
  return -1;
}

function isGet(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x47 && bytes[at + 1] === 0x45 && bytes[at + 2] === 0x54 && bytes[at + 3] === SPACE;
}

/** Up to a question, to a part of the page, or to the name of the protocol, which the oldest form of requests does not have. */
function targetEnd(bytes: Buffer, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === SPACE || byte === QUESTION || byte === HASH) return at;
  }
  return end;
}

/** The first word that begins as an address, of two: before it may stand a site's name. */
function findClient(bytes: Buffer, start: number, end: number, line: LineParts): boolean {
  let from = start;
  for (let word = 0; word < 2; word++) {
    let to = from;
    while (to < end && bytes[to] !== SPACE && bytes[to] !== 0x2c) to++;
    if (beginsAsAddress(bytes, from, to)) {
      line.clientStart = from;
      line.clientEnd = to;
      return true;
    }
    from = to + 1;
  }
  return false;
}

/** Of IPv4, digits and points; of IPv6, a colon behind what is a hexadecimal number. */
function beginsAsAddress(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === 0x3a) return at === from || bytes.indexOf(0x3a, at + 1) < to;
    if (byte === 0x2e) return at > from && isDigit(bytes[from]!) && isDigit(bytes[to - 1]!);
    if (byte === BRACKET && at === from) continue;
    if (!isDigit(byte) && !((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66)) return false;
  }
  return false;
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
