// Until when counts and measures from outside may be shown.
import type { Poll, Site } from '../site/site.ts';
import { HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';

/** From this instant on the weather is too old to show; null: there is none. */
export function weatherUntil({ weather, weatherHours }: Site): Instant | null {
  return weather === null ? null : weather.date + weatherHours * HOUR;
}

/** From this instant on the count of what is read most is too old to show; null: there is none. */
export function mostReadUntil({ mostRead, mostReadHours }: Site): Instant | null {
  return mostRead === null ? null : mostRead.date + mostReadHours * HOUR;
}

/** Whether a poll takes votes at `now`: from its opening on, and not from its closing on. */
export function pollState({ opens, closes }: Poll, now: Instant): 'to come' | 'open' | 'closed' {
  if (now < opens) return 'to come';
  return now < closes ? 'open' : 'closed';
}
