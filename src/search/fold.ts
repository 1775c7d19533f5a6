// Letters as printed become letters as anybody types them: without accents, capitals, ligatures and signs of other alphabets.

/** What Unicode does not take apart (NFKD): each of these letters is one of its own. */
const PLAIN: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ə: 'e',
};
const OF_ITS_OWN = /[œæßøłđðþħŧŋıə]/g;

/** Accents, and what nobody sees: soft hyphens, joiners, spaces of no width. */
const UNSEEN = /[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/gu;
const PLAIN_WORD = /^[a-z0-9]*$/;

/** `ŒUVRES d’été` becomes `oeuvres d’ete`, `CO₂` `co2`, `Wałęsa` `walesa`. */
export function folded(text: string): string {
  const lower = text.toLowerCase();
  // Half of all words.
  if (PLAIN_WORD.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(OF_ITS_OWN, letter => PLAIN[letter]!);
}
