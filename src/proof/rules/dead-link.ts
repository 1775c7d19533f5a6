// Links that lead to nothing: on pages, and what style sheets load.
import { QUALITY_URL } from '../../address/addresses.ts';
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule } from '../rule.ts';

const words = proofWords.found.deadLink;

export const deadLink: Rule = {
  name: 'dead-link',
  severity: 'error',
  page({ links }, _tree, tell) {
    for (const { href, element, led } of links) {
      if (led.to === 'nothing')
        tell.found(words.nothing(led.address, proofWords.elements[element] ?? element));
      else if (led.to === 'nowhere') tell.found(words.nowhere(href));
      else if (led.to !== 'file' || led.address === QUALITY_URL) continue;
      tell.looked();
    }
  },
  file({ address, text }, tree, tell) {
    if (!address.endsWith('.css')) return;
    for (const href of addressesInStyles(text)) {
      const led = tree.lead(href, address);
      if (led.to === 'other') continue;
      tell.looked();
      if (led.to === 'nothing') tell.found(words.nothing(led.address, proofWords.elements.styles!));
      else if (led.to === 'nowhere') tell.found(words.nowhere(href));
    }
  },
};

/** CSS Values 4, § 4.5: what stands in `url()`. */
export function addressesInStyles(css: string): readonly string[] {
  const withoutRemarks = css
    .split('/*')
    .map((part, at) => (at === 0 ? part : part.slice(part.indexOf('*/') + 2)));
  return withoutRemarks
    .join(' ')
    .split('url(')
    .slice(1)
    .flatMap(part => {
      const quote = /^\s*(["'])/.exec(part);
      const end = quote === null ? part.indexOf(')') : part.indexOf(quote[1]!, quote[0].length);
      const href = part.slice(quote?.[0].length ?? 0, end).trim();
      return end === -1 || href === '' || href.startsWith('#') ? [] : [href];
    });
}
