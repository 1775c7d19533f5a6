// A text that is no date becomes a French message: which mistake it is, and the value to write where its reading is certain.
import { DAYS, MONTHS } from '../locale/calendar.ts';
import { visible } from '../locale/quoting.ts';
import { type DateForm, LONGEST_DATE, type LooseDate, type LooseTime, readLooseDate } from './loose-date.ts';
import { readInstant } from './read-instant.ts';

const EXAMPLES = 'écrivez-la comme 2014-05-20T13:43 ou 20.05.2014 13h43';

const FORMS: Readonly<Record<DateForm, string>> = {
  hour: 'n’écrit pas l’heure comme il faut',
  'no-zero': 'manque d’un zéro devant le jour ou le mois',
  signs: 'n’a pas les signes d’une date',
  slashes: 'est écrite avec des barres',
  'day-first': 'a des traits d’union entre le jour, le mois et l’année',
  'month-first': 'met le mois avant le jour',
  words: 'est écrite en lettres',
  unseparated: 'est écrite sans signe entre l’année, le mois et le jour',
};

/**
 * What is wrong with a text that `readInstant` does not read, and how to mend it: one sentence with its full stop.
 * @param timeZone IANA name: a change of clocks may skip an hour.
 */
export function dateMistake(text: string, timeZone: string): string {
  const typed = text.trim();
  if (typed === '') return `${advise('Cette date est vide', EXAMPLES)}.`;
  const date = readLooseDate(typed);
  const words = (date === null ? null : mistakeOf(date, timeZone)) ?? wordsForNoDay(typed);
  return `La date ${quote(beginning(visible(text)))} ${words}.`;
}

const DAY_EXAMPLE = 'écrivez l’année, le mois et le jour, comme «\u00a02014-05-20\u00a0»';

/** The same of a day alone, which is written `2014-05-20` and in no other way. */
export function dayMistake(text: string): string {
  const typed = text.trim();
  if (typed === '') return `${advise('Ce jour est vide', DAY_EXAMPLE)}.`;
  const date = readLooseDate(typed);
  const words = (date === null ? null : mistakeOfDay(date)) ?? advise('n’est pas lisible', DAY_EXAMPLE);
  return `Le jour ${quote(beginning(visible(text)))} ${words}.`;
}

/** null: what day it is can't be told. */
function mistakeOfDay(date: LooseDate): string | null {
  if (date.isYearShort) return null;
  const wrong = notInCalendar(date) ?? wrongWeekday(date, isoDay);
  if (wrong !== null) return wrong;
  const mistake = date.time === null ? 'n’a pas la forme voulue' : 'a une heure de trop';
  return advise(mistake, `écrivez ${readingsOf(date, isoDay)}`);
}

