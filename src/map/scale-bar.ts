// The scale of a map becomes a bar that stands for a round number of kilometres.

export interface ScaleBar {
  readonly kilometres: number;
  /** Units of the view box. */
  readonly width: number;
}

/** In kilometres. */
const ROUND = [50, 100, 200, 500, 1000, 2000] as const;
/** In units of the view box. */
const LONGEST = 84;

/** @param perKilometre units of the view box. */
export function scaleBar(perKilometre: number): ScaleBar {
  const kilometres = ROUND.findLast(each => each * perKilometre <= LONGEST) ?? ROUND[0];
  return { kilometres, width: kilometres * perKilometre };
}
