// The instant of the next change to the file by which CI plans its next build, which is also the mark of a site of ours.

import { nextChange } from '../../pages/next-change.ts';
import type { PageContext } from '../../pages/page-type.ts';
import type { Instant } from '../../time/instant.ts';
import { momentOf } from '../../time/moment.ts';
import type { Asset } from '../assets/asset.ts';
import { MARK_URL } from '../output/output.ts';

/** ISO 8601 in the site's time zone; null: only an edit changes the site. */
export function nextChangeText(instant: Instant | null, timeZone: string): string | null {
  return instant === null ? null : momentOf(instant, timeZone).iso;
}

export function nextChangeFile(context: PageContext): Asset {
  const text = nextChangeText(nextChange(context), context.site.timeZone);
  return { url: MARK_URL, bytes: Buffer.from(`${JSON.stringify({ nextChange: text })}\n`) };
}
