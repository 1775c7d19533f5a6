// A line of CloudFront's standard log becomes its parts. Which fields stands at the head of each file.
import { isGiven, LINE, type LineKind, type LineParser, type LineParts } from './log-line.ts';
import { timeOf } from './log-time.ts';

const FIELDS_LINE = /^#Fields:\s*(.*)$/;
const LONGEST_PART = 8192;

/** Where in a line each part stands; -1: nowhere. */
interface Places {
  readonly date: number;
  readonly time: number;
  readonly timestamp: number;
  readonly client: number;
  readonly method: number;
  readonly target: number;
  readonly status: number;
  readonly agent: number;
}

/** Whether a line says which fields follow, and all that are needed are among them. */
export function namesFields(line: string): boolean {
  const places = placesIn(line);
  return places !== null && hasAll(places);
}

/**
 * Fields are divided by tabs, their names in `#Fields` by spaces; times are in UTC (« Standard logging reference » of its developer guide).
 * Signs that could break a line are written as in addresses, and in what was logged before 2021 a second time over (`%2520`).
 */
export function cloudfrontLine(): LineParser {
  const parts = Buffer.alloc(3 * LONGEST_PART);
  let places: Places | null = null;
  return (bytes, start, end, into): LineKind => {
    const text = bytes.toString('latin1', start, end);
    if (text.startsWith('#')) {
      const found = placesIn(text);
      if (found !== null) places = hasAll(found) ? found : null;
      into.time = Number.NaN;
      return LINE.passed;
    }
    return places === null ? LINE.malformed : kindOf(text.split('\t'), places, parts, into);
  };
}

function placesIn(line: string): Places | null {
  const names = FIELDS_LINE.exec(line)?.[1]?.trim().split(/\s+/);
  if (names === undefined) return null;
  const place = (name: string): number => names.indexOf(name);
  return {
    date: place('date'),
    time: place('time'),
    timestamp: Math.max(place('timestamp'), place('timestamp(ms)')),
    client: place('c-ip'),
    method: place('cs-method'),
    target: place('cs-uri-stem'),
    status: place('sc-status'),
    agent: place('cs(User-Agent)'),
  };
}

function hasAll({ date, time, timestamp, ...others }: Places): boolean {
  return ((date !== -1 && time !== -1) || timestamp !== -1) && Object.values(others).every(at => at !== -1);
}

function kindOf(fields: readonly string[], places: Places, parts: Buffer, into: LineParts): LineKind {
  into.time =
    places.date !== -1 && places.time !== -1
      ? timeOf(`${fields[places.date]}T${fields[places.time]}Z`)
      : timeOf(fields[places.timestamp]);
  const [method, target, client] = [fields[places.method], fields[places.target], fields[places.client]];
  const agent = fields[places.agent];
  const status = fields[places.status] ?? '';
  if (Number.isNaN(into.time) || !/^\d{3}$/.test(status)) return LINE.malformed;
  if (method === undefined || target === undefined || client === undefined || agent === undefined)
    return LINE.malformed;
  if (!isGiven(Number(status)) || method !== 'GET') return LINE.passed;
  into.bytes = parts;
  into.clientStart = 0;
  into.clientEnd = parts.write(client, 0, LONGEST_PART, 'latin1');
  into.targetStart = LONGEST_PART;
  into.targetEnd = LONGEST_PART + parts.write(target, LONGEST_PART, LONGEST_PART, 'latin1');
  into.agentStart = 2 * LONGEST_PART;
  into.agentEnd = 2 * LONGEST_PART + parts.write(plain(plain(agent)), 2 * LONGEST_PART, LONGEST_PART, 'utf8');
  return LINE.read;
}

/** Without escapes, where they are such as stand in addresses. */
function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
