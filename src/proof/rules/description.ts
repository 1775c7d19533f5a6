// Pages that search engines may show without a description.
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule } from '../rule.ts';

export const description: Rule = {
  name: 'description',
  severity: 'error',
  page({ isWhole, isIndexable, sendsTo, description: text }, _tree, tell) {
    if (!isWhole || !isIndexable || sendsTo !== null) return;
    tell.looked();
    if (text === null || text === '') tell.found(proofWords.found.description);
  },
};
