// Pages that search engines may show, and to which no link leads from the home page.
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule } from '../rule.ts';

const words = proofWords.found.noWay;

export const noWay: Rule = {
  name: 'no-way',
  severity: 'error',
  page({ isReached, isIndexable, isWhole, sendsTo, address }, _tree, tell) {
    if (!isWhole || !isIndexable || sendsTo !== null || /\/404\.html$/.test(address)) return;
    tell.looked();
    if (isReached === false) tell.found(words.page(address));
  },
  gather(tree) {
    return {
      take() {},
      end(tellOf) {
        if (tree.table.find('/') === -1) tellOf('/').found(words.noHome);
      },
    };
  },
};
