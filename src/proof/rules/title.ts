// Pages without a title, or with an empty one.
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule } from '../rule.ts';

const words = proofWords.found.title;

export const title: Rule = {
  name: 'title',
  severity: 'error',
  page({ isWhole, title: text }, _tree, tell) {
    if (!isWhole) return;
    tell.looked();
    if (text === null || text === '') tell.found(words.none);
    else if (/[\ufffd]/.test(text)) tell.found(words.broken(text));
  },
};
