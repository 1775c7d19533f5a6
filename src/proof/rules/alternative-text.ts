// Pictures without a text in their place, and links that have no name.
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule } from '../rule.ts';

const words = proofWords.found.alternativeText;

export const alternativeText: Rule = {
  name: 'alternative-text',
  severity: 'error',
  page({ pictures, namelessLinks }, _tree, tell) {
    tell.looked(pictures.length);
    for (const { src, hasAlternative } of pictures) if (!hasAlternative) tell.found(words.picture(src));
    for (const href of namelessLinks) tell.found(words.link(href));
  },
};
