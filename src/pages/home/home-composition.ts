// What the edition has to how the home page is composed of it: how many articles stand where, and which sections stand side by side.
import { coverReference } from '../../article/article-media.ts';
import type { Entry } from '../../edition/entry.ts';
import type { EntryList } from '../../edition/entry-list.ts';
import { leadAndHeadlines } from '../../edition/lead.ts';

/** « Le fil » is there from this many lines on, and has at most that many. */
const SHORTEST_WIRE = 4;
const LONGEST_WIRE = 7;

/** Slides are worth moving from this many on; with fewer, all of them are seen at once. */
const FEWEST_SLIDES = 3;

export interface Opening {
  /** null only while nothing at all is published. */
  readonly lead: Entry | null;
  /** « À la une », without the lead. */
  readonly headlines: readonly Entry[];
  /** Whether these are slides. Without photographs slides are coloured boxes. */
  readonly asSlides: boolean;
}

/**
 * A portal of a few articles shows them all as headlines; one of some dozens keeps enough for its sections. Where too few articles
 * are as fresh as the newest, what came before fills up.
 */
export function openingOf(current: EntryList): Opening {
  const opening = new Set(leadAndHeadlines(current).slice(0, 1 + headlinesAmong(current.length)));
  for (const entry of current) {
    if (opening.size > headlinesAmong(current.length)) break;
    opening.add(entry);
  }
  const [lead = null, ...headlines] = opening;
  const asSlides = headlines.length >= FEWEST_SLIDES && headlines.every(({ media }) => coverReference(media));
  return { lead, headlines, asSlides };
}

function headlinesAmong(count: number): number {
  if (count > 8) return 4;
  return count > 5 ? 2 : Math.max(0, count - 1);
}

/** How many lines « Le fil » has of `rest` articles that do not open the page: a third, so that sections have the others. */
export function wireLength(rest: number): number {
  const length = Math.min(LONGEST_WIRE, Math.floor(rest / 3));
  return length < SHORTEST_WIRE ? 0 : length;
}

/** How many sections stand side by side, row after row. */
const RHYTHM = [3, 2, 1] as const;

/** Sections in rows of differing length, each row full. */
export function rowsOf<Section>(sections: readonly Section[]): readonly (readonly Section[])[] {
  const rows: (readonly Section[])[] = [];
  for (let at = 0; at < sections.length; at += rows.at(-1)!.length) {
    const left = sections.length - at;
    const turn = RHYTHM[rows.length % RHYTHM.length]!;
    // Two that are left would be two rows of one.
    rows.push(sections.slice(at, at + (turn === 1 && left === 2 ? 2 : turn)));
  }
  return rows;
}

/** A strip of photographs has three tiles to five: the layout of each number is in the style sheet. */
const SHORTEST_STRIP = 3;
const LONGEST_STRIP = 5;

/** Photographs are looked for among this many of the newest articles. */
const PHOTOGRAPHS_AMONG = 60;

/** The newest of a section that shows its articles by their photographs. */
export function tilesOf(entries: EntryList, without: ReadonlySet<Entry>): readonly Entry[] {
  return pictured(entries, without).slice(0, LONGEST_STRIP);
}

/** « En images », of a portal without such a section: fewer than a row are none. */
export function photographsOf(current: EntryList, without: ReadonlySet<Entry>): readonly Entry[] {
  const tiles = tilesOf(current, without);
  return tiles.length < SHORTEST_STRIP ? [] : tiles;
}

function pictured(entries: EntryList, without: ReadonlySet<Entry>): readonly Entry[] {
  return entries.first(PHOTOGRAPHS_AMONG).filter(entry => !without.has(entry) && coverReference(entry.media));
}
