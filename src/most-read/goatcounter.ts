// What GoatCounter counted, by `/api/v0/stats/hits` of its interface.
import { z } from 'zod';
import { HOUR } from '../time/durations.ts';
import type { Service, ServiceCount } from './count-by-service.ts';
import { hourOnClocks } from './service-hour.ts';

const replySchema = z.object({
  hits: z
    .array(
      z.object({
        path: z.string(),
        event: z.boolean().nullish(),
        stats: z
          .array(z.object({ day: z.string(), hourly: z.array(z.number()).max(24).nullish() }))
          .nullish(),
      }),
    )
    .nullable(),
});

/** As many as GoatCounter gives at once: those with the most readers. */
const MOST_PATHS = 100;

export const goatcounter: Service = async ({ server, key }, { since, now, timeZone }, ask) => {
  const question = new URLSearchParams({
    start: hourIn(since),
    end: hourIn(now + HOUR),
    limit: String(MOST_PATHS),
  });
  const reply = await ask({
    method: 'GET',
    url: `${server}/api/v0/stats/hits?${question}`,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  });
  if (!reply.ok) return reply;
  const read = replySchema.safeParse(reply.value);
  if (!read.success) return null;
  return (read.data.hits ?? [])
    .filter(({ event }) => event !== true)
    .flatMap(({ path, stats }) =>
      (stats ?? []).flatMap(({ day, hourly }) => countsOfDay(path, day, hourly ?? [], timeZone)),
    );
};

/** Times are rounded to the hour (« start » and « end » of the reference). */
function hourIn(instant: number): string {
  return new Date(Math.floor(instant / HOUR) * HOUR).toISOString().replace('.000', '');
}

/** Days and their hours are by the clocks of the place that GoatCounter knows as the site’s. */
function countsOfDay(
  address: string,
  day: string,
  hourly: readonly number[],
  timeZone: string,
): readonly ServiceCount[] {
  const start = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(start)) return [];
  return hourly.map((readers, hour) => ({
    hour: hourOnClocks(start + hour * HOUR, timeZone),
    address,
    readers,
  }));
}
