// `_data/weather.json` to the weather of each city: when it was taken, and the days from then on, each with its sky and temperatures.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';
import { dayMistake } from '../time/date-mistake.ts';
import { dateSchema } from '../time/date-schema.ts';
import { latitudeSchema, longitudeSchema } from './degrees-schema.ts';
import type { Weather } from './site.ts';
import { SKIES } from './skies.ts';
import { slugSchema } from './slug-schema.ts';
import { textSchema } from './text-schema.ts';
import { timeZoneSchema } from './time-zone-schema.ts';
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
  .strictObject({
    day: calendarDay,
    sky: z.enum(SKIES),
    night: z.enum(SKIES).nullable().default(null),
    high: temperature,
    low: temperature,
  })
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

/** A whole `Last-Modified` has 29 characters. */
const LONGEST_STAMP = 40;

function cityOf(timeZone: string) {
  return z.strictObject({
    slug: slugSchema,
    name: textSchema(60),
    date: dateSchema(timeZone).optional(),
    source: textSchema(100).optional(),
    timeZone: timeZoneSchema.optional(),
    days: z
      .array(dayForecast)
      .min(1)
      .max(MOST_DAYS)
      .superRefine(increasingDays, { when: () => true }),
    asked: z
      .strictObject({
        latitude: latitudeSchema,
        longitude: longitudeSchema,
        notBefore: dateSchema(timeZone).nullable().default(null),
        lastModified: z.string().max(LONGEST_STAMP).nullable().default(null),
      })
      .nullable()
      .default(null),
  });
}

/**
 * What `_data/weather` says. A city has the date and the source of the whole unless it has its own.
 * @param timeZone the site's zone, for a date without an offset, and for days of a city that has no zone of its own.
 */
export function weatherSchema(timeZone: string) {
  return z
    .strictObject({
      date: dateSchema(timeZone),
      source: textSchema(100),
      cities: z
        .array(cityOf(timeZone))
        .min(1)
        .superRefine(uniqueSlugs, { when: () => true }),
    })
    .transform(
      ({ date, source, cities }): Weather => ({
        date: Math.max(...cities.map(city => city.date ?? date)),
        source,
        cities: cities.map(city => ({ date, source, timeZone, ...definedFields(city) })),
      }),
    );
}

/** A field that is left out does not hide the one that stands for it. */
function definedFields<Fields extends object>(
  fields: Fields,
): { [K in keyof Fields]: Exclude<Fields[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
