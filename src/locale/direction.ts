// A language becomes the direction in which it is written.

/** Scripts that go from right to left, as BCP 47 tags name them; and languages that are written in one when their tag names none. */
const SCRIPT = /-(?:Adlm|Arab|Hebr|Nkoo|Rohg|Syrc|Thaa)(?:-|$)/;
const LANGUAGE = /^(?:ar|arc|ckb|dv|fa|he|iw|ks|nqo|ps|sd|syr|ug|ur|yi)(?:-(?![A-Z][a-z]{3}(?:-|$))|$)/;

/** @param lang BCP 47 tag: true of Arabic, Hebrew, Persian and Urdu, and of `ku-Arab`; false of `ar-Latn`. */
export function isRightToLeft(lang: string): boolean {
  return SCRIPT.test(lang) || LANGUAGE.test(lang);
}
