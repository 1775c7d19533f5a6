// Lines of logs become the readers that each article had in each hour. Of a reader nothing is kept but a number that means nothing tomorrow.
import { isbot } from 'isbot';
import { DAY, HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { zoneOffset } from '../time/zone-offset.ts';
import { askedArticle, type PresentAddress } from './asked-article.ts';
import { hashBytes, mixed, type TwoHashes } from './byte-hash.ts';
import { bytesTable } from './bytes-table.ts';
import { type Network, readNetwork } from './client-network.ts';
import { emptyLine, LINE, type LineParser } from './log-line.ts';
import { Readings } from './readers.ts';

export interface CountSettings {
  /** No line of this instant or later is counted: it has not happened. */
  readonly now: Instant;
  /** Nor any before this one. */
  readonly since: Instant;
  /** IANA name, by which days end. */
  readonly timeZone: string;
  /** Of the site on its host, or ''. */
  readonly folder: string;
  /** A reader of an old address is one of the article. */
  readonly presentAddress: PresentAddress;
  /** Random: what the salt of each day is made of. It lives as long as this count, in memory alone. */
  readonly secret: readonly [number, number];
}

/** What was met. */
export interface Tally {
  readonly lines: number;
  /** No lines of their format. */
  readonly malformed: number;
  /** Of the future. */
  readonly later: number;
  /** For articles, by readers, several by one included. */
  readonly reads: number;
  /** The instant of the newest line that has happened; -Infinity: there is none. */
  readonly newest: Instant;
}

/** What an hour was like. */
export interface HourCount {
  /** Of that hour, whatever they said. */
  readonly lines: number;
  /** By the articles' addresses: how many readers came to each for the first time that day. */
  readonly readers: ReadonlyMap<string, number>;
}

export interface ReadCounter {
  take(parse: LineParser, bytes: Buffer, start: number, end: number): void;
  /** A line that was too long to be looked at. */
  takeLong(): void;
  tally(): Tally;
  /** By hours since 1970. */
  hours(): ReadonlyMap<number, HourCount>;
}

/** Articles that can be told apart; a site of ours has no more that are read in some days. */
const MOST_ARTICLES = 2 ** 18;
/** More articles of one hour are not told: whatever is read most in a day is among them. */
const MOST_OF_HOUR = 2000;
/** Days are told apart by as many bits as are left in a number of 32. */
const DAYS = 2 ** 13;
/** A day has its first hour in UTC so many hours or fewer before its number says. */
const MOST_AHEAD = 24;

const LONGEST_AGENT = 1024;
const NOT_READER = -1;

export function readCounter(settings: CountSettings, mostReadings?: number): ReadCounter {
  const { now, since, timeZone, folder, presentAddress, secret } = settings;
  const readings = new Readings(mostReadings);
  const line = emptyLine();
  const network: Network = { high: 0, low: 0 };
  const linesOfHours = new Map<number, number>();
  const numbers = new Map<string, number>();
  const articles: string[] = [];
  const nowDay = Math.floor(now / DAY);
  let [lines, malformed, later, reads] = [0, 0, 0, 0];
  let newest = Number.NEGATIVE_INFINITY;
  let hour = Number.NaN;
  let linesOfHour = 0;
  let [day, hourOfDay, firstSalt, secondSalt] = [0, 0, 0, 0];

  const numberOf = (address: string): number => {
    const known = numbers.get(address);
    if (known !== undefined) return known;
    if (articles.length === MOST_ARTICLES) return -1;
    numbers.set(address, articles.length);
    return articles.push(address) - 1;
  };
  const targets = bytesTable((bytes, start, end) => {
    const address = askedArticle(
      Buffer.from(bytes.subarray(start, end)).toString('latin1'),
      folder,
      presentAddress,
    );
    return address === null ? -1 : numberOf(address);
  }, 2 ** 17);
  const agents = bytesTable(agentNumber, 2 ** 15);

  const enterHour = (next: number): void => {
    leaveHour();
    hour = next;
    linesOfHour = linesOfHours.get(hour) ?? 0;
    const start = hour * HOUR;
    day = Math.floor((start + zoneOffset(start, timeZone)) / DAY);
    hourOfDay = hour - (day * 24 - MOST_AHEAD);
    firstSalt = mixed(secret[0] ^ Math.imul(day, 0x9e3779b1));
    secondSalt = mixed(secret[1] ^ Math.imul(day, 0x85ebca6b));
  };
  const leaveHour = (): void => {
    if (!Number.isNaN(hour)) linesOfHours.set(hour, linesOfHour);
  };
  const takeRead = (): void => {
    const agent = agents.get(line.bytes, line.agentStart, line.agentEnd);
    if (agent === NOT_READER) return;
    const article = targets.get(line.bytes, line.targetStart, line.targetEnd);
    if (article === -1) return;
    reads++;
    const { high, low } = network;
    const first = mixed(mixed(mixed(firstSalt ^ high) ^ low) ^ agent);
    const second = mixed(mixed(mixed(secondSalt ^ agent) ^ high) ^ low);
    readings.add(first, second, article * DAYS + (day & (DAYS - 1)), hourOfDay);
  };
  const keyOf = (subject: number, inDay: number): number => {
    const at = wholeDay(subject % DAYS) * 24 - MOST_AHEAD + inDay;
    return at * MOST_ARTICLES + Math.floor(subject / DAYS);
  };
  const wholeDay = (short: number): number => nowDay + 1 - ((nowDay + 1 - short) & (DAYS - 1));

  return {
    take(parse, bytes, start, end) {
      lines++;
      const kind = parse(bytes, start, end, line);
      if (kind === LINE.malformed) {
        malformed++;
        return;
      }
      const { time } = line;
      if (Number.isNaN(time)) return;
      // What is not an address of the internet can't be made a network, so it is nobody that may be counted.
      if (kind === LINE.read && !readNetwork(line.bytes, line.clientStart, line.clientEnd, network)) {
        malformed++;
        return;
      }
      if (time >= now) {
        later++;
        return;
      }
      if (time > newest) newest = time;
      if (time < since) return;
      const next = Math.floor(time / HOUR);
      if (next !== hour) enterHour(next);
      linesOfHour++;
      if (kind === LINE.read) takeRead();
    },
    takeLong() {
      lines++;
      malformed++;
    },
    tally: () => ({ lines, malformed, later, reads, newest }),
    hours() {
      leaveHour();
      const articlesOf = new Map<number, ArticleReaders[]>();
      for (const { key, readers } of readings.counts(keyOf)) {
        const at = Math.floor(key / MOST_ARTICLES);
        const ofHour = articlesOf.get(at) ?? [];
        articlesOf.set(at, ofHour);
        ofHour.push([articles[key % MOST_ARTICLES]!, readers]);
        if (ofHour.length >= 2 * MOST_OF_HOUR) articlesOf.set(at, mostRead(ofHour));
      }
      return new Map(
        [...linesOfHours].map(([at, lines]) => [
          at,
          { lines, readers: new Map(mostRead(articlesOf.get(at) ?? [])) },
        ]),
      );
    },
  };
}

type ArticleReaders = readonly [address: string, readers: number];

function mostRead(articles: readonly ArticleReaders[]): ArticleReaders[] {
  return articles.toSorted(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1)).slice(0, MOST_OF_HOUR);
}

const hashes: TwoHashes = { first: 0, second: 0 };

/** A number for a browser's name; `NOT_READER` for that of a program. Whoever gives none is a program. */
function agentNumber(bytes: Uint8Array, start: number, end: number): number {
  const name = Buffer.from(bytes.subarray(start, Math.min(end, start + LONGEST_AGENT))).toString('latin1');
  if (/^-?\s*$/.test(name) || isbot(name)) return NOT_READER;
  hashBytes(bytes, start, end, hashes);
  return hashes.second >>> 1;
}
