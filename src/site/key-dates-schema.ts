// The key dates of a dossier, as typed, to days, months or years in order.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';
import { readInstant } from '../time/read-instant.ts';
import { textSchema } from './text-schema.ts';

/** More than a reader takes in. */
const MOST = 60;

const MESSAGE =
  'Cette date n’existe pas ou n’est pas lisible\u202f; écrivez un jour, comme «\u00a02014-05-25\u00a0» ou «\u00a025.05.2014\u00a0», un mois («\u00a02014-05\u00a0») ou une année («\u00a02014\u00a0»).';

const AGENCY_DAY = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
const PERIOD = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/;

/** `2014-05-25`, `2014-05` or `2014`; null: it is none of these, or no calendar has it. */
function periodOf(typed: string): string | null {
  const text = typed.trim();
  const [, day, month, year] = AGENCY_DAY.exec(text) ?? [];
  const period = day === undefined ? text : `${year}-${month!.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!PERIOD.test(period) || period.startsWith('0000')) return null;
  return period.length < '2014-05-25'.length || readInstant(period, 'UTC') !== null ? period : null;
}

/** A bare year is a number in YAML. */
const keyDate = z
  .union([z.string(), z.number()], { error: () => MESSAGE })
  .transform((typed, context): string => {
    const period = periodOf(String(typed));
    if (period !== null) return period;
    context.addIssue({ code: 'custom', message: MESSAGE, params: breaks('bad-date') });
    return z.NEVER;
  });

/** By date; those of one date in the editor's order. A month stands before its days. */
export function keyDatesSchema() {
  return z
    .array(z.strictObject({ date: keyDate, text: textSchema(300) }))
    .max(MOST)
    .transform(dates => dates.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)));
}
