// A text becomes the list of its characters that no text of the portal may contain: invisible ones that can change what readers see.

/**
 * C0 and C1 control characters except tab and line end, the line and paragraph separators U+2028 and U+2029, a byte
 * order mark inside the text, every character with the Unicode property Bidi_Control (UAX #9, section 2: they change the
 * order in which a text appears), unpaired surrogates, and noncharacters (Unicode, chapter 23.7), of which XML forbids some.
 */
const UNWANTED = /[\p{Cc}\u2028\u2029\ufeff\p{Bidi_Control}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
const WANTED_CONTROLS = new Set(['\t', '\n']);

/** A faster expression without Unicode properties. Every text with an unwanted character matches it, and most other texts do not. */
const PERHAPS_UNWANTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression looks for control characters
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff\ud800-\udfff]/;

/** The offsets of the unwanted characters of `text`, in order. */
export function findUnwantedCharacters(text: string): readonly number[] {
  if (!PERHAPS_UNWANTED.test(text)) return [];
  const found: number[] = [];
  for (const match of text.matchAll(UNWANTED)) {
    if (!WANTED_CONTROLS.has(match[0])) found.push(match.index);
  }
  return found;
}

/** `text` with U+FFFD for each unwanted character, so that a message can quote it. */
export function replaceUnwantedCharacters(text: string): string {
  return text.replace(UNWANTED, '\ufffd');
}

/** The French name, with article and code, of the character at `offset`: « un caractère de contrôle (U+0007) ». */
export function nameUnwantedCharacter(text: string, offset: number): string {
  const code = text.codePointAt(offset) ?? 0;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 0) return `un caractère nul (${name})`;
  if (code === 0xfeff) return `une marque d’ordre des octets (${name})`;
  if (code === 0x2028 || code === 0x2029) return `un séparateur de ligne invisible (${name})`;
  if (code >= 0xd800 && code <= 0xdfff) return `un caractère incomplet (${name})`;
  if (/\p{Noncharacter_Code_Point}/u.test(String.fromCodePoint(code)))
    return `un code qui n’est pas un caractère (${name})`;
  return code < 0xa0
    ? `un caractère de contrôle (${name})`
    : `une marque invisible de sens d’écriture (${name})`;
}
