// What is read of a forecast of MET Norway (api.met.no/doc/ForecastJSON): instants, and what one, six and twelve hours from each are like.
import { z } from 'zod';

const period = z.object({
  summary: z.object({ symbol_code: z.string() }).optional(),
  details: z
    .object({ air_temperature_max: z.number().optional(), air_temperature_min: z.number().optional() })
    .optional(),
});

const step = z.object({
  time: z.iso.datetime(),
  data: z.object({
    instant: z.object({ details: z.object({ air_temperature: z.number() }) }),
    next_1_hours: period.optional(),
    next_6_hours: period.optional(),
    next_12_hours: period.optional(),
  }),
});

export const metForecastSchema = z.object({
  geometry: z.object({ coordinates: z.tuple([z.number(), z.number()], z.number()) }),
  properties: z.object({
    meta: z.object({ units: z.object({ air_temperature: z.literal('celsius') }) }),
    timeseries: z.array(step),
  }),
});

export type MetStep = z.infer<typeof step>;
export type MetPeriod = z.infer<typeof period>;
