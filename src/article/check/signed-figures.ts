// Whether lists of several figures (`- 5 % pour Peugeot` on each line) are lists, or falls and rises whose signs nobody would read.
import { shorten } from '../../source/shorten.ts';
import type { Token } from '../markdown/body-step.ts';
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

/** A figure with a unit in which changes are told. */
const FIGURE =
  /^\d[\d.,\u00A0\u202F]*[ \u00A0\u202F]?(?:[%‰€$£°]|(?:k|M|Md)€|(?:euros?|points?|pts?|degrés?)(?!\p{L}))/u;
/** A change, in the sentence before: only then is a hyphen before each figure likely to be a minus, since results of votes and prices are lists. */
const CHANGE =
  /(?<!\p{L})(?:baiss|recul|chut|repli|perd|perte|dégringol|diminu|fléchi|hauss|progress|augment|variation|évolution|évolu|négati)/iu;
/** Characters of a text that hold its last sentence. */
const ENOUGH = 300;

export function checkSignedFigures({ tokens, lines, places, report }: Checking): void {
  let before: string | null = null;
  for (const [index, { type, content, markup, map }] of tokens.entries()) {
    if (type === 'inline') before = content;
    if (type !== 'bullet_list_open' || markup === '*' || !map) continue;
    const items = itemsOf(tokens, index, lines);
    if (items.length < 2 || !items.every(item => FIGURE.test(item))) continue;
    const isSigned =
      markup === '+' || before === null || CHANGE.test(lastSentence(before)) || isBesideRises(tokens, index);
    if (!isSigned) continue;
    const [start] = map;
    const message = bodyMessages.signedFigures(markup, shorten(items[0]!, 40));
    report(() => places.lineStart(start), 'signed-figures', message);
  }
}

/** What each item of a list begins with, after its mark. */
function itemsOf(tokens: readonly Token[], open: number, lines: readonly string[]): readonly string[] {
  const { level, markup } = tokens[open]!;
  const items: string[] = [];
  for (let index = open + 1; tokens[index] && tokens[index]!.level > level; index += 1) {
    const { type, map, level: depth } = tokens[index]!;
    if (type !== 'list_item_open' || depth !== level + 1 || !map) continue;
    const line = lines[map[0]]!;
    items.push(line.slice(line.indexOf(markup) + 1).trim());
  }
  return items;
}

function lastSentence(text: string): string {
  const sentences = text.slice(-ENOUGH).split(/[.!?…]\s+/);
  return sentences.at(-1)!;
}

/** Whether a list whose mark is `+` is right before or after. */
function isBesideRises(tokens: readonly Token[], open: number): boolean {
  let close = open + 1;
  while (tokens[close] && tokens[close]!.level > tokens[open]!.level) close += 1;
  return [tokens[open - 1], tokens[close + 1]].some(
    beside => beside?.type.startsWith('bullet_list_') && beside.markup === '+',
  );
}
