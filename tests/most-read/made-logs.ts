// Readings to lines of logs, for tests that ask what is counted of them.

export const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0';

export interface Reading {
  /** In ms since 1970. */
  readonly time: number;
  readonly client?: string;
  readonly path?: string;
  readonly agent?: string;
  readonly status?: number;
}

/** What a reading has that does not say it. */
const OF_A_READER = {
  client: '203.0.113.7',
  path: '/chine/2014/05/20/port.html',
  agent: FIREFOX,
  status: 200,
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** As nginx and Apache write it, without the end of the line. */
export function combined(reading: Reading): string {
  const { time, client, path, agent, status } = { ...OF_A_READER, ...reading };
  const [, year, month, day, clock] = /^(\d+)-(\d\d)-(\d\d)T(.{8})/.exec(new Date(time).toISOString())!;
  const stamp = `${day}/${MONTHS[Number(month) - 1]}/${year}:${clock} +0000`;
  return `${client} - - [${stamp}] "GET ${path} HTTP/1.1" ${status} 5120 "-" "${agent}"`;
}

export function caddy(reading: Reading): string {
  const { time, client, path, agent, status } = { ...OF_A_READER, ...reading };
  const request = { client_ip: client, method: 'GET', uri: path, headers: { 'User-Agent': [agent] } };
  return JSON.stringify({ level: 'info', ts: time / 1000, request, status });
}

export const FIELDS_LINE =
  '#Version: 1.0\n#Fields: date time c-ip cs-method cs-uri-stem sc-status cs(User-Agent)';

/** Below `FIELDS_LINE`. */
export function cloudfront(reading: Reading): string {
  const { time, client, path, agent, status } = { ...OF_A_READER, ...reading };
  const [date, clock] = new Date(time).toISOString().slice(0, 19).split('T');
  return [date, clock, client, 'GET', path, status, encodeURIComponent(agent)].join('\t');
}

export function logpush(reading: Reading): string {
  const { time, client, path, agent, status } = { ...OF_A_READER, ...reading };
  return JSON.stringify({
    ClientIP: client,
    ClientRequestMethod: 'GET',
    ClientRequestURI: path,
    ClientRequestUserAgent: agent,
    EdgeResponseStatus: status,
    EdgeStartTimestamp: new Date(time).toISOString(),
  });
}
