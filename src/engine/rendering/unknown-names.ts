// A template that compiles to the filters and tests in it that nobody has: Nunjucks would stop at them on the first page that meets one.
import nunjucks from 'nunjucks';
import { closestHints } from '../../check/closest-hints.ts';
import { themeMessages } from '../../locale/theme-messages.ts';
import type { Problem } from '../../problem/problem.ts';
import { environmentOptions } from '../../theme/environment.ts';
import type { FilterNames } from './owner-filters.ts';

export interface KnownNames {
  /** Nunjucks' own, the theme's, and what the settings add; null: the settings may add any. */
  readonly filters: FilterNames | null;
  readonly tests: ReadonlySet<string>;
}

export type UnknownName = Pick<Problem, 'line' | 'column' | 'message'>;

/** `inEleventy`: Eleventy alone renders the template. */
export function unknownNames(text: string, inEleventy: boolean, known: KnownNames): readonly UnknownName[] {
  const tree = parser.parse(text, [], environmentOptions);
  const { filters, tests } = known;
  const unknown: UnknownName[] = [];
  for (const { name } of filters === null ? [] : tree.findAll(nodes.Filter)) {
    const message = filterMistake(name.value, inEleventy, filters!);
    if (message !== null) unknown.push({ ...placeOf(name), message });
  }
  for (const { right } of tree.findAll(nodes.Is)) {
    // With something in brackets behind it a test is a call: `is divisibleby(3)`.
    const name = right.name ?? right;
    const written = String(name.value);
    if (tests.has(written)) continue;
    unknown.push({
      ...placeOf(name),
      message: themeMessages.templateTest(written, closestHints(tests)(written)),
    });
  }
  return unknown;
}

function filterMistake(
  name: string,
  inEleventy: boolean,
  { everywhere, inEleventy: more }: FilterNames,
): string | null {
  if (everywhere.has(name) || (inEleventy && more.has(name))) return null;
  if (more.has(name)) return themeMessages.templateFilterOfEleventy(name);
  return themeMessages.templateFilter(name, closestHints([...everywhere, ...(inEleventy ? more : [])])(name));
}

/** Lines and columns of Nunjucks begin at 0. */
function placeOf({ lineno, colno }: NamedNode): Pick<Problem, 'line' | 'column'> {
  return { line: lineno + 1, column: colno + 1 };
}

/** What we use of Nunjucks' syntax tree, which its types do not know. */
interface NamedNode {
  readonly value: string;
  readonly lineno: number;
  readonly colno: number;
}

interface Tree {
  findAll(type: typeof nodes.Filter): readonly { readonly name: NamedNode }[];
  findAll(type: typeof nodes.Is): readonly { readonly right: NamedNode & { readonly name?: NamedNode } }[];
}

const { parser, nodes } = nunjucks as unknown as {
  readonly parser: { parse(text: string, extensions: readonly unknown[], options: object): Tree };
  readonly nodes: {
    readonly Filter: { readonly kind: 'Filter' };
    readonly Is: { readonly kind: 'Is' };
  };
};
