// Images with captions that stand alone in their paragraph, one or several, become figures.
import { type BodyStep, makeToken, type Token, textToken } from './body-step.ts';

export const turnLoneImagesIntoFigures: BodyStep = tokens => {
  if (!tokens.some((_, index) => loneImages(tokens, index) !== null)) return tokens;
  const withFigures: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const images = loneImages(tokens, index);
    if (images === null) {
      withFigures.push(tokens[index]!);
      continue;
    }
    for (const image of images) withFigures.push(...figure(image));
    index += 2;
  }
  return withFigures;
};

/** The images of the paragraph that opens at `index`, if one has a caption and the paragraph has no other content; else null. */
export function loneImages(tokens: readonly Token[], index: number): readonly Token[] | null {
  if (tokens[index]!.type !== 'paragraph_open' || tokens[index + 2]?.type !== 'paragraph_close') return null;
  const children = tokens[index + 1]?.children ?? [];
  const images = children.filter(({ type }) => type === 'image');
  if (!images.some(image => image.attrGet('title'))) return null;
  return children.every(child => child.type === 'image' || isBlank(child)) ? images : null;
}

function isBlank({ type, content }: Token): boolean {
  return type === 'softbreak' || type === 'hardbreak' || (type === 'text' && content.trim() === '');
}

function figure(image: Token): readonly Token[] {
  const title = image.attrGet('title');
  image.attrs = image.attrs?.filter(([name]) => name !== 'title') ?? null;
  const caption = title
    ? [
        block('figcaption_open', 'figcaption', 1),
        inline([textToken(String(title))]),
        block('figcaption_close', 'figcaption', -1),
      ]
    : [];
  return [
    block('figure_open', 'figure', 1),
    inline([image]),
    ...caption,
    block('figure_close', 'figure', -1),
  ];
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
