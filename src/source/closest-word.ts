// An unknown word becomes the known word that the editor most likely meant.

/**
 * The known word with the smallest edit distance to `word`; the first one of several. Null when each would need more than
 * one edit for three letters. An edit adds, drops or changes a letter, or swaps two neighbours. Case and accents do not count.
 */
export function closestWord(word: string, known: readonly string[]): string | null {
  const wanted = withoutCaseAndAccents(word);
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, withoutCaseAndAccents(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function withoutCaseAndAccents(word: string): string {
  // The time for the distance grows with the square of the length, and no known word has more than a hundred letters.
  return word.slice(0, 100).trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How many edits lead from one word to the other: the optimal string alignment distance. It keeps three rows of the table, since it needs no more. */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(last[j]! + 1, row[j - 1]! + 1, change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        distance = Math.min(distance, beforeLast[j - 2]! + 1);
      }
      row.push(distance);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
