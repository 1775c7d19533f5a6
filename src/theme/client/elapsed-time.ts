// Writes how long ago an article appeared beside its printed date, for a day, where its line has room. Without JavaScript the date is alone.
import { now } from './clock.ts';
import { parts } from './element.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Of articles and comments, in the lines where they stand whole; with an hour, as of a day alone nobody knows how long ago it was. */
const DATES =
  'main :is(.kicker, .stamp, .wire li, .headlines li, .related li, .comment-by, .updated) > time[datetime*="T"]';

/** There a date stands over a picture, or alone on its line as an hour of a day. */
const OTHER = '.slide, .chronology, .by-day, [hidden]';

/** The line of an article's head: its parts stand apart by themselves, and the note goes behind the last. */
const HEAD = '.stamp';

/** « il y a 12 minutes », « il y a 3 heures »; null: it is to come, or more than a day ago. */
export function elapsed(instant: number, present: number, lang: string): string | null {
  const ago = present - instant;
  if (!(ago >= 0 && ago < DAY)) return null;
  const format = new Intl.RelativeTimeFormat(lang);
  return ago < HOUR
    ? format.format(-Math.max(1, Math.floor(ago / MINUTE)), 'minute')
    : format.format(-Math.floor(ago / HOUR), 'hour');
}

/** Nothing on the page moves: a note stands at the end of a line, and only where the line does not break for it. */
export function elapsedTimes(page: Document): void {
  const times = parts<HTMLTimeElement>(page, DATES).filter(
    time => time.closest(OTHER) === null && endsItsLine(time),
  );
  const notes = new Map(times.map(time => [time, page.createElement('span')]));
  for (const note of notes.values()) note.className = 'elapsed';
  // Heights are read all before and all after, so that the browser lays the page out once for each and not once for every line.
  const write = (): void => {
    for (const note of notes.values()) note.remove();
    const heights = times.map(heightOfLine);
    for (const [time, note] of notes) {
      const text = elapsed(Date.parse(time.dateTime), now(), page.documentElement.lang);
      if (text === null) continue;
      const { parentElement: line } = time;
      const isInHead = line!.matches(HEAD);
      note.textContent = isInHead ? text : ` · ${text}`;
      (isInHead ? line! : time).append(note);
    }
    const tooLong = times.filter((time, index) => heightOfLine(time) > heights[index]!);
    for (const time of tooLong) notes.get(time)!.remove();
  };
  write();
  addEventListener('resize', write);
  setInterval(() => {
    if (!page.hidden) write();
  }, MINUTE);
}

function endsItsLine(time: HTMLTimeElement): boolean {
  return time.parentElement!.matches(HEAD) || isAlone(time) || !isFollowed(time);
}

function isFollowed({ nextSibling }: Node): boolean {
  return nextSibling !== null && (nextSibling.textContent!.trim() !== '' || isFollowed(nextSibling));
}

function isAlone(time: HTMLTimeElement): boolean {
  return getComputedStyle(time).display === 'block';
}

function heightOfLine(time: HTMLTimeElement): number {
  return time.parentElement!.offsetHeight;
}
