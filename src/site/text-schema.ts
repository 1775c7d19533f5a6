// A short text for readers in a `_data` file: one line, not empty, not too long, then set in French typography.
import { z } from 'zod';
import { refuseLineMistake } from '../article/line-mistake.ts';
import { onOneLine } from '../article/one-line.ts';
import { lineTypesetterOf } from '../typography/typeset-line.ts';

const typesetLine = lineTypesetterOf(null);

/**
 * The schema of a text for readers. Line breaks that YAML leaves in a folded text become spaces.
 * @param longest in UTF-16 code units, before typography, which may add spaces that the editor didn't write.
 */
export function textSchema(longest: number): z.ZodType<string> {
  return z
    .string()
    .transform(text => onOneLine(text.replace(/\s+/g, ' ')))
    .pipe(z.string().min(1).max(longest).check(refuseLineMistake))
    .transform(typesetLine);
}
