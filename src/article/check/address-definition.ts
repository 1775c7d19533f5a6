// Whether each address that is defined apart (`[nom]: https://…`) is used: the parser takes its line out of the text.
import { shorten } from '../../source/shorten.ts';
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

/** `[//]: # (remarque)` is how Markdown hides a remark from readers. */
const REMARK = '//';

export function checkDefinitions(checking: Checking): void {
  const { tokens, lines, places, report } = checking;
  const definitions = tokens.filter(({ type }) => type === 'reference_definition');
  if (definitions.length === 0) return;
  const used = new Set<unknown>();
  for (const { token } of eachPiece(checking)) used.add(token.meta?.label);
  const defined = new Set<string>();
  for (const { meta, map } of definitions) {
    const name = String(meta?.label);
    const line = map?.[0] ?? 0;
    const typed = /\[([^\]]*)/.exec(lines[line] ?? '')?.[1] ?? name;
    const message = name.startsWith('^')
      ? bodyMessages.spacedNote(shorten(typed.slice(1).trim().replace(/\s+/g, '-')))
      : name === REMARK
        ? null
        : defined.has(name)
          ? bodyMessages.addressTwice(shorten(typed))
          : used.has(name)
            ? null
            : bodyMessages.unusedAddress(shorten(typed));
    defined.add(name);
    if (message !== null) report(() => places.lineStart(line), 'loose-link', message);
  }
}
