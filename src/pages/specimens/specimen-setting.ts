// Where and when made-up content stands. Specimens are functions of it, so `/style/` and the samples of tests show the same specimens.
import type { PrintStyle } from '../../locale/print-style.ts';
import type { Instant } from '../../time/instant.ts';
import { dayMomentOf, type Moment, momentOf } from '../../time/moment.ts';
import type { Link, Picture } from '../views.ts';

export interface SpecimenSetting {
  readonly now: Instant;
  /** IANA name. */
  readonly timeZone: string;
  readonly style: PrintStyle;
  /** The section of every made-up article. */
  readonly section: Link;
  /** The address that a link to the made-up page at `url` gets: `url` itself, or another where made-up pages do not exist. */
  readonly leadsTo: (url: string) => string;
  /** The photograph with a number, from 0 on. */
  readonly photograph: (index: number) => SpecimenPhotograph;
}

/** The files of a photograph. */
export interface SpecimenPhotograph {
  /** The picture within the page. */
  readonly shown: Picture;
  /** The picture on a whole screen. */
  readonly full: Picture;
  /** The address of the file that readers can save. */
  readonly original: string;
}

/** The day `offset` ms after `now`, without an hour. */
export function dayAt({ now, timeZone, style }: SpecimenSetting, offset: number): Moment {
  return dayMomentOf(now + offset, timeZone, style);
}

/** The moment `offset` ms after `now`. */
export function momentAt({ now, timeZone, style }: SpecimenSetting, offset: number): Moment {
  return momentOf(now + offset, timeZone, style);
}
