// Pages that are no text, in another encoding than UTF-8, without a language, or too large.
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule } from '../rule.ts';

const words = proofWords.found.readable;

/** What is not read at all is told by whoever opens the files (`reading/open-page.ts`). */
export const readable: Rule = {
  name: 'readable',
  severity: 'error',
  page({ isWhole, lang, sendsTo }, _tree, tell) {
    tell.looked();
    if (isWhole && lang === '' && sendsTo === null) tell.found(words.noLang);
  },
};
