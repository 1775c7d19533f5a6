// Cities become MET Norway's forecasts (Locationforecast 2.0, api.met.no/weatherapi/locationforecast/2.0/documentation): one a request.
import type { JsonReply } from '../asking/ask-for-json.ts';
import { censor } from '../asking/without-secrets.ts';
import type { Instant } from '../time/instant.ts';
import { ask, isOfAll } from './ask.ts';
import { zoneNear } from './city-zone.ts';
import { daysOfSeries } from './met-days.ts';
import { metForecastSchema } from './met-forecast-schema.ts';
import { isNear } from './plausible.ts';
import {
  type Answer,
  type AskingTools,
  type CityToAsk,
  type Failure,
  type Forecast,
  type Forecasts,
  failure,
  type WeatherProvider,
} from './provider.ts';
import { MET_NORWAY } from './sources.ts';

export interface MetNorwayOptions {
  /** `https://api.met.no/weatherapi/locationforecast/2.0/complete`; `compact` has no highest and lowest temperatures of six hours. */
  readonly url: string;
  /** Names the portal, and how to reach whoever runs it: others are refused. */
  readonly userAgent: string;
  /** Of cities of which nobody has said theirs; IANA name. */
  readonly portalZone: string;
}

/** More are refused, so that neighbours share the provider's cache. */
const DECIMALS = 4;

/** Of what was asked for there will soon be no more. */
const DEPRECATED = 203;

export function metNorway(options: MetNorwayOptions): WeatherProvider {
  return {
    source: MET_NORWAY,
    async forecasts(cities, tools): Promise<Forecasts> {
      const answers = new Map<string, Answer>();
      let deprecated = false;
      let ofAll: Failure | null = null;
      for (const city of cities) {
        if (ofAll !== null) {
          answers.set(city.slug, ofAll);
          continue;
        }
        const timeZone = city.timeZone ?? zoneNear(city.longitude, options.portalZone, tools.pace.now());
        // Days that end at another midnight are no help.
        const known = city.known?.timeZone === timeZone ? city.known : null;
        const reply = await askFor(city, known, options, tools);
        if (reply.ok) deprecated ||= reply.status === DEPRECATED;
        else if (isOfAll(reply)) ofAll = reply;
        answers.set(city.slug, reply.ok ? answerOf(reply, city, known, timeZone) : reply);
      }
      return { cities: answers, deprecated };
    },
  };
}

type Known = CityToAsk['known'];

function askFor(
  { latitude, longitude }: CityToAsk,
  known: Known,
  { url, userAgent }: MetNorwayOptions,
  tools: AskingTools,
): Promise<JsonReply | Failure> {
  const since = known?.lastModified ?? null;
  const question = {
    url: `${url}?lat=${Number(latitude.toFixed(DECIMALS))}&lon=${Number(longitude.toFixed(DECIMALS))}`,
    headers: {
      accept: 'application/json',
      'user-agent': userAgent,
      ...(since === null ? {} : { 'if-modified-since': since }),
    },
    clean: censor([]),
  };
  return ask(question, tools);
}

function answerOf(
  { status, headers, json }: JsonReply,
  city: CityToAsk,
  known: Known,
  timeZone: string,
): Answer {
  const said = { notBefore: instantIn(headers, 'expires'), lastModified: headers.get('last-modified') };
  if (status === 304) {
    if (known === null) return failure('not-understood', 'HTTP 304');
    return {
      ok: true,
      forecast: { ...known, ...said, lastModified: said.lastModified ?? known.lastModified },
    };
  }
  const checked = metForecastSchema.safeParse(json);
  if (!checked.success) return failure('not-understood', checked.error.issues[0]?.path.join('.'));
  const { geometry, properties } = checked.data;
  const [longitude, latitude] = geometry.coordinates;
  if (!isNear({ latitude, longitude }, city)) return failure('missing', `${latitude}, ${longitude}`);
  const days = daysOfSeries(properties.timeseries, timeZone);
  if (days === null) return failure('absurd');
  return { ok: true, forecast: { days: withEarlierHours(days, known), timeZone, ...said } };
}

function instantIn(headers: Headers, name: string): Instant | null {
  const instant = Date.parse(headers.get(name) ?? '');
  return Number.isNaN(instant) ? null : instant;
}

/** The forecast begins at the present hour: what was said this morning of the present day is kept. */
function withEarlierHours(days: Forecast['days'], known: Known): Forecast['days'] {
  const [first, ...others] = days;
  const before = known?.days.find(({ day }) => day === first?.day);
  if (first === undefined || before === undefined) return days;
  return [
    {
      ...first,
      sky: before.sky,
      high: Math.max(first.high, before.high),
      low: Math.min(first.low, before.low),
    },
    ...others,
  ];
}
