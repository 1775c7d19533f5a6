// The changes that a rule makes to a text become the changed text, and the bounds of its pieces go where the changes put them.

/** From `at` on, `length` characters become `by`. */
export interface Edit {
  readonly at: number;
  readonly length: number;
  readonly by: string;
}

/** A text in one or several pieces. */
export interface CutText {
  readonly text: string;
  /** The offsets at which one piece ends and the next begins, in order; none: the text is one piece. */
  readonly cuts: readonly number[];
}

/** One step of typography, which finds the changes of one kind, from the text's beginning to its end, none touching another's characters. */
export type TypographyStep = (text: string) => readonly Edit[];

/** Steps for texts alone in which `near` finds something: a quick look that spares most texts the steps. */
export interface StepGroup {
  readonly near: RegExp;
  readonly steps: readonly (TypographyStep | StepGroup)[];
}

export const NO_EDIT: readonly Edit[] = [];

/** What a group of an expression becomes: a text, the result of a function of it, or (null) what it is. */
export type Setting = string | ((found: string) => string) | null;

/**
 * The changes that an expression describes.
 * @param pattern has the flag `g`, and is a row of groups that together are all that it matches: so what stays, stays in its piece.
 * @param settings what each group becomes.
 */
export function editsOf(text: string, pattern: RegExp, settings: readonly Setting[]): readonly Edit[] {
  let edits: Edit[] | null = null;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    let at = match.index;
    // A place between two characters is found once.
    if (match[0] === '') pattern.lastIndex += 1;
    for (let group = 0; group < settings.length; group += 1) {
      const setting = settings[group];
      const found = match[group + 1] ?? '';
      const by = typeof setting === 'function' ? setting(found) : (setting ?? found);
      if (by !== found) {
        edits ??= [];
        edits.push({ at, length: found.length, by });
      }
      at += found.length;
    }
  }
  return edits ?? NO_EDIT;
}

/**
 * Makes the changes. Each kept character stays in its piece; what replaces characters of two pieces goes to the first. What is put at a bound goes
 * to the start of the piece after, but to the end of the piece before when that ends with `«`.
 */
export function makeEdits({ text, cuts }: CutText, edits: readonly Edit[]): CutText {
  if (edits.length === 0) return { text, cuts };
  let changed = '';
  let done = 0;
  for (const { at, length, by } of edits) {
    if (at > done) changed += text.slice(done, at);
    changed += by;
    done = at + length;
  }
  return { text: changed + text.slice(done), cuts: cuts.length === 0 ? cuts : moveCuts(text, cuts, edits) };
}

function moveCuts(text: string, cuts: readonly number[], edits: readonly Edit[]): readonly number[] {
  let next = 0;
  let shift = 0;
  return cuts.map(cut => {
    while (next < edits.length && isBefore(edits[next]!, cut, text)) {
      const { length, by } = edits[next]!;
      shift += by.length - length;
      next += 1;
    }
    const inside = edits[next];
    // A bound within what is replaced goes behind what replaces it.
    if (inside !== undefined && inside.at < cut) return inside.at + inside.by.length + shift;
    return cut + shift;
  });
}

function isBefore({ at, length }: Edit, cut: number, text: string): boolean {
  if (length > 0) return at + length <= cut;
  return at < cut || (at === cut && text[at - 1] === '«');
}

/** Takes the steps in their order, each with what the one before left. */
export function takeSteps(text: CutText, steps: StepGroup['steps']): CutText {
  let set = text;
  for (const step of steps) {
    if (typeof step === 'function') {
      const edits = step(set.text);
      if (edits.length > 0) set = makeEdits(set, edits);
    } else if (step.near.test(set.text)) set = takeSteps(set, step.steps);
  }
  return set;
}
