// Durations in milliseconds, the unit of every instant.

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
/** A day of UTC. A day in a zone that changes its clocks may be shorter or longer. */
export const DAY = 24 * HOUR;
