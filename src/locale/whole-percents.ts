// Counts become the percentages that are printed beside them.

/**
 * Whole percentages that add up to 100 (largest remainder, Hamilton's method; equal remainders go to the earlier one), as
 * readers add them up. All zero when there are no votes.
 */
export function wholePercents(counts: readonly number[]): readonly number[] {
  const sum = counts.reduce((total, count) => total + count, 0);
  if (sum === 0) return counts.map(() => 0);
  const exact = counts.map(count => (count * 100) / sum);
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((total, percent) => total + percent, 0);
  exact
    .map((percent, index) => ({ index, rest: percent - whole[index]! }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, missing)
    .forEach(({ index }) => {
      whole[index]!++;
    });
  return whole;
}
