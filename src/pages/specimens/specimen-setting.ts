// Where and when made-up matter stands. Specimens are functions of it, so that `/style/` and the samples of tests show the same ones.
import type { Instant } from '../../time/instant.ts';
import { type Moment, momentOf } from '../../time/moment.ts';
import type { Link, Picture } from '../views.ts';

export interface SpecimenSetting {
  readonly now: Instant;
  /** IANA name. */
  readonly timeZone: string;
  /** That of every made-up article. */
  readonly section: Link;
  /** What a link to a made-up page leads to: that page's own address, or another, where there is no such page. */
  readonly leadsTo: (url: string) => string;
  /** Photographs by their number, from 0 on. */
  readonly photograph: (index: number) => SpecimenPhotograph;
}

/** The files of a photograph. */
export interface SpecimenPhotograph {
  /** In the place of the page that shows it. */
  readonly shown: Picture;
  /** On a whole screen. */
  readonly full: Picture;
  /** The address of the file that a reader keeps. */
  readonly original: string;
}

/** `offset` in ms after now. */
export function momentAt({ now, timeZone }: SpecimenSetting, offset: number): Moment {
  return momentOf(now + offset, timeZone);
}
