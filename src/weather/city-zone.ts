// A city and its longitude become the zone where its days begin and end, where nobody has said which.
import { HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { zoneOffset } from '../time/zone-offset.ts';

/** Hours: the clocks of no inhabited place are further from the sun than those of the west of China in winter, or of Greenland in summer. */
const FURTHEST = 4;

/** Hours: a day that begins so much too early or too late has nearly the same temperatures. */
const NEAR = 2.5;

const DEGREES_AN_HOUR = 15;
const HOURS_A_DAY = 24;

/** Whether clocks `offset` ms ahead of UTC can be those of a place at this longitude; the date line may be on either side of it. */
export function canBeOffset(offset: number, longitude: number): boolean {
  return hoursFromSun(offset, longitude) <= FURTHEST;
}

/**
 * The portal's zone, if the city is not far from it; else that of ships at its longitude (`Etc/GMT-8` is east, as POSIX has it).
 * @param portalZone IANA name.
 */
export function zoneNear(longitude: number, portalZone: string, now: Instant): string {
  if (hoursFromSun(zoneOffset(now, portalZone), longitude) <= NEAR) return portalZone;
  const hours = Math.round(longitude / DEGREES_AN_HOUR);
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

function hoursFromSun(offset: number, longitude: number): number {
  const hours = Math.abs(offset / HOUR - longitude / DEGREES_AN_HOUR) % HOURS_A_DAY;
  return Math.min(hours, HOURS_A_DAY - hours);
}
