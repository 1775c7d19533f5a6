// A style sheet to the custom properties that pages have by day: for pictures, which no style sheet reaches.

/** In CSS outside of comments, what ends a declaration or a prelude; texts between quotation marks hold none of it. */
const PIECES = /\/\*.*?(?:\*\/|$)|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};]|[^{};"'/]+|\//gs;

/**
 * By name without dashes: `brand`. Those of `:root` count, the last of each, whatever cascade layer it is in; those that
 * only hold under a condition (`@media`, `:root[data-theme="dark"]`) do not. `light-dark()` gives its first value, `var()`
 * the property that it names. What refers to nothing, or to itself, is left out.
 */
export function dayTokens(css: string): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  const open: string[] = [];
  let text = '';
  const isInRoot = (): boolean =>
    open.at(-1) === ':root' && open.slice(0, -1).every(prelude => /^@layer\b/.test(prelude));
  const declare = (): void => {
    const [, name, value] = /^--([\w-]+)\s*:\s*(.+)$/s.exec(text.trim()) ?? [];
    if (name !== undefined && isInRoot()) written.set(name, value!);
    text = '';
  };
  for (const [piece] of css.matchAll(PIECES)) {
    if (piece.startsWith('/*')) continue;
    if (piece === '{') {
      open.push(text.trim());
      text = '';
    } else if (piece === '}') {
      declare();
      open.pop();
    } else if (piece === ';') declare();
    else text += piece;
  }
  const values = [...written.keys()].map(name => [name, valueByDay(name, written, [])] as const);
  return new Map(values.filter((entry): entry is [string, string] => entry[1] !== null));
}

/** `way`: the properties on whose account this one is asked for. */
function valueByDay(
  name: string,
  written: ReadonlyMap<string, string>,
  way: readonly string[],
): string | null {
  const value = written.get(name);
  if (value === undefined || way.includes(name)) return null;
  const [, light] = /^light-dark\(([^,()]*(?:\([^()]*\)[^,()]*)*),.*\)$/s.exec(value) ?? [];
  const byDay = (light ?? value).trim();
  const [, other] = /^var\(\s*--([\w-]+)\s*\)$/.exec(byDay) ?? [];
  return other === undefined ? byDay : valueByDay(other, written, [...way, name]);
}
