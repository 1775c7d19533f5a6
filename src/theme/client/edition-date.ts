// The day in words, on pages that carry none because they are older than it. Without it, no day is shown there.
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

/** `first` is how the language writes the first of a month, where it is no plain number. */
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
