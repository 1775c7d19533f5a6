// Whether lists show the numbers that are typed: Markdown counts from the first, so that a countdown or a row of years would change.
import type { Token } from '../markdown/body-step.ts';
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

/** Above it are no numbers of items, but years and the like. */
const HIGHEST = 31;

export function checkListNumbers({ tokens, lines, places, report }: Checking): void {
  for (const [index, { type, markup, map }] of tokens.entries()) {
    if (type !== 'ordered_list_open' || !map) continue;
    const items = itemsOf(tokens, index);
    const changed = firstChanged(items.map(({ info }) => Number(info)));
    if (changed === -1) continue;
    const { map: place, info } = items[changed]!;
    const shown = `${Number(items[0]!.info) + changed}${markup}`;
    const line = place![0];
    if (lines[line] === undefined) continue;
    report(
      () => places.lineStart(line),
      'list-numbers',
      bodyMessages.numbersChanged(`${info}${markup}`, shown),
    );
  }
}

/**
 * The index of the first number that is not meant to be counted anew; -1: there is none. Numbers that are all alike, or that miss or repeat one, are those of
 * lists to which somebody added an item.
 */
function firstChanged(numbers: readonly number[]): number {
  const first = numbers[0]!;
  const isCountdown =
    numbers.length > 1 && numbers.every((number, index) => index === 0 || number < numbers[index - 1]!);
  if (!isCountdown && first <= HIGHEST) return -1;
  return numbers.findIndex((number, index) => number !== first + index);
}

function itemsOf(tokens: readonly Token[], open: number): readonly Token[] {
  const { level } = tokens[open]!;
  const items: Token[] = [];
  for (let index = open + 1; tokens[index] && tokens[index]!.level > level; index += 1)
    if (tokens[index]!.type === 'list_item_open' && tokens[index]!.level === level + 1)
      items.push(tokens[index]!);
  return items;
}
