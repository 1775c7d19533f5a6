// A code of present weather becomes a sky: WMO table 4677 (Manual on Codes, WMO-No. 306, volume I.1), whole, with ranges where codes mean the same to readers.
import type { Sky } from '../site/skies.ts';

/**
 * Per range the last code and its sky, in order. Of 0 to 3 the meaning is Open-Meteo's (how much of the sky is clouded), since the table's own (how clouds
 * have changed) tells nothing of the sky. Of 20 to 29 and 91 to 94, weather of the hour before, it is that weather.
 */
const RANGES: readonly (readonly [last: number, sky: Sky])[] = [
  [0, 'clear'],
  [1, 'partly-cloudy'],
  [2, 'cloudy'],
  [3, 'overcast'],
  [4, 'smoke'],
  [5, 'haze'],
  [8, 'dust'],
  [9, 'sandstorm'],
  [10, 'mist'],
  [12, 'fog-patches'],
  [13, 'thunderstorm-risk'],
  // Within sight, not at the station.
  [16, 'light-showers'],
  [17, 'thunderstorm'],
  [18, 'wind'],
  [19, 'tornado'],
  [20, 'drizzle'],
  [21, 'rain'],
  [22, 'snow'],
  [23, 'sleet'],
  [24, 'freezing-rain'],
  [25, 'showers'],
  [26, 'snow-showers'],
  [27, 'hail'],
  [28, 'fog'],
  [29, 'thunderstorm'],
  [35, 'sandstorm'],
  [39, 'blowing-snow'],
  [41, 'fog-patches'],
  [47, 'fog'],
  [49, 'freezing-fog'],
  [55, 'drizzle'],
  [57, 'freezing-drizzle'],
  // Drizzle and rain.
  [58, 'light-rain'],
  [59, 'rain'],
  [61, 'light-rain'],
  [63, 'rain'],
  [65, 'heavy-rain'],
  [67, 'freezing-rain'],
  [69, 'sleet'],
  [71, 'light-snow'],
  [73, 'snow'],
  [75, 'heavy-snow'],
  [76, 'ice-crystals'],
  [77, 'snow-grains'],
  [78, 'light-snow'],
  [79, 'ice-pellets'],
  [80, 'light-showers'],
  [81, 'showers'],
  [82, 'heavy-showers'],
  [84, 'sleet-showers'],
  [86, 'snow-showers'],
  [88, 'small-hail'],
  [90, 'hail'],
  [92, 'thundery-rain'],
  [94, 'thundersnow'],
  [95, 'thunderstorm'],
  [96, 'thunderstorm-hail'],
  [98, 'thunderstorm'],
  [99, 'thunderstorm-hail'],
];

/** The sky of a code from 0 to 99; null for what is no such code. */
export function skyOfWmoCode(code: number): Sky | null {
  if (!Number.isInteger(code) || code < 0) return null;
  return RANGES.find(([last]) => code <= last)?.[1] ?? null;
}
