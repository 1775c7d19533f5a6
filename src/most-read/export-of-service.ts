// What a service gives to whoever exports its counts, as files, becomes readers by hours: the same as by its interface, without a key.
import { createReadStream, statSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { z } from 'zod';
import type { AudienceService } from '../site/audience-services.ts';
import { DAY, HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { zoneOffset } from '../time/zone-offset.ts';
import type { ServiceCount, ServicePeriod } from './count-by-service.ts';
import { csvRecords } from './csv-records.ts';
import { hourOnClocks } from './service-hour.ts';
import { unpack } from './unpack.ts';

export interface Export {
  readonly counts: readonly ServiceCount[];
  /** Of the newest reading that may be among those counted; -Infinity: there is none. */
  readonly newest: Instant;
}

/** null: the file is not what this service exports. */
type ExportReader = (path: string, period: ServicePeriod) => Promise<Export | null>;

/** Of each service the file that tells pages and times. It may be packed by gzip or zstd. Rejects with the system's error when it can't be read. */
export const EXPORTS: Readonly<Record<AudienceService, ExportReader>> = {
  /** `imported_pages_….csv` of the archive (« Export stats »): readers of each page and day. */
  async plausible(path, period) {
    const counts: ServiceCount[] = [];
    const until = writtenBy(path, period.now);
    let newest = Number.NEGATIVE_INFINITY;
    const isTable = await eachRow(path, ['date', 'page', 'visitors'], ([date, address, visitors]) => {
      const day = Date.parse(`${date}T00:00:00Z`);
      const hours = hoursOfDay(day, until, period);
      for (const hour of hours)
        counts.push({ hour, address: address!, readers: Number(visitors) / hours.length });
      if (hours.length > 0) newest = Math.max(newest, Math.min(until, (hours.at(-1)! + 1) * HOUR));
    });
    return isTable ? { counts, newest } : null;
  },

  /** `….csv.gz` of « Export »: a row a page view. A session counts once a day for a page, in the hour in which it came first. */
  async goatcounter(path, { since, now, timeZone }) {
    const first = new Map<string, Instant>();
    let newest = Number.NEGATIVE_INFINITY;
    let nameless = 0;
    const wanted = ['Path', 'Event', 'Session', 'Bot', 'Date'];
    const isTable = await eachRow(path, wanted, ([address, event, session, bot, date]) => {
      const time = Date.parse(date!);
      if (Number.isNaN(time) || time >= now || time < since - DAY) return;
      if (/^(?:true|1)$/i.test(event!) || Number(bot) > 0) return;
      newest = Math.max(newest, time);
      const day = Math.floor((time + zoneOffset(time, timeZone)) / DAY);
      const key = `${session || `?${nameless++}`}\n${day}\n${address}`;
      first.set(key, Math.min(first.get(key) ?? time, time));
    });
    if (!isTable) return null;
    const counts = [...first].map(([key, time]) => ({
      hour: Math.floor(time / HOUR),
      address: key.slice(key.indexOf('\n', key.indexOf('\n') + 1) + 1),
      readers: 1,
    }));
    return { counts, newest };
  },

  /** JSON of « Pages » by days (`Actions.getPageUrls`, `period=day`, `date=last2`, `flat=1`): rows under the day that they are of. */
  async matomo(path, period) {
    const json = parsed(await textOf(path));
    const days = matomoSchema.safeParse(json);
    if (!days.success) return null;
    const until = writtenBy(path, period.now);
    const counts: ServiceCount[] = [];
    let newest = Number.NEGATIVE_INFINITY;
    for (const [date, rows] of Object.entries(days.data)) {
      const hours = hoursOfDay(Date.parse(`${date}T00:00:00Z`), until, period);
      if (hours.length > 0) newest = Math.max(newest, Math.min(until, (hours.at(-1)! + 1) * HOUR));
      for (const { label, url, nb_visits, nb_uniq_visitors } of rows) {
        const readers = (nb_uniq_visitors ?? nb_visits ?? 0) / hours.length;
        const address = url ?? (label.startsWith('/') ? label : `/${label}`);
        for (const hour of hours) counts.push({ hour, address, readers });
      }
    }
    return { counts, newest };
  },
};

const matomoSchema = z.record(
  z.string().regex(/^\d{4}-\d\d-\d\d$/),
  z.array(
    z.object({
      label: z.string(),
      url: z.string().nullish(),
      nb_visits: z.number().nullish(),
      nb_uniq_visitors: z.number().nullish(),
    }),
  ),
);

/** Nothing in an export happened after it was made. */
function writtenBy(path: string, now: Instant): Instant {
  return Math.min(now, statSync(path).mtimeMs);
}

/**
 * Services tell some counts by days: these are spread evenly over the hours of the day that had begun. None of a day before the period.
 * @param day at midnight by the clocks of the portal's place, as an instant that they would show in UTC.
 */
function hoursOfDay(day: number, until: Instant, { since, timeZone }: ServicePeriod): readonly number[] {
  if (Number.isNaN(day)) return [];
  const first = hourOnClocks(day, timeZone);
  const last = Math.min(hourOnClocks(day + DAY, timeZone) - 1, Math.ceil(until / HOUR) - 1);
  const hours = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return (last + 1) * HOUR <= since ? [] : hours;
}

/** Gives the fields of each row that are `wanted`, in that order. @returns whether the table has them all. */
async function eachRow(
  path: string,
  wanted: readonly string[],
  onRow: (fields: readonly string[]) => void,
): Promise<boolean> {
  let places: readonly number[] | null = null;
  const reader = csvRecords(record => {
    // GoatCounter's first name begins with the version of the form.
    places ??= wanted.map(name => record.findIndex(field => field.replace(/^\ufeff?\d*/, '') === name));
    if (places.includes(-1) || record.length <= Math.max(...places)) return;
    const fields = places.map(place => record[place]!);
    if (fields[0] !== wanted[0] && !/^\d+Path$/.test(fields[0]!)) onRow(fields);
  });
  const decoder = new StringDecoder('utf8');
  await unpack(createReadStream(path), piece => reader.push(decoder.write(piece)));
  reader.end();
  return places !== null && !(places as readonly number[]).includes(-1);
}

/** In bytes. */
const LONGEST_JSON = 64 * 1024 * 1024;

async function textOf(path: string): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  await unpack(createReadStream(path), piece => {
    length += piece.length;
    if (length <= LONGEST_JSON) pieces.push(Buffer.from(piece));
  });
  return length > LONGEST_JSON ? '' : Buffer.concat(pieces).toString();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
