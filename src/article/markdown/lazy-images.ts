// Images of a body become images that load when they are near, and never without an address.
import { type BodyStep, eachLine, type Token } from './body-step.ts';

export const loadImagesLate: BodyStep = tokens => {
  for (const children of eachLine(tokens)) {
    for (const token of children) {
      if (token.type !== 'image') continue;
      if (token.attrGet('src')) {
        token.attrSet('loading', 'lazy');
        token.attrSet('decoding', 'async');
      } else showDescription(token);
    }
  }
  return tokens;
};

/** `![texte]()` has nothing to show but its description; an `<img>` with an empty address is not valid HTML. */
function showDescription(image: Token): void {
  image.type = 'text';
  image.tag = '';
  image.attrs = null;
  image.content = (image.children ?? []).map(token => token.content).join('');
  image.children = null;
}
