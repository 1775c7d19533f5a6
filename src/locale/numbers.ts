// A count becomes its French writing, and the form of the noun that goes with it.

/** The count in groups of three digits, separated by U+202F: `2 077`. */
export function groupDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
}

/** `singular` or `plural`, as French takes it for the count: the singular below two. */
export function agree(count: number, singular: string, plural: string): string {
  return Math.abs(count) < 2 ? singular : plural;
}
