// A date as editors write it by habit becomes the numbers that they meant, for a message that proposes the right writing.
import { DAYS, MONTHS } from '../locale/calendar.ts';

/** How a date differs from both writings that are read. */
export type DateForm =
  | 'hour'
  | 'no-zero'
  | 'signs'
  | 'slashes'
  | 'day-first'
  | 'month-first'
  | 'words'
  | 'unseparated';

/** What a text says, whether or not the calendar has it. */
export interface LooseDate {
  readonly form: DateForm;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** The day of the week that the text names, Monday being 0; null when it names none. */
  readonly weekday: number | null;
  /** A year of two digits may be of any century, and then the first number may be the year. */
  readonly isYearShort: boolean;
  /** Slashes or hyphens between a day and a month of at most 12, which Americans write the other way round. */
  readonly mayBeMonthFirst: boolean;
  readonly time: LooseTime | null;
}

export interface LooseTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** `Z` or `+08:00` as typed, or nothing. */
  readonly offset: string;
}

/** What is left of a text after its day. */
type Day = Omit<LooseDate, 'time'> & { readonly rest: string };

/** A longer text is no date, and none of the patterns shall run over it. */
export const LONGEST_DATE = 60;

const SPACES = /[\s\u00a0\u202f]+/g;
const YEAR_FIRST = /^(\d{4})([-./ ])(\d{1,2})\2(\d{1,2})(?!\d)/;
const YEAR_LAST = /^(\d{1,2})([-./ ])(\d{1,2})\2(\d{4}|\d\d)(?!\d)/;
const UNSEPARATED = /^((?:1[6-9]|20)\d\d)(\d\d)(\d\d)(?!\d)/;
const FRENCH_WORDS = /^(?:le )?(?:([a-z]+),? )?(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4})(?!\d)/;
const ENGLISH_WORDS = /^(?:([a-z]+),? )?([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/;
const TIME =
  /^(?:[ ,t]|a(?=t? ))*(?:at )?(\d{1,2})(?: ?(?:h(?:eures?)?|:) ?(?:(\d\d)(?::(\d\d)(?:[.,]\d+)?| ?min)?)?)?(?: ?([ap])\.?m\.?)? ?(z|[+-]\d\d(?::?\d\d)?)?$/;

const ENGLISH_MONTHS =
  'january february march april may june july august september october november december';
const ENGLISH_DAYS = 'monday tuesday wednesday thursday friday saturday sunday';

/** Without capitals and accents. */
const monthNames = [MONTHS.map(plain), ENGLISH_MONTHS.split(' ')];
const dayNames = [DAYS.map(plain), ENGLISH_DAYS.split(' ')];

/** What `text` says, or null when it is not certain to be a day with or without its time. */
export function readLooseDate(text: string): LooseDate | null {
  if (text.length > LONGEST_DATE) return null;
  const typed = plain(text).replace(SPACES, ' ').trim();
  const found = yearFirst(typed) ?? yearLast(typed) ?? unseparated(typed) ?? words(typed);
  if (found === null) return null;
  const { rest, ...day } = found;
  if (rest.trim() === '') return { ...day, time: null };
  const time = looseTime(rest);
  return time === null ? null : { ...day, time };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function dayOf(
  form: DateForm,
  [year, month, day]: readonly [string | undefined, number, string | undefined],
  rest: string,
): Day {
  return {
    form,
    year: Number(year),
    month,
    day: Number(day),
    weekday: null,
    isYearShort: false,
    mayBeMonthFirst: false,
    rest,
  };
}

function yearFirst(text: string): Day | null {
  const match = YEAR_FIRST.exec(text);
  if (match === null) return null;
  const [all, year, sign, month, day] = match;
  const form = sign === '/' ? 'slashes' : sign !== '-' ? 'signs' : numbersForm(month, day);
  return dayOf(form, [year, Number(month), day], text.slice(all.length));
}

/** For a day with the right signs: its numbers are wrong or, if not they, what follows it. */
function numbersForm(...numbers: readonly (string | undefined)[]): DateForm {
  return numbers.every(number => number?.length === 2) ? 'hour' : 'no-zero';
}

function yearLast(text: string): Day | null {
  const match = YEAR_LAST.exec(text);
  if (match === null) return null;
  const [all, first, sign, second, year] = match;
  const rest = text.slice(all.length);
  const isYearShort = year?.length === 2;
  if (Number(second) > 12 && Number(first) <= 12 && !isYearShort) {
    return dayOf('month-first', [year, Number(first), second], rest);
  }
  const form =
    sign === '/'
      ? 'slashes'
      : sign === '-'
        ? 'day-first'
        : sign === ' '
          ? 'signs'
          : numbersForm(first, second);
  const mayBeMonthFirst = sign !== '.' && Number(first) <= 12 && first !== second;
  return { ...dayOf(form, [year, Number(second), first], rest), isYearShort, mayBeMonthFirst };
}

function unseparated(text: string): Day | null {
  const match = UNSEPARATED.exec(text);
  if (match === null) return null;
  const [all, year, month, day] = match;
  return dayOf('unseparated', [year, Number(month), day], text.slice(all.length));
}

function words(text: string): Day | null {
  const french = FRENCH_WORDS.exec(text);
  const english = french === null ? ENGLISH_WORDS.exec(text) : null;
  const match = french ?? english;
  if (match === null) return null;
  const [all, weekday, one, other, year] = match;
  const [day, monthName] = french === null ? [other, one] : [one, other];
  const month = indexIn(monthNames, monthName!);
  const named = weekday === undefined ? null : indexIn(dayNames, weekday);
  if (month === null || (weekday !== undefined && named === null)) return null;
  return { ...dayOf('words', [year, month + 1, day], text.slice(all.length)), weekday: named };
}

/** The name may be cut short, as « janv. », where only one name begins so. */
function indexIn(languages: readonly (readonly string[])[], word: string): number | null {
  for (const names of languages) {
    const exact = names.indexOf(word);
    if (exact >= 0) return exact;
    const begun = names.filter(name => word.length >= 3 && name.startsWith(word));
    if (begun.length === 1) return names.indexOf(begun[0]!);
  }
  return null;
}

function looseTime(text: string): LooseTime | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hour, minute = '0', second = '0', half, offset = ''] = match;
  const typed = Number(hour);
  if (half !== undefined && (typed < 1 || typed > 12)) return null;
  const afternoon = half === 'p' ? 12 : 0;
  return {
    hour: half === undefined ? typed : (typed % 12) + afternoon,
    minute: Number(minute),
    second: Number(second),
    offset: offset.toUpperCase(),
  };
}
