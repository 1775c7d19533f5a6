// A word that is not known becomes the known word that was most likely meant.

/**
 * The known word nearest to `word`, or null when none is near: letters added, left out, changed or swapped with
 * their neighbour, at most one in three. Case and accents count for nothing. Of two as near, the first one.
 */
export function closestWord(word: string, known: readonly string[]): string | null {
  const wanted = bare(word);
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const distance = editDistance(wanted, bare(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

function bare(word: string): string {
  // Nobody means a word of more than a hundred letters, and the distance costs the square of the length.
  return word.slice(0, 100).trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Optimal string alignment distance, with three rows instead of the whole table. */
function editDistance(a: string, b: string): number {
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
