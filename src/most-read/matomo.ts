// What Matomo counted, by `Actions.getPageUrls` of its « Reporting API ».
import { z } from 'zod';
import { DAY, HOUR } from '../time/durations.ts';
import { zoneOffset } from '../time/zone-offset.ts';
import type { Service, ServiceCount } from './count-by-service.ts';
import { hourOnClocks } from './service-hour.ts';

const rowsSchema = z.array(
  z.object({
    label: z.string(),
    url: z.string().nullish(),
    nb_visits: z.number().nullish(),
    nb_uniq_visitors: z.number().nullish(),
  }),
);
/** Refusals come with the status 200. */
const refusalSchema = z.object({ result: z.literal('error'), message: z.string() });

const MOST_ROWS = 1000;

/**
 * Matomo tells readers of days, not of hours: those of a day are spread evenly over its hours that have begun. Days are those of the place
 * that Matomo knows as the site's.
 */
export const matomo: Service = async ({ server, key, siteId }, { since, now, timeZone }, ask) => {
  const counts: ServiceCount[] = [];
  const dayOf = (instant: number): number => Math.floor((instant + zoneOffset(instant, timeZone)) / DAY);
  for (let day = dayOf(since); day <= dayOf(now); day++) {
    const date = new Date(day * DAY).toISOString().slice(0, 10);
    const reply = await ask({
      method: 'POST',
      url: `${server}/index.php`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      // In the body: addresses stand in logs.
      body: new URLSearchParams({
        module: 'API',
        method: 'Actions.getPageUrls',
        idSite: siteId,
        period: 'day',
        date,
        format: 'JSON',
        flat: '1',
        filter_limit: String(MOST_ROWS),
        filter_sort_column: 'nb_visits',
        filter_sort_order: 'desc',
        token_auth: key,
      }).toString(),
    });
    if (!reply.ok) return reply;
    const refusal = refusalSchema.safeParse(reply.value);
    if (refusal.success)
      return { ok: false, reason: 'credentials', detail: refusal.data.message.replaceAll(key, '•••') };
    const rows = rowsSchema.safeParse(reply.value);
    if (!rows.success) return null;
    const hours = hoursOf(hourOnClocks(day * DAY, timeZone), now);
    for (const { label, url, nb_visits, nb_uniq_visitors } of rows.data) {
      const readers = (nb_uniq_visitors ?? nb_visits ?? 0) / hours.length;
      // Without an address, a row says it without its host.
      const address = url ?? (label.startsWith('/') ? label : `/${label}`);
      for (const hour of hours) counts.push({ hour, address, readers });
    }
  }
  return counts;
};

/** Those of a day that have begun. */
function hoursOf(first: number, now: number): readonly number[] {
  const last = Math.min(first + 23, Math.floor(now / HOUR));
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, index) => first + index);
}
