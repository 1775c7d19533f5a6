// The names of days and months in French.

/** Monday first, as ISO 8601 counts. */
export const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** The first of a month is an ordinal in French: `1er mai`, but `2 mai`. */
export function dayOfMonth(day: number): string {
  return day === 1 ? '1er' : String(day);
}
