// Pages whose headings leave a level out, or that have not one heading of the first level.
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule } from '../rule.ts';

const words = proofWords.found.headingOrder;

export const headingOrder: Rule = {
  name: 'heading-order',
  severity: 'error',
  page({ isWhole, sendsTo, headings }, _tree, tell) {
    if (!isWhole || sendsTo !== null) return;
    tell.looked(headings.length);
    const firsts = headings.filter(({ level }) => level === 1).length;
    if (firsts === 0) tell.found(words.none);
    else if (firsts > 1) tell.found(words.many(firsts));
    let before = 0;
    for (const { level, text } of headings) {
      // What stands before the first one belongs to the frame of all pages.
      if (before > 0 && level > before + 1) tell.found(words.leap(text, level, before));
      if (text === '') tell.found(words.empty(level));
      before = level;
    }
  },
};
