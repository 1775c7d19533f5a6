// A YAML document and a schema become the schema's typed value, or every mistake at its place in the file.
import { z } from 'zod';
import type { Checked, Problem } from '../problem/problem.ts';
import { explainSchemaIssue, type KnownNames, needsWords } from './explain-schema-issue.ts';
import type { Where } from './position.ts';
import type { YamlDocument } from './yaml-document.ts';

const NO_ALIASES: ReadonlyMap<string, string> = new Map();

/**
 * Checks a document. A schema may say its own French sentence (`error`, or the `message` of a custom issue) and its
 * own rule (`params: { rule: '…' }` of a custom issue); everything else is explained here.
 * @param aliases other names of a field, as an editor may write them: `titre` for `title`.
 */
export function checkSchema<T>(
  document: YamlDocument,
  schema: z.ZodType<T>,
  where: Where,
  aliases = NO_ALIASES,
): Checked<T> {
  const knownNames: KnownNames = new WeakMap();
  const checked = schema.safeParse(document.value, {
    reportInput: true,
    // Called for failures only, and only when the schema has no sentence of its own.
    error: issue => {
      if (issue.code === 'unrecognized_keys' && issue.inst instanceof z.ZodObject) {
        knownNames.set(issue.keys, Object.keys(issue.inst.shape));
      }
      return needsWords;
    },
  });
  if (checked.success) return { ok: true, value: checked.data };
  const problems = checked.error.issues
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
