// How the code holds an instant. Only reading a date and printing one need a time zone.

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;
