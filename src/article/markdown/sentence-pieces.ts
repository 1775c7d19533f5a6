// The inline tokens of a paragraph become the pieces of its sentences, each with the token that it comes from.
import { OBJECT } from '../../typography/characters.ts';
import type { Token } from './body-step.ts';

export interface SentencePiece {
  readonly text: string;
  /** Whose content it is; null: it stands for something that is no text (code, an image), or for a line end. */
  readonly owner: Token | null;
}

/** Bold, links and calls of notes add nothing. A line end beside a mark that no line may begin or end with becomes a space. */
export function sentencePieces(children: readonly Token[]): readonly SentencePiece[] {
  const pieces: SentencePiece[] = [];
  const add = (text: string, owner: Token | null): void => {
    pieces.push({ text, owner });
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
      case 'code_inline':
        add(OBJECT, null);
        break;
      case 'link_open':
        // The text of a link that the parser made from a bare address is that address.
        if (token.info !== 'auto') break;
        while (index + 1 < children.length && children[index]!.type !== 'link_close') index += 1;
        add(OBJECT, null);
        break;
    }
  }
  return pieces;
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
