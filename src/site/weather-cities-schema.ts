// `weatherCities` in `_data/site`: each city is a place that our maps know, or one whose coordinates are given.
import { z } from 'zod';
import { problemMessages } from '../locale/problem-messages.ts';
import { findPlace, namesakes, placeNames } from '../map/gazetteer.ts';
import { breaks, type Rule } from '../problem/rule.ts';
import { closestWord } from '../source/closest-word.ts';
import { latitudeSchema, longitudeSchema } from './degrees-schema.ts';
import type { WeatherCity } from './site.ts';
import { nameForFields, slugSchema } from './slug-schema.ts';
import { textSchema } from './text-schema.ts';
import { timeZoneSchema } from './time-zone-schema.ts';
import { uniqueSlugs } from './unique-slugs.ts';

/** More than any portal shows; each is asked for every hour. */
const MOST_CITIES = 200;

/** How the city's place is called, where the portal calls it otherwise: « Pékin » for « Beijing ». */
const place = z
  .string()
  .transform(text => text.trim())
  .pipe(z.string().min(1).max(80));

const fields = z.strictObject(
  {
    slug: slugSchema,
    name: textSchema(60),
    place: place.optional(),
    latitude: latitudeSchema.optional(),
    longitude: longitudeSchema.optional(),
    timeZone: timeZoneSchema.nullable().default(null),
  },
  { error: nameForFields('name') },
);

type Fields = z.infer<typeof fields>;

const city = fields.transform((typed, context): WeatherCity => {
  const { slug, name, timeZone } = typed;
  const found = placeOf(typed);
  if ('latitude' in found)
    return { slug, name, latitude: found.latitude, longitude: found.longitude, timeZone };
  const { path, rule, message } = found;
  context.addIssue({ code: 'custom', path, params: breaks(rule), message });
  return z.NEVER;
});

interface Mistake {
  readonly path: string[];
  readonly rule: Rule;
  readonly message: string;
}

function placeOf({
  name,
  place,
  latitude,
  longitude,
}: Fields): Mistake | Pick<WeatherCity, 'latitude' | 'longitude'> {
  if (latitude !== undefined && longitude !== undefined) return { latitude, longitude };
  if (latitude !== undefined || longitude !== undefined) {
    const [given, missing] = latitude === undefined ? ['longitude', 'latitude'] : ['latitude', 'longitude'];
    return {
      path: [given],
      rule: 'bad-coordinates',
      message: problemMessages.halfCoordinates(missing),
    };
  }
  const wanted = place ?? name;
  const path = [place === undefined ? 'name' : 'place'];
  const meant = namesakes(wanted);
  if (meant.length > 1) {
    const message = problemMessages.ambiguousCity(
      wanted,
      meant.map(({ writing }) => writing),
    );
    return { path, rule: 'ambiguous-place', message };
  }
  const found = findPlace(wanted);
  if (found !== null) return found;
  const closest = closestWord(wanted, placeNames);
  const hint = closest === null ? '' : problemMessages.didYouMean(closest);
  return { path, rule: 'unknown-place', message: problemMessages.unknownCity(wanted, hint) };
}

/** In the order in which readers find them; the first is shown until a reader chooses another. */
export const weatherCitiesSchema: z.ZodType<readonly WeatherCity[]> = z
  .array(city)
  .max(MOST_CITIES)
  .superRefine(uniqueSlugs, { when: () => true });
