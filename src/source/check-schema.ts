// A YAML document and a schema become the schema's typed value, or every mistake with its position in the file.
import { z } from 'zod';
import type { Checked, Problem } from '../problem/problem.ts';
import { explainSchemaIssue, type KnownNames, NO_MESSAGE } from './explain-schema-issue.ts';
import type { Where } from './position.ts';
import type { YamlDocument } from './yaml-document.ts';

const NO_ALIASES: ReadonlyMap<string, string> = new Map();

/**
 * zod writes a program of its own for each object that a schema has, when it meets the first: it pays from about this many documents of one schema on.
 * Most builds read one article, and each file of `_data` once.
 */
const WORTH_A_PROGRAM = 20;

/** How many documents each schema has checked, up to there. */
const checkedBy = new WeakMap<z.ZodType, number>();

/**
 * Checks a document. A schema may give its own French message (`error`, or the `message` of a custom issue) and its own
 * rule (`params: breaks('…')` of a custom issue); `explainSchemaIssue` gives all others.
 * @param aliases names that an editor may guess for a field: `titre` for `title`.
 */
export function checkSchema<T>(
  document: YamlDocument,
  schema: z.ZodType<T>,
  where: Where,
  aliases = NO_ALIASES,
): Checked<T> {
  const knownNames: KnownNames = new WeakMap();
  const before = checkedBy.get(schema) ?? 0;
  if (before < WORTH_A_PROGRAM) checkedBy.set(schema, before + 1);
  const checked = schema.safeParse(document.value, {
    reportInput: true,
    jitless: before < WORTH_A_PROGRAM,
    // zod calls this for each issue for which the schema has no message of its own.
    error: issue => {
      if (issue.code === 'unrecognized_keys' && issue.inst instanceof z.ZodObject) {
        knownNames.set(issue.keys, Object.keys(issue.inst.shape));
      }
      return NO_MESSAGE;
    },
  });
  if (checked.success) return { ok: true, value: checked.data };
  const problems = withoutSizesOfOtherKinds(checked.error.issues)
    .flatMap(issue => explainSchemaIssue(issue, knownNames, aliases))
    .map(
      ({ path, piece, rule, message }): Problem => ({
        file: where.file,
        ...document.locate(path, piece),
        rule,
        message,
      }),
    );
  return { ok: false, problems };
}

/** zod also measures a text that stands in a list's place, in characters; its kind is the mistake. */
function withoutSizesOfOtherKinds(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
  const place = ({ path }: z.core.$ZodIssue) => JSON.stringify(path);
  const ofOtherKind = new Set(issues.filter(({ code }) => code === 'invalid_type').map(place));
  return issues.filter(
    issue => (issue.code !== 'too_big' && issue.code !== 'too_small') || !ofOtherKind.has(place(issue)),
  );
}
