// What every provider of forecasts is asked for, and what it answers.
import type { JsonTools } from '../asking/ask-for-json.ts';
import type { DayForecast, WeatherCity } from '../site/site.ts';
import type { Instant } from '../time/instant.ts';
import type { CreditedSource } from './sources.ts';

export interface WeatherProvider {
  /** Whom readers are told of. */
  readonly source: CreditedSource;
  /** Never throws: an answer for each city, by its slug. */
  forecasts(cities: readonly CityToAsk[], tools: AskingTools): Promise<Forecasts>;
}

/** A city, and what the same provider said of the same place before; null: nothing. */
export interface CityToAsk extends WeatherCity {
  readonly known: Omit<Forecast, 'notBefore'> | null;
}

export type AskingTools = JsonTools;

export interface Forecasts {
  readonly cities: ReadonlyMap<string, Answer>;
  /** Whether the provider said that what was asked for will soon be no more. */
  readonly deprecated: boolean;
}

export type Answer = { readonly ok: true; readonly forecast: Forecast } | Failure;

export interface Forecast {
  /** Oldest first; the first may have passed. */
  readonly days: readonly DayForecast[];
  /** IANA name, where the days begin and end. */
  readonly timeZone: string;
  /** There is nothing new before; null: nothing was said. */
  readonly notBefore: Instant | null;
  /** As it was sent; null: it was not. */
  readonly lastModified: string | null;
}

export interface Failure {
  readonly ok: false;
  readonly reason: FailureReason;
  /** In the provider's words or in figures; no secret, and perhaps nothing. */
  readonly detail: string;
  /** It was said to come back no sooner. */
  readonly notBefore: Instant | null;
}

export type FailureReason =
  /** It does not answer, not in time, or with a failure of its own. */
  | 'unreachable'
  /** More than it answers in this time. */
  | 'limit'
  /** No key, a wrong one, or a client that it does not want. */
  | 'refused'
  /** The request itself is wrong in its eyes. */
  | 'bad-request'
  /** A page, or data of another form. */
  | 'not-understood'
  /** The answer has nothing of this city, or something of another place. */
  | 'missing'
  /** Temperatures or codes of no weather on Earth. */
  | 'absurd'
  /** The hours of another part of the world. */
  | 'zone'
  /** It tells of other days. */
  | 'no-today'
  /** The time that one command may take was over before. */
  | 'late';

export function failure(reason: FailureReason, detail = '', notBefore: Instant | null = null): Failure {
  return { ok: false, reason, detail, notBefore };
}
