// Writes today's date on pages that older builds wrote without one. Without JavaScript these pages show no date.
import { now } from './clock.ts';
import { part } from './element.ts';

export function editionDate(host: HTMLElement): void {
  const time = part<HTMLTimeElement>(host, 'time') ?? host.appendChild(document.createElement('time'));
  if (time.textContent) return;
  const { zone, first } = host.dataset;
  const instant = now();
  time.dateTime = new Date(instant).toISOString();
  time.textContent = dayInWords(instant, document.documentElement.lang, zone, first);
}

/**
 * The day of `instant` in words: `mardi 20 mai 2014`.
 * @param first how the language writes the first of a month, if not as a number: `1er`.
 */
export function dayInWords(
  instant: number,
  lang: string,
  timeZone: string | undefined,
  first: string | undefined,
): string {
  const format = new Intl.DateTimeFormat(lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(timeZone && { timeZone }),
  });
  return format
    .formatToParts(instant)
    .map(({ type, value }) => (type === 'day' && value === '1' && first ? first : value))
    .join('');
}
