// A text becomes the place from which on it is no JSON (RFC 8259). Node's own parser often gives none.

const TOKEN = /[ \t\n\r]*(?:("[^"\\\n]*(?:\\.[^"\\\n]*)*"|-?\d[\d.eE+-]*|true|false|null)|([{}[\],:]))/y;

type Wanted = 'value' | 'item' | 'first-key' | 'key' | 'colon' | 'next' | 'nothing';

/** The offset of what can't stand there, or of the text's end where more has to come; null: the text is JSON. */
export function whereJsonEnds(text: string): number | null {
  try {
    JSON.parse(text);
    return null;
  } catch {
    return firstStray(text);
  }
}

function firstStray(text: string): number {
  const open: string[] = [];
  let wanted: Wanted = 'value';
  TOKEN.lastIndex = 0;
  for (let at = 0; ; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const [all, scalar, mark] = TOKEN.exec(text) ?? [];
    if (all === undefined) return at + /^[ \t\n\r]*/.exec(text.slice(at))![0].length;
    const next = afterToken(wanted, scalar, mark, open);
    if (next === null) return TOKEN.lastIndex - (scalar ?? mark)!.length;
    wanted = next;
  }
}

/** What may come after a token, or null where the token itself may not; keeps the brackets that are `open`. */
function afterToken(
  wanted: Wanted,
  scalar: string | undefined,
  mark: string | undefined,
  open: string[],
): Wanted | null {
  const afterValue = (): Wanted => (open.length === 0 ? 'nothing' : 'next');
  const isValue = wanted === 'value' || wanted === 'item';
  if (scalar !== undefined) {
    if (wanted === 'key' || wanted === 'first-key') return scalar.startsWith('"') ? 'colon' : null;
    return isValue ? afterValue() : null;
  }
  if (isValue && (mark === '{' || mark === '[')) {
    open.push(mark);
    return mark === '{' ? 'first-key' : 'item';
  }
  if (wanted === 'colon') return mark === ':' ? 'value' : null;
  if (wanted === 'next' && mark === ',') return open.at(-1) === '{' ? 'key' : 'value';
  const closes = wanted === 'next' || wanted === (mark === '}' ? 'first-key' : 'item');
  if (!closes || open.at(-1) !== (mark === '}' ? '{' : mark === ']' ? '[' : '')) return null;
  open.pop();
  return afterValue();
}
