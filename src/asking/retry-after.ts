// What a server says of another try, by its status and a header.

/** `Retry-After` (RFC 9110, § 10.2.3), in seconds or as a date, in ms; null: it says nothing that can be understood. */
export function pauseAskedFor(header: string | readonly string[] | undefined, now: number): number | null {
  if (typeof header !== 'string') return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** By the meaning that RFC 9110, § 15, and RFC 6585, § 4, give them: the same request may succeed later. */
export function isWorthAnotherTry(status: number): boolean {
  return status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
}
