// A text becomes what a font can set of it: signs take their plain form, and words in letters that the font lacks go, with their brackets.
import { OBJECT } from '../typography/characters.ts';

const characters = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** A pair of brackets or quotation marks with nothing left between them. */
const EMPTY_PAIR = new RegExp(`[(\\[«“‘][\\p{Zs}]*${OBJECT}[\\p{Zs}]*[)\\]»”’]`, 'gu');
/** Several left-out letters, with the dots and blanks between them. */
const GAP = new RegExp(`${OBJECT}(?:[\\p{Zs}·・-]*${OBJECT})+`, 'gu');

/** When less than this share of a headline's letters is left, it would say something else. */
const ENOUGH = 0.5;

/**
 * `covers` tells whether the font has a character. Returns an empty text when the font lacks most of its letters: of a Chinese
 * headline only a year and a comma would be left.
 */
export function printableText(text: string, covers: (character: string) => boolean): string {
  const given = [...characters.segment(text.normalize('NFC'))].map(({ segment }) => segment);
  const set = given.map(character => printableCharacter(character, covers));
  const letters = set.filter((_, index) => /[\p{L}\p{N}]/u.test(given[index]!));
  const left = letters.filter(character => character !== OBJECT).length;
  return left < letters.length * ENOUGH ? '' : closeGaps(set.join(''));
}

function printableCharacter(character: string, covers: (character: string) => boolean): string {
  if (/^\s$/.test(character)) return covers(character) ? character : ' ';
  const visible = character.replace(/[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, '');
  if (visible === '') return '';
  const forms = [
    visible,
    // « ℃ » is « °C », and « ﬁ » is two letters (Unicode Standard Annex 15, compatibility).
    visible.normalize('NFKC'),
    visible.normalize('NFKD').replace(/\p{M}/gu, ''),
  ];
  return forms.find(form => form !== '' && [...form].every(covers)) ?? OBJECT;
}

function closeGaps(text: string): string {
  let tidy = text.replace(GAP, OBJECT);
  // There may be brackets within brackets.
  for (let before = ''; before !== tidy; ) {
    before = tidy;
    tidy = tidy.replace(EMPTY_PAIR, OBJECT).replace(GAP, OBJECT);
  }
  if (!tidy.includes(OBJECT)) return tidy.replace(/ {2,}/g, ' ').trim();
  return tidy
    .replace(new RegExp(`([(\\[«“])[\\p{Zs}]*${OBJECT}[\\p{Zs},;:·–—-]*`, 'gu'), '$1')
    .replaceAll(OBJECT, '')
    .replace(/(?<!\p{Zs})\p{Zs}+(?=[ ,.…)])/gu, '')
    .replace(/ {2,}/g, ' ')
    .replace(/^[\p{Zs},;:·–—-]+|(?<![\p{Zs},;:·–—-])[\p{Zs},;:·–—-]+$/gu, '');
}
