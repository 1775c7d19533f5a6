// What templates see to the same, but that asking it for what is not there is an error which names it.

/** `path` is what templates call `value`: of a guarded `view`, `view.titel` throws. */
export function guarded<Value>(value: Value, path: string): Value {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy<object>(value, {
    get(target, key) {
      const field: unknown = Reflect.get(target, key);
      // Nunjucks and the language itself ask for symbols, and call what all lists have.
      if (typeof key === 'symbol' || typeof field === 'function') return field;
      const name = Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`;
      if (!Object.hasOwn(target, key)) throw new Error(`unknown field « ${name} »`);
      return guarded(field, name);
    },
  }) as Value;
}

/** What was asked for and not there, as `view.titel`; null: `message` is of another error. Nunjucks keeps nothing of an error but its text. */
export function unknownField(message: string): string | null {
  return /unknown field « (.+?) »/.exec(message)?.[1] ?? null;
}
