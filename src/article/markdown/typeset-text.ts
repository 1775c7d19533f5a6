// The text of a French body becomes the same text with French typography; code, addresses and attributes stay as typed.
import { OBJECT } from '../../typography/characters.ts';
import { typesetFrench } from '../../typography/french.ts';
import { typesetPieces } from '../../typography/typeset-pieces.ts';
import { isFrench } from '../../typography/typesetter.ts';
import { type BodyStep, eachTextBlock, type Token } from './body-step.ts';

/**
 * A character after a backslash (`\"`) stays as typed, so that an editor can overrule typography. This step therefore precedes
 * the one that turns escapes into text. The parser has already found bare addresses, which stay as typed too.
 */
export const typesetText: BodyStep = (tokens, { lang }) => {
  if (isFrench(lang)) for (const children of eachTextBlock(tokens)) typesetTokens(children);
  return tokens;
};

function typesetTokens(children: Token[]): void {
  const only = children[0];
  if (children.length === 1 && only?.type === 'text') {
    only.content = typesetFrench(only.content);
    return;
  }
  const pieces: string[] = [];
  const owners: (Token | null)[] = [];
  const add = (piece: string, owner: Token | null): void => {
    pieces.push(piece);
    owners.push(owner);
  };
  for (let index = 0; index < children.length; index += 1) {
    const token = children[index]!;
    switch (token.type) {
      case 'text':
        add(token.content, token);
        break;
      case 'text_special':
        if (token.info === 'entity') add(token.content, token);
        else add(OBJECT, null);
        break;
      case 'softbreak':
        if (breaksBesideMark(children, index)) {
          becomeSpace(token);
          add(token.content, token);
        } else add('\n', null);
        break;
      case 'hardbreak':
        add('\n', null);
        break;
      case 'image':
        typesetImage(token);
        add(OBJECT, null);
        break;
      case 'code_inline':
        add(OBJECT, null);
        break;
      case 'link_open':
        // The text of a link that the parser made from a bare address is that address.
        if (token.info !== 'auto') break;
        while (index + 1 < children.length && children[index]!.type !== 'link_close') index += 1;
        add(OBJECT, null);
        break;
      // Other tokens (bold, links, calls of notes) add no text to the sentence.
    }
  }
  if (pieces.length === 0) return;
  const typeset = typesetPieces(pieces);
  owners.forEach((owner, index) => {
    if (owner) owner.content = typeset[index]!;
  });
}

/** French never breaks a line before `?` or after `«`, so a line end there becomes a space, which typography makes unbreakable. */
function breaksBesideMark(children: readonly Token[], index: number): boolean {
  const next = children[index + 1];
  const previous = children[index - 1];
  return (
    (next?.type === 'text' && /^[;:!?»]+(?:\s|$)/.test(next.content)) ||
    (previous?.type === 'text' && previous.content.endsWith('«'))
  );
}

function becomeSpace(token: Token): void {
  token.type = 'text';
  token.tag = '';
  token.content = ' ';
}

/** Readers read an image's description and title, but not its other attributes. */
function typesetImage(image: Token): void {
  if (image.children) typesetTokens(image.children);
  const title = image.attrGet('title');
  if (title !== null) image.attrSet('title', typesetFrench(String(title)));
}
