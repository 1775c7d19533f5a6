// Wraps what templates see, so that reading a missing field throws an error with the name of the field.

/** `path` is the name of `value` in templates: reading `titel` of a guarded `view` throws « view.titel ». */
export function guardFields<Value>(value: Value, path: string): Value {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy<object>(value, {
    get(target, key) {
      const field: unknown = Reflect.get(target, key);
      // Nunjucks and JavaScript itself read symbols and the methods of lists.
      if (typeof key === 'symbol' || typeof field === 'function') return field;
      const name = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
      if (!Object.hasOwn(target, key)) throw new Error(`unknown field « ${name} »`);
      return guardFields(field, name);
    },
  }) as Value;
}

/** The missing field, `view.titel`; null: `message` is of another error. Nunjucks keeps only the message of an error. */
export function unknownField(message: string): string | null {
  return /unknown field « (.+?) »/.exec(message)?.[1] ?? null;
}
