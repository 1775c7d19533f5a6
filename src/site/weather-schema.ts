// `_data/weather.json` to the weather of each city: the days from the reading on, each with its sky and temperatures.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';
import { dayMistake } from '../time/date-mistake.ts';
import { dateSchema } from '../time/date-schema.ts';
import { SKIES } from './site.ts';
import { slugSchema } from './slug-schema.ts';
import { textSchema } from './text-schema.ts';
import { uniqueSlugs } from './unique-slugs.ts';

/** As far as forecasts go that are worth the name. */
const MOST_DAYS = 16;

/** Degrees Celsius; no weather station has ever read −90 or 60 (WMO, World Weather and Climate Extremes Archive). */
const temperature = z.int().min(-90).max(60);

function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Quotes around a number would not make a day of it. */
function numberForDay({ input }: { input?: unknown }): string | undefined {
  return typeof input === 'number' || typeof input === 'boolean' ? dayMistake(String(input)) : undefined;
}

const calendarDay = z.string({ error: numberForDay }).refine(isCalendarDay, {
  error: ({ input }) => dayMistake(String(input)),
  params: breaks('bad-day'),
});

/** Runs on days that have other mistakes too. */
function isHighAboveLow(day: unknown): boolean {
  if (typeof day !== 'object' || day === null) return true;
  const { high, low } = day as { readonly high?: unknown; readonly low?: unknown };
  return typeof high !== 'number' || typeof low !== 'number' || high >= low;
}

const dayForecast = z
  .strictObject({ day: calendarDay, sky: z.enum(SKIES), high: temperature, low: temperature })
  .refine(isHighAboveLow, {
    path: ['high'],
    message: 'Le maximum est plus bas que le minimum ; échangez « high » et « low », ou corrigez-les.',
    params: breaks('high-below-low'),
    when: () => true,
  });

/** One problem for each day that is not later than the one before it. Runs on lists that have other mistakes too. */
function increasingDays(days: unknown, context: z.RefinementCtx): void {
  if (!Array.isArray(days)) return;
  let last = '';
  for (const [index, item] of days.entries()) {
    const day: unknown = typeof item === 'object' && item !== null ? item.day : undefined;
    if (typeof day !== 'string' || !isCalendarDay(day)) continue;
    if (day <= last) {
      context.addIssue({
        code: 'custom',
        path: [index, 'day'],
        message: `Le jour « ${day} » ne suit pas « ${last} » ; mettez les jours dans l’ordre, chacun une fois.`,
        params: breaks('day-order'),
      });
    } else last = day;
  }
}

const city = z.strictObject({
  slug: slugSchema,
  name: textSchema(60),
  days: z
    .array(dayForecast)
    .min(1)
    .max(MOST_DAYS)
    .superRefine(increasingDays, { when: () => true }),
});

/**
 * What `_data/weather` says.
 * @param timeZone the site's zone, for a date without an offset.
 */
export function weatherSchema(timeZone: string) {
  return z.strictObject({
    date: dateSchema(timeZone),
    source: textSchema(100),
    cities: z
      .array(city)
      .min(1)
      .superRefine(uniqueSlugs, { when: () => true }),
  });
}
