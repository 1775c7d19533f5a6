// The name of a time zone, as owners and providers write it, is one that has clocks of its own.
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';

/**
 * Luxon also takes offsets (`+08:00`) and old abbreviations (`EST`): neither knows summer time, so neither is a place's time. Of a zone
 * that it has made before it knows whether there is one, where `IANAZone.isValidZone` takes milliseconds each time.
 */
export function isTimeZone(text: string): boolean {
  return /^(?:UTC|[a-z]+(?:\/[a-z0-9_+-]+)+)$/i.test(text) && IANAZone.create(text).isValid;
}

export const timeZoneSchema = z.string().refine(isTimeZone, {
  message:
    'Ce fuseau horaire n’existe pas ; écrivez un continent et une ville, comme « Europe/Paris » ou « Asia/Shanghai ».',
  params: breaks('time-zone'),
});
