// A text and the newsroom's list of words become its parts, of which those that are on the list are marked.

export interface TextPart {
  readonly text: string;
  readonly marked: boolean;
}

/** Words are found at their beginning (`arnaque` in « arnaques »), whatever their capitals and accents. */
export function markedText(text: string, words: readonly string[]): readonly TextPart[] {
  const wanted = words.map(bare).filter(word => word !== '');
  if (wanted.length === 0) return [{ text, marked: false }];
  const parts: TextPart[] = [];
  let rest = '';
  for (const piece of text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const plain = bare(piece);
    if (!wanted.some(word => plain.startsWith(word))) {
      rest += piece;
      continue;
    }
    if (rest !== '') parts.push({ text: rest, marked: false });
    parts.push({ text: piece, marked: true });
    rest = '';
  }
  return rest === '' ? parts : [...parts, { text: rest, marked: false }];
}

function bare(word: string): string {
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
