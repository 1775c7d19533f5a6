// The text of a French body becomes the same text as print sets it; code, addresses and attributes stay as typed.
import { OBJECT } from '../../typography/characters.ts';
import { typesetFrench } from '../../typography/french.ts';
import { typesetPieces } from '../../typography/typeset-pieces.ts';
import { isFrench } from '../../typography/typesetter.ts';
import { type BodyStep, eachLine, type Token } from './body-step.ts';

/**
 * A character after a backslash stays as typed (`\"`): the way for an editor to overrule typography. So this comes
 * before escapes are settled, and after links were found, whose addresses are shown as they are.
 */
export const typesetText: BodyStep = (tokens, { lang }) => {
  if (isFrench(lang)) for (const children of eachLine(tokens)) typesetLine(children);
  return tokens;
};

function typesetLine(children: Token[]): void {
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
        // A link that was found shows its address.
        if (token.info !== 'auto') break;
        while (index + 1 < children.length && children[index]!.type !== 'link_close') index += 1;
        add(OBJECT, null);
        break;
      // All the rest (bold, links, calls of notes) has no width: marks look past it.
    }
  }
  if (pieces.length === 0) return;
  const set = typesetPieces(pieces);
  owners.forEach((owner, index) => {
    if (owner) owner.content = set[index]!;
  });
}

/** A line that an editor broke before `?` or after `«` is one line in print. */
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

/** An image's description and title are read by people, unlike its other attributes. */
function typesetImage(image: Token): void {
  if (image.children) typesetLine(image.children);
  const title = image.attrGet('title');
  if (title !== null) image.attrSet('title', typesetFrench(String(title)));
}
