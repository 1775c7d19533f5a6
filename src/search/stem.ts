// A folded word becomes what its forms have in common: `elections` and `election`, `negocier` and `negociation`.
//
// The stemmers that are to be had (Snowball and its kin) go by accents, which readers leave out: they make one word of « négociée » and
// another one of « negociee ». This one begins where folding ends (decision 066).

/** An ending, how many letters have to stand before it, and what comes in its place. Of those that fit the longest is taken. */
const ENDINGS: readonly (readonly [ending: string, before: number, instead?: string])[] = [
  ['issaient', 4],
  ['issement', 4],
  ['eraient', 3],
  ['issait', 4],
  ['issant', 4],
  ['issent', 4],
  ['atrice', 4],
  ['ateur', 4],
  ['ation', 4],
  ['trice', 4, 'teur'],
  ['ement', 5],
  ['erent', 3],
  ['aient', 3],
  ['erait', 3],
  ['eront', 3],
  ['erons', 3],
  ['ienne', 3, 'ien'],
  ['isme', 5],
  ['iste', 5],
  ['ique', 4],
  ['euse', 3, 'eu'],
  ['aise', 3, 'a'],
  ['oise', 3, 'o'],
  ['ente', 4, 'ent'],
  ['ence', 4, 'ent'],
  ['ance', 4, 'ant'],
  ['ante', 4, 'ant'],
  ['ent', 4],
  ['iere', 3, 'i'],
  ['erai', 3],
  ['erez', 3],
  ['era', 4],
  ['ait', 3],
  ['ant', 4],
  ['ier', 3, 'i'],
  ['ee', 3],
  ['er', 3],
  ['ez', 3],
  ['if', 3, 'iv'],
  ['ie', 4],
  ['ir', 4],
  ['it', 4],
  ['i', 4],
  ['e', 3],
];

/** After the first ending more has to stay: of « libérer » as of « libère » `liber`. */
const BEFORE_OTHERS = 4;
const BY_LAST = new Map<string, typeof ENDINGS>();
for (const rule of ENDINGS) {
  const last = rule[0].at(-1)!;
  BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), rule]);
}
/** Shorter words have no forms that would be worth the mistakes. */
const SHORTEST = 4;
const LETTERS = /^[a-z]+$/;
/** `europeenne` is of one stem with `europeen`. */
const DOUBLED = /(?<=[a-z]{2})([bcdfglmnprtvz])\1$/;

export function stemOf(word: string): string {
  if (word.length < SHORTEST || !LETTERS.test(word)) return word;
  let stem = singularOf(word);
  for (let least = 0; ; least = BEFORE_OTHERS) {
    const shorter = withoutEnding(stem, least).replace(DOUBLED, '$1');
    if (shorter === stem) return stem;
    stem = shorter;
  }
}

function singularOf(word: string): string {
  if (/[aeo]ux$/.test(word) && word.length > SHORTEST + 1)
    return word.endsWith('aux') && !word.endsWith('eaux') ? `${word.slice(0, -2)}l` : word.slice(0, -1);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function withoutEnding(word: string, least: number): string {
  for (const [ending, before, instead = ''] of BY_LAST.get(word.at(-1)!) ?? []) {
    const left = word.length - ending.length;
    if (left >= Math.max(before, least) && word.endsWith(ending)) return word.slice(0, left) + instead;
  }
  return word;
}
