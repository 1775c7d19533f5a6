// A template that compiles to the filters and tests in it that nobody has: Nunjucks would stop at them on the first page that meets one.
import nunjucks from 'nunjucks';
import { atHand } from '../../cache/at-hand.ts';
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
  const { filters, tests } = known;
  const used = usedNames(text);
  const unknown: UnknownName[] = [];
  for (const { written, ...place } of filters === null ? [] : used.filters) {
    const message = filterMistake(written, inEleventy, filters!);
    if (message !== null) unknown.push({ ...place, message });
  }
  for (const { written, ...place } of used.tests) {
    if (tests.has(written)) continue;
    unknown.push({ ...place, message: themeMessages.templateTest(written, closestHints(tests)(written)) });
  }
  return unknown;
}

/** A name of a filter or of a test, and where it stands. */
interface UsedName extends Pick<Problem, 'line' | 'column'> {
  readonly written: string;
}

/** As many as are at hand; a theme has fewer. */
const TEMPLATES_AT_HAND = 200;

/** Of a template's text. */
const usedNames = atHand((text): Readonly<Record<'filters' | 'tests', readonly UsedName[]>> => {
  const tree = parser.parse(text, [], environmentOptions);
  return {
    filters: tree.findAll(nodes.Filter).map(({ name }) => usedName(name)),
    // With something in brackets behind it a test is a call: `is divisibleby(3)`.
    tests: tree.findAll(nodes.Is).map(({ right }) => usedName(right.name ?? right)),
  };
}, TEMPLATES_AT_HAND);

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
function usedName({ value, lineno, colno }: NamedNode): UsedName {
  return { written: String(value), line: lineno + 1, column: colno + 1 };
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
