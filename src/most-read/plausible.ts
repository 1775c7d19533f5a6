// What Plausible counted, by its « Stats API v2 ».
import { z } from 'zod';
import type { Service, ServiceCount } from './count-by-service.ts';
import { hourOnClocks } from './service-hour.ts';

const replySchema = z.object({
  results: z.array(
    z.object({ metrics: z.tuple([z.number()]), dimensions: z.tuple([z.string(), z.string()]) }),
  ),
});

/** As many as Plausible gives at once; those with the most readers come first. */
const MOST_ROWS = 10_000;

export const plausible: Service = async ({ server, key, siteId }, { since, now, timeZone }, ask) => {
  const reply = await ask({
    method: 'POST',
    url: `${server}/api/v2/query`,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      site_id: siteId,
      metrics: ['visitors'],
      date_range: [new Date(since).toISOString(), new Date(now).toISOString()],
      dimensions: ['time:hour', 'event:page'],
      order_by: [['visitors', 'desc']],
      pagination: { limit: MOST_ROWS, offset: 0 },
    }),
  });
  if (!reply.ok) return reply;
  const read = replySchema.safeParse(reply.value);
  if (!read.success) return null;
  return read.data.results.flatMap(({ metrics: [readers], dimensions: [time, address] }): ServiceCount[] => {
    const hour = hourOf(time, timeZone);
    return hour === null ? [] : [{ hour, address, readers }];
  });
};

/** `2014-05-20 15:00:00`, by the clocks of the place that Plausible knows as the site's. */
function hourOf(text: string, timeZone: string): number | null {
  const onClocks = Date.parse(`${text.replace(' ', 'T')}Z`);
  return Number.isNaN(onClocks) ? null : hourOnClocks(onClocks, timeZone);
}
