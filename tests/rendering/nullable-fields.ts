// Compares a type, as TypeScript sees it, with values of that type: finds the nullable fields that are always null in them, or never.
import { join } from 'node:path';
import { API, type Checker, type Type, TypeFlags, type TypeReference } from 'typescript/unstable/sync';

const ROOT = join(import.meta.dirname, '../..');

/** The types of the project. They live in a process of their own, which ends when this is disposed of. */
export interface ProjectTypes extends Disposable {
  /** The type of an interface or a value that `file` exports; `file` is below the project's root. */
  exportedBy(file: string, name: string): Type;
  /** The type of the items of an array. */
  itemOf(type: Type): Type;
  fieldOf(type: Type, name: string): Type;
  /**
   * The nullable fields of a type, and of all types within it, that are null in all `values` or in none. A field has the name of the
   * interface that declares it, wherever it stands: `Card.summary`. A field of a type without a name has its path from `root`.
   */
  oneSided(type: Type, values: readonly unknown[], root: string): readonly string[];
}

export function projectTypes(): ProjectTypes {
  const api = new API({ cwd: ROOT });
  const config = join(ROOT, 'tsconfig.json');
  const { checker, program } = api.updateSnapshot({ openProjects: [config] }).getProject(config)!;
  return {
    exportedBy(file, name) {
      const module = checker.getSymbolAtLocation(program.getSourceFile(join(ROOT, file))!)!;
      const exported = checker.getExportsOfModule(module).find(symbol => symbol.name === name)!;
      const ofValue = checker.getTypeOfSymbol(exported);
      return ofValue && !ofValue.isErrorType() ? ofValue : checker.getDeclaredTypeOfSymbol(exported);
    },
    itemOf: type => itemOf(checker, type)!,
    fieldOf: (type, name) => checker.getTypeOfSymbol(checker.getPropertyOfType(type, name)!)!,
    oneSided(type, values, root) {
      const found = new Map<string, Found>();
      const walk = walker(checker, found);
      walk(type, NO_VALUE, root, []);
      for (const value of values) walk(type, value, root, []);
      return [...found]
        .flatMap(([field, { isNull, isThere }]) => {
          if (!isThere) return [`${field} is always null`];
          return isNull ? [] : [`${field} is never null`];
        })
        .sort();
    },
    [Symbol.dispose]: () => api.close(),
  };
}

/** What the values have in a nullable field. */
interface Found {
  isNull: boolean;
  isThere: boolean;
}

/** Stands for a missing value: the walk goes through the type alone, and finds the fields that no value reaches. */
const NO_VALUE = Symbol('no value');

type Walk = (type: Type, value: unknown, path: string, above: readonly Type[]) => void;

function walker(checker: Checker, found: Map<string, Found>): Walk {
  const walk: Walk = (type, value, path, above) => {
    // Without a value, a type within itself would never end.
    if (value === null || (value === NO_VALUE && above.some(({ id }) => id === type.id))) return;
    const item = itemOf(checker, type);
    if (item !== null) {
      const values: readonly unknown[] = value === NO_VALUE ? [value] : (value as readonly unknown[]);
      for (const each of values) walk(item, each, `${path}[]`, [...above, type]);
      return;
    }
    for (const member of membersOf(type)) {
      if (!member.isObjectType()) continue;
      const fields = checker.getPropertiesOfType(member);
      // A value belongs to the members of a union whose fields it has.
      if (value !== NO_VALUE && !fields.every(({ name }) => Object.hasOwn(value as object, name))) continue;
      for (const field of fields) {
        const ofField = checker.getTypeOfSymbol(field)!;
        const inField = value === NO_VALUE ? NO_VALUE : (value as Record<string, unknown>)[field.name];
        // Fields that an interface takes over from another type by a mapping are its own.
        const declared = field.getParent()?.name ?? '__type';
        const owner = declared === '__type' ? (member.getSymbol()?.name ?? '__type') : declared;
        const way = `${path}.${field.name}`;
        if (isNullable(ofField)) note(found, owner === '__type' ? way : `${owner}.${field.name}`, inField);
        walk(ofField, inField, way, [...above, type]);
      }
    }
  };
  return walk;
}

function note(found: Map<string, Found>, field: string, value: unknown): void {
  const sofar = found.get(field) ?? { isNull: false, isThere: false };
  found.set(field, {
    isNull: sofar.isNull || value === null,
    isThere: sofar.isThere || (value !== null && value !== NO_VALUE),
  });
}

function membersOf(type: Type): readonly Type[] {
  return type.isUnionType() ? type.getTypes() : [type];
}

/** Whether it is null or something else. A type of null alone is not nullable. */
function isNullable(type: Type): boolean {
  const members = membersOf(type);
  return members.length > 1 && members.some(({ flags }) => (flags & TypeFlags.Null) !== 0);
}

/** null: the type is not an array. The items of our tuples have no fields. */
function itemOf(checker: Checker, type: Type): Type | null {
  if (!checker.isArrayType(type)) return null;
  return checker.getTypeArguments(type as TypeReference)[0] ?? null;
}
