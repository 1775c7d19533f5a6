// An image of a body becomes a `<picture>` with the formats and sizes made of its file, or an `<img>` that loads lazily.
import {
  type BodyContext,
  type BodyStep,
  eachTextBlock,
  makeToken,
  type Token,
  textToken,
} from './body-step.ts';

export const showPictures: BodyStep = (tokens, context) => {
  for (const children of eachTextBlock(tokens)) {
    children.forEach((token, index) => {
      if (token.type === 'image') children[index] = pictureToken(token, context);
    });
  }
  return tokens;
};

function pictureToken(image: Token, { picture }: BodyContext): Token {
  const description = (image.children ?? []).map(token => token.content).join('');
  const src = image.attrGet('src');
  // `![texte]()` becomes its description, since an `<img>` with an empty address is not valid HTML.
  if (!src) return textToken(description);
  const markup = picture(String(src), description);
  if (markup !== null) return htmlToken(markup);
  image.attrSet('loading', 'lazy');
  image.attrSet('decoding', 'async');
  return image;
}

/** The only HTML in a body is the engine's: the parser treats an editor's HTML as text. */
function htmlToken(markup: string): Token {
  const token = makeToken('html_inline', '', 0);
  token.content = markup;
  return token;
}
