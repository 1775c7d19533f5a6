// Whether items of lists begin with boxes, which would be shown as brackets.
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { eachShownText } from './shown-text.ts';

const BOX = /^\[[ xX]\](?=\s|$)/;

export function checkTaskBoxes(checking: Checking): void {
  const { tokens, places, report } = checking;
  const inItems = new Set(tokens.filter((_, index) => tokens[index - 2]?.type === 'list_item_open'));
  for (const { text, block, start, end } of eachShownText(checking)) {
    const box = inItems.has(block) ? BOX.exec(text)?.[0] : undefined;
    if (box !== undefined) report(() => places.find(box, start, end), 'task-box', bodyMessages.taskBox(box));
  }
}
