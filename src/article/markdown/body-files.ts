// Links of a body to files of the repository become links to where the site has them, with a document's type and size behind.
import { fileOfLink } from './body-addresses.ts';
import {
  type BodyContext,
  type BodyStep,
  type LinkedFile,
  makeToken,
  type Token,
  textToken,
} from './body-step.ts';

export const linkFiles: BodyStep = (tokens, context) => {
  for (const token of tokens)
    if (token.type === 'inline' && token.children?.some(({ type }) => type === 'link_open'))
      token.children = withLinkedFiles(token.children, context);
  return tokens;
};

function withLinkedFiles(children: readonly Token[], { linkedFile }: BodyContext): Token[] {
  const linked: Token[] = [];
  let document: LinkedFile['document'] = null;
  let text = '';
  for (const token of children) {
    linked.push(token);
    if (token.type === 'link_open') {
      document = linkFile(token, linkedFile);
      text = '';
    } else if (token.type === 'link_close' && document !== null) {
      linked.push(textToken(' '), ...aside(document, text));
      document = null;
    } else if (document !== null) text += token.content;
  }
  return linked;
}

/** Turns the link to where the site has its file, and gives what is to be said behind it; null: nothing. */
function linkFile(link: Token, linkedFile: BodyContext['linkedFile']): LinkedFile['document'] {
  const named = fileOfLink(String(link.attrGet('href')));
  const file = named && linkedFile(named.name);
  if (!named || !file) return null;
  link.attrSet('href', file.url + named.fragment);
  if (file.document !== null) link.attrSet('type', file.document.type);
  return file.document;
}

/** « (PDF, 1,2 Mo) », or the size alone where the editor has written the type. */
function aside({ label, size }: NonNullable<LinkedFile['document']>, linkText: string): readonly Token[] {
  const open = makeToken('span_open', 'span', 1);
  open.attrSet('class', 'document');
  const words = linkText.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const said = words.includes(label.toLowerCase()) ? size : `${label}, ${size}`;
  return [open, textToken(`(${said})`), makeToken('span_close', 'span', -1)];
}
