// Hash numbers to a text that is as short, once compressed, as their bits allow, and back: as decimal figures they take a fifth more.

/** A number has 53 bits (`hashNumber`), and a letter 6. */
const LETTERS = 9;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

const VALUES = new Uint8Array(128);
for (let value = 0; value < ALPHABET.length; value++) VALUES[ALPHABET.charCodeAt(value)] = value;

/** @param numbers whole ones from 0 to `Number.MAX_SAFE_INTEGER`. */
export function packNumbers(numbers: readonly number[]): string {
  let text = '';
  for (const number of numbers) {
    let rest = number;
    for (let letter = 0; letter < LETTERS; letter++) {
      text += ALPHABET[rest % 64];
      rest = Math.floor(rest / 64);
    }
  }
  return text;
}

export function unpackNumbers(text: string): Float64Array {
  const numbers = new Float64Array(text.length / LETTERS);
  for (let place = 0, end = LETTERS; place < numbers.length; place++, end += LETTERS) {
    let number = 0;
    for (let at = end - 1; at >= end - LETTERS; at--) number = number * 64 + VALUES[text.charCodeAt(at)]!;
    numbers[place] = number;
  }
  return numbers;
}
