// What was asked for becomes what is wrong with it, or what the article's address will be made of.
import type { ArticleAddress } from '../../address/addresses.ts';
import type { Article } from '../../article/article.ts';
import { slugMistake } from '../../article/slug.ts';
import { moveWords } from '../../locale/move-words.ts';
import type { Site } from '../../site/site.ts';
import { calendarDay } from '../../time/calendar-day.ts';
import { dateMistake } from '../../time/date-mistake.ts';
import { readInstant } from '../../time/read-instant.ts';

/** As it was typed. */
export interface MoveRequest {
  readonly file: string;
  readonly section: string | undefined;
  readonly slug: string | undefined;
  readonly date: string | undefined;
}

/** In French, a line each, whatever the article is; empty: nothing is wrong. */
export function requestMistakes({ section, slug, date }: MoveRequest, site: Site): readonly string[] {
  if (section === undefined && slug === undefined && date === undefined) return [moveWords.nothingAsked()];
  return [
    section === undefined ? null : sectionMistake(section, site),
    slug === undefined ? null : nameMistake(slug),
    date === undefined || readInstant(date, site.timeZone) !== null ? null : dateMistake(date, site.timeZone),
  ].filter(mistake => mistake !== null);
}

function sectionMistake(section: string, { sections }: Site): string | null {
  const slugs = sections.map(({ slug }) => slug);
  if (slugs.includes(section)) return null;
  const present = sections.find(({ formerly }) => formerly.includes(section))?.slug ?? null;
  return moveWords.unknownSection(section, slugs, present);
}

function nameMistake(slug: string): string | null {
  const name = slug.replace(/\.(?:md|html)$/i, '');
  const mistake = slugMistake(name);
  if (mistake !== null) return mistake.message;
  return name === slug ? null : moveWords.withEnding(slug, name);
}

/** @param request without a mistake. */
export function addressAsked(
  { section, slug, date }: MoveRequest,
  article: Article,
  timeZone: string,
): ArticleAddress {
  return {
    section: section ?? article.section,
    slug: slug ?? article.slug,
    day: date === undefined ? article.day : calendarDay(readInstant(date, timeZone)!, timeZone),
  };
}
