// The scale of a map to a bar of a round number of kilometres.

export interface ScaleBar {
  readonly kilometres: number;
  /** Units of the view box. */
  readonly width: number;
}

const ROUND = [50, 100, 200, 500, 1000, 2000] as const;
const LONGEST = 84;

export function scaleBar(perKilometre: number): ScaleBar {
  const kilometres = ROUND.findLast(each => each * perKilometre <= LONGEST) ?? ROUND[0];
  return { kilometres, width: kilometres * perKilometre };
}
