// The French names of days and months, and the writing of a day of the month.

/** Monday first, as in ISO 8601. */
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

/** French writes the first of a month as an ordinal: `1er mai`, but `2 mai`. */
export const FIRST_OF_MONTH = '1er';

/** The day of a month as French writes it before the month: `1er`, `2`. */
export function dayOfMonth(day: number): string {
  return day === 1 ? FIRST_OF_MONTH : String(day);
}
