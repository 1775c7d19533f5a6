/** Milliseconds since 1970-01-01T00:00:00Z: how every instant is kept; zones come in only where one is read or shown. */
export type Instant = number;
