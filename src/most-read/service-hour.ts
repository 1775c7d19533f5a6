// An hour by the clocks of a place, as services tell it, becomes the number of that hour since 1970.
import { HOUR } from '../time/durations.ts';
import { zoneOffset } from '../time/zone-offset.ts';

/**
 * @param onClocks what the clocks show, as an instant that they would show in UTC.
 * @param timeZone IANA name: services tell hours of the place that they know as the site's.
 */
export function hourOnClocks(onClocks: number, timeZone: string): number {
  const guess = onClocks - zoneOffset(onClocks, timeZone);
  return Math.floor((onClocks - zoneOffset(guess, timeZone)) / HOUR);
}
