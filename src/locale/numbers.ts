// A count becomes its French writing, and the form of the noun that goes with it.

/** The count in groups of three digits, separated by U+202F: `2 077`. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
}

/** `singular` or `plural`, as French takes it for the count: the singular below two. */
export function agree(count: number, singular: string, plural: string): string {
  return Math.abs(count) < 2 ? singular : plural;
}

/** A number of bytes as readers know it: `850 o`, `12 ko`, `1,2 Mo`. Units of a thousand (IEC 80000-13). */
export function sizeInWords(bytes: number): string {
  let size = bytes;
  let unit = 0;
  // What would be rounded to a thousand is one of the next unit.
  while (unit < SIZE_UNITS.length - 1 && Math.round(size) >= 1000) {
    size /= 1000;
    unit++;
  }
  const rounded = unit < 2 || size >= 9.95 ? String(Math.round(size)) : size.toFixed(1).replace('.', ',');
  return `${rounded.replace(/,0$/, '')}\u00a0${SIZE_UNITS[unit]}`;
}

/** A time (ms) as one who waits is told it, rounded up: `5 s`, `40 s`, `12 min`, `1 h 05`. */
export function durationInWords(ms: number): string {
  const seconds = Math.max(5, Math.ceil(ms / 5000) * 5);
  if (seconds < 60) return `${seconds}\u00a0s`;
  const minutes = Math.ceil(ms / 60_000);
  if (minutes < 60) return `${minutes}\u00a0min`;
  return `${groupDigits(Math.floor(minutes / 60))}\u00a0h\u00a0${String(minutes % 60).padStart(2, '0')}`;
}

const SIZE_UNITS = ['o', 'ko', 'Mo', 'Go'];
