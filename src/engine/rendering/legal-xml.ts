// A text becomes one that XML can hold: what editors write has no such character, but a photograph's own credit, or an owner's data, may.

/** What no XML has, escaped or not (XML 1.0, section 2.2). */
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

export function legalXml(text: string): string {
  return text.replace(ILLEGAL, '');
}