function isoDay({ year, month, day }: Pick<LooseDate, 'year' | 'month' | 'day'>): string {
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

function beginning(text: string): string {
  return text.length > LONGEST_DATE ? `${text.slice(0, LONGEST_DATE - 1)}…` : text;
}

function quote(text: string): string {
  return `«\u00a0${text}\u00a0»`;
}

function advise(mistake: string, advice: string): string {
  return `${mistake}\u202f; ${advice}`;
}

/** For a text in which no day can be read with certainty. */
function wordsForNoDay(text: string): string {
  if (/^\d{4}$/.test(text)) return advise('n’a que l’année', `ajoutez le mois et le jour\u00a0: ${EXAMPLES}`);
  if (/^\d{4}[-./]\d{1,2}$|^\d{1,2}[-./]\d{4}$/.test(text)) {
    return advise('n’a pas de jour', `ajoutez-le\u00a0: ${EXAMPLES}`);
  }
  if (/^\d{1,2} ?[h:] ?(?:\d\d)?$/i.test(text)) {
    return advise('n’a que l’heure', `ajoutez le jour\u00a0: ${EXAMPLES}`);
  }
  if (/^\d{9,13}$/.test(text)) return advise('est un nombre de secondes', EXAMPLES);
  const zone = /\d ?([A-Z]{2,5}|\[[\w/]{1,40}\])$/i.exec(text)?.[1];
  if (zone !== undefined && !/^[ap]m$/i.test(zone)) {
    return advise(`nomme le fuseau ${quote(zone)}`, 'écrivez son décalage\u00a0: 2014-05-20T13:43+08:00');
  }
  if (/^\p{L}+$/u.test(text)) return advise('est un mot, et n’est jamais devinée', EXAMPLES);
  return advise('n’est pas lisible', EXAMPLES);
}

/** null: all of it exists, and yet it is not to be read. */
function mistakeOf(date: LooseDate, timeZone: string): string | null {
  const { time } = date;
  if (date.isYearShort) {
    return advise('a une année de deux chiffres', `écrivez-en quatre, comme dans ${quote('20.05.2014')}`);
  }
  return (
    notInCalendar(date) ??
    wrongWeekday(date, stampOf) ??
    (time === null ? null : wrongTime(date, time, timeZone)) ??
    proposal(date, timeZone)
  );
}

function notInCalendar({ year, month, day }: LooseDate): string | null {
  if (year < 1600) return advise('a une année d’avant 1600', 'corrigez l’année');
  if (month < 1 || month > 12) {
    return advise(`a un mois ${quote(twoDigits(month))}, qui n’existe pas`, 'corrigez-le, de 01 à 12');
  }
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (day < 1 || day > length) {
    const mistake = `n’existe pas, car ${MONTHS[month - 1]} ${year} a ${length} jours`;
    return advise(mistake, `corrigez le jour, de 01 à ${length}`);
  }
  return null;
}

/** @param write how the day is to be written. */
function wrongWeekday({ year, month, day, weekday }: LooseDate, write: typeof stampOf): string | null {
  if (weekday === null) return null;
  const real = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  if (real === weekday) return null;
  const stamp = write({ year, month, day });
  return advise(
    `se contredit, car le ${stamp} est un ${DAYS[real]}`,
    `écrivez ${quote(stamp)} si c’est ce jour, ou corrigez-le`,
  );
}

function wrongTime(date: LooseDate, time: LooseTime, timeZone: string): string | null {
  const { hour, minute, second } = time;
  if (hour === 24 && minute === 0 && second === 0) {
    const midnight = writeDate({ ...nextDay(date), time: { ...time, hour: 0 } });
    if (readInstant(midnight, timeZone) !== null) {
      return advise('a une heure 24, qui est la première du lendemain', `écrivez ${quote(midnight)}`);
    }
  }
  if (hour > 23) return advise(`a une heure ${hour}, qui n’existe pas`, 'corrigez-la, de 00h00 à 23h59');
  if (minute > 59) return advise(`a une minute ${minute}, qui n’existe pas`, 'corrigez-la, de 00 à 59');
  if (second > 59) return advise(`a une seconde ${second}, qui n’existe pas`, 'corrigez-la, de 00 à 59');
  return null;
}

function nextDay({ year, month, day }: LooseDate): Pick<LooseDate, 'year' | 'month' | 'day'> {
  const next = new Date(Date.UTC(year, month - 1, day + 1));
  return { year: next.getUTCFullYear(), month: next.getUTCMonth() + 1, day: next.getUTCDate() };
}

/** Nothing is proposed that is not a date of the zone. */
function proposal(date: LooseDate, timeZone: string): string | null {
  const right = writeDate(date);
  if (readInstant(right, timeZone) === null) {
    return date.time?.offset
      ? advise(
          `a un décalage ${quote(date.time.offset)} qu’aucun pays n’a`,
          'corrigez-le, comme «\u00a0+08:00\u00a0»',
        )
      : advise('n’existe pas, car les horloges avancent et sautent cette heure', 'corrigez l’heure');
  }
  return advise(FORMS[date.form], `écrivez ${readingsOf(date, writeDate)}`);
}

/** Both, where a day and a month may have changed places. */
function readingsOf(date: LooseDate, write: (date: LooseDate) => string): string {
  const right = quote(write(date));
  if (!date.mayBeMonthFirst) return right;
  const other = quote(write({ ...date, day: date.month, month: date.day }));
  return `${right} pour le ${inWords(date.day, date.month)}, ou ${other} pour le ${inWords(date.month, date.day)}`;
}

function inWords(day: number, month: number): string {
  return `${day === 1 ? '1er' : day} ${MONTHS[month - 1]}`;
}

/** As agencies print it; as ISO where it has seconds or an offset. */
function writeDate({ year, month, day, time }: Pick<LooseDate, 'year' | 'month' | 'day' | 'time'>): string {
  const stamp = stampOf({ year, month, day });
  if (time === null) return stamp;
  const { hour, minute, second, offset } = time;
  if (second === 0 && offset === '') return `${stamp} ${twoDigits(hour)}h${twoDigits(minute)}`;
  const clock = [hour, minute, ...(second === 0 ? [] : [second])].map(twoDigits).join(':');
  return `${year}-${twoDigits(month)}-${twoDigits(day)}T${clock}${offset}`;
}

function stampOf({ year, month, day }: Pick<LooseDate, 'year' | 'month' | 'day'>): string {
  return `${twoDigits(day)}.${twoDigits(month)}.${year}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
