// Links of a body to files of the repository become links to where the site has them, with a document's type and size behind.

import { fileOfLink } from './body-addresses.ts';
import {
  type BodyContext,
  type BodyStep,
  eachTextBlock,
  makeToken,
  type Token,
  textToken,
} from './body-step.ts';

export const linkFiles: BodyStep = (tokens, { linkedFile }) => {
  for (const children of eachTextBlock(tokens)) {
    // From the end, since what comes behind a link makes the list longer.
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const token = children[index]!;
      if (token.type === 'link_open') linkFile(children, index, linkedFile);
    }
  }
  return tokens;
};

function linkFile(children: Token[], index: number, linkedFile: BodyContext['linkedFile']): void {
  const link = children[index]!;
  const named = fileOfLink(String(link.attrGet('href')));
  const file = named && linkedFile(named.name);
  if (!named || !file) return;
  link.attrSet('href', file.url + named.fragment);
  if (file.document === null) return;
  link.attrSet('type', file.document.type);
  const end = children.findIndex((token, place) => place > index && token.type === 'link_close');
  const text = children
    .slice(index, end)
    .map(({ content }) => content)
    .join('');
  children.splice(end + 1, 0, textToken(' '), ...aside(file.document, text));
}

/** « (PDF, 1,2 Mo) », or the size alone where the editor has written the type. */
function aside(
  { label, size }: NonNullable<NonNullable<ReturnType<BodyContext['linkedFile']>>['document']>,
  linkText: string,
): readonly Token[] {
  const open = makeToken('span_open', 'span', 1);
  open.attrSet('class', 'document');
  const isSaid = linkText
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(label.toLowerCase());
  return [open, textToken(`(${isSaid ? size : `${label}, ${size}`})`), makeToken('span_close', 'span', -1)];
}
