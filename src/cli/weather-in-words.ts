// What became of the weather, in lines for a terminal: what is done, and what failed.
import type { PrintStyle } from '../locale/print-style.ts';
import { weatherWords } from '../locale/weather-words.ts';
import type { Instant } from '../time/instant.ts';
import { momentOf } from '../time/moment.ts';
import type { CityOutcome, WeatherOutcome } from '../weather/take-weather.ts';

export interface WeatherSetting {
  /** Where it was written. */
  readonly place: string;
  /** Who was asked. */
  readonly source: string;
  /** The portal's; IANA name. */
  readonly timeZone: string;
  readonly style: PrintStyle;
}

export function weatherInWords(
  { cities, written, damaged, deprecated }: WeatherOutcome,
  { place, source, timeZone, style }: WeatherSetting,
): { readonly done: readonly string[]; readonly failed: readonly string[] } {
  const stamp = (date: Instant): string => momentOf(date, timeZone, style).stamp;
  const shown = cities.filter(({ date }) => date !== null).length;
  return {
    done: [
      ...cities.filter(({ failure }) => failure === null).map(city => doneWords(city)),
      written ? weatherWords.written(place, shown) : weatherWords.unchanged,
    ],
    failed: [
      ...cities.flatMap(({ name, failure, date }) =>
        failure === null
          ? []
          : [weatherWords.failed(name, failure.reason, failure.detail, date === null ? null : stamp(date))],
      ),
      ...(damaged ? [weatherWords.damaged(place)] : []),
      ...(deprecated ? [weatherWords.deprecated(source)] : []),
    ],
  };

  function doneWords({ name, result, date }: CityOutcome): string {
    return result === 'taken'
      ? weatherWords.taken(name, stamp(date!))
      : weatherWords.recent(name, stamp(date!));
  }
}
