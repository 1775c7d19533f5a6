// A paragraph with one image, which has a title, and nothing else becomes a figure with the title as its caption.
import { type BodyStep, makeToken, type Token, textToken } from './body-step.ts';

export const turnLoneImagesIntoFigures: BodyStep = tokens => {
  if (!tokens.some((_, index) => loneImage(tokens, index) !== null)) return tokens;
  const withFigures: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const image = loneImage(tokens, index);
    if (image === null) {
      withFigures.push(tokens[index]!);
      continue;
    }
    withFigures.push(
      block('figure_open', 'figure', 1),
      inline([image]),
      block('figcaption_open', 'figcaption', 1),
      inline([textToken(String(image.attrGet('title')))]),
      block('figcaption_close', 'figcaption', -1),
      block('figure_close', 'figure', -1),
    );
    image.attrs = image.attrs?.filter(([name]) => name !== 'title') ?? null;
    index += 2;
  }
  return withFigures;
};

/** The image of the paragraph that opens at `index`, if it has a title and the paragraph has no other content; else null. */
function loneImage(tokens: readonly Token[], index: number): Token | null {
  const open = tokens[index]!;
  if (open.type !== 'paragraph_open' || open.hidden || tokens[index + 2]?.type !== 'paragraph_close')
    return null;
  const children = tokens[index + 1]?.children ?? [];
  const image = children[0];
  return children.length === 1 && image?.type === 'image' && image.attrGet('title') ? image : null;
}

function block(type: string, tag: string, nesting: -1 | 1): Token {
  const token = makeToken(type, tag, nesting);
  token.block = true;
  return token;
}

function inline(children: Token[]): Token {
  const token = makeToken('inline', '', 0);
  token.block = true;
  token.children = children;
  return token;
}
