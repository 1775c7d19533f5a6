// Images of a body become the pictures that are made of them, or images that load when they are near.
import { type BodyContext, type BodyStep, eachLine, makeToken, type Token, textToken } from './body-step.ts';

export const showPictures: BodyStep = (tokens, context) => {
  for (const children of eachLine(tokens)) {
    children.forEach((token, index) => {
      if (token.type === 'image') children[index] = shown(token, context);
    });
  }
  return tokens;
};

function shown(image: Token, { picture }: BodyContext): Token {
  const description = (image.children ?? []).map(token => token.content).join('');
  const src = image.attrGet('src');
  // `![texte]()` has nothing to show but its description; an `<img>` with an empty address is not valid HTML.
  if (!src) return textToken(description);
  const markup = picture(String(src), description);
  if (markup !== null) return htmlOf(markup);
  image.attrSet('loading', 'lazy');
  image.attrSet('decoding', 'async');
  return image;
}

/** What we make is the only HTML of a body: that of editors was never parsed as such. */
function htmlOf(markup: string): Token {
  const token = makeToken('html_inline', '', 0);
  token.content = markup;
  return token;
}
