// The type of what a file says becomes the list of all its fields, nested ones too: a table over that list does not
// compile while a field is missing.
import fc from 'fast-check';
import type { TypedDate } from '../../src/time/read-instant.ts';

/**
 * Every place in a `T` that can be written: `title`, `image`, `image.alt`. The objects of a list are one place:
 * `corrections.text`. A date is one text. What has no fixed names (votes by the slug of a poll) is written as a whole.
 */
export type FieldPath<T> = T extends readonly (infer Item)[]
  ? FieldPath<Item>
  : T extends TypedDate
    ? never
    : T extends object
      ? string extends keyof T
        ? never
        : { [K in keyof T & string]-?: K | `${K}.${FieldPath<T[K]>}` }[keyof T & string]
      : never;

/** The fields of a `T` that have fields themselves. */
export type GroupName<T> = {
  [K in keyof T & string]-?: [FieldPath<T[K]>] extends [never] ? never : K;
}[keyof T & string];

/** Per field of a `T` the values that random edits write there, as an editor writes them. */
export type RandomFields<T> = Readonly<Record<FieldPath<T>, fc.Arbitrary<unknown>>>;

/** Per field that has fields: what it is before one of them is written, if it is not there. */
export type SampleGroups<T> = Readonly<Record<GroupName<T>, unknown>>;

type Below<P extends string, Table> = { readonly [K in keyof Table & string as `${P}.${K}`]: Table[K] };

/** The table of a nested object, as a part of the table of what holds it. */
export function under<P extends string, Table extends Readonly<Record<string, fc.Arbitrary<unknown>>>>(
  name: P,
  table: Table,
): Below<P, Table> {
  const entries = Object.entries(table).map(([path, values]) => [`${name}.${path}`, values]);
  return Object.fromEntries(entries) as Below<P, Table>;
}

/** A value for one field. Plain data. */
export interface FieldEdit {
  readonly path: string;
  /** Which object of a list. */
  readonly at: number;
  readonly value: unknown;
}

/** Edits of each field; those at the top are equally often edited, however much is nested in them. */
export function fieldEdits(table: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<FieldEdit> {
  const paths = Map.groupBy(Object.keys(table), path => path.split('.')[0]!);
  return fc
    .constantFrom(...paths.values())
    .chain(nested =>
      fc
        .constantFrom(...nested)
        .chain(path => fc.record({ path: fc.constant(path), at: fc.nat(14), value: table[path]! })),
    );
}

type Fields = Readonly<Record<string, unknown>>;

/** `fields` after an edit. A field above it that is not there, or has another form, is first as in `samples`. */
export function withField(fields: Fields, { path, at, value }: FieldEdit, samples: Fields): Fields {
  const [name, ...below] = path.split('.') as [string, ...string[]];
  if (below.length === 0) return { ...fields, [name]: value };
  const group = hasFields(fields[name]) ? fields[name] : samples[name];
  return { ...fields, [name]: withNested(group, below, at, value) };
}

function withNested(group: unknown, path: readonly string[], at: number, value: unknown): unknown {
  if (path.length === 0) return value;
  if (Array.isArray(group)) {
    if (group.length === 0) return group;
    const index = at % group.length;
    return group.with(index, withNested(group[index], path, at, value));
  }
  const [name, ...below] = path as [string, ...string[]];
  // Of a nested group that is not there only this field is written: its reader may refuse it.
  const fields = (group ?? {}) as Fields;
  return { ...fields, [name]: withNested(fields[name], below, at, value) };
}

/** An object, or a list of objects: no coordinates. */
function hasFields(value: unknown): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === 'object' && first !== null;
}
