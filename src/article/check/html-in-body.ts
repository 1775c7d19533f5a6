// Whether a body contains HTML, tags or comments, which readers would see as it is written.
import { shorten } from '../../source/shorten.ts';
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

/** One problem for an element, at its opening tag; a closing tag is named only if nothing opened it. */
export function checkHtml(checking: Checking): void {
  const opened = new Set<string>();
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type === 'html_inline') {
      const [, slash, name] = /^<(\/?)([A-Za-z][A-Za-z0-9-]*)/.exec(token.content) ?? [];
      const place = () => checking.places.find(firstLineOf(token.content), start, end);
      if (name === undefined) checking.report(place, 'html-in-body', bodyMessages.comment());
      else if (slash === '' || !opened.has(name.toLowerCase())) {
        opened.add(name.toLowerCase());
        checking.report(
          place,
          'html-in-body',
          bodyMessages.html(`<${slash}${shorten(name)}>`, name.toLowerCase()),
        );
      }
    } else if (token.type === 'text' && token.content.includes('<!--')) {
      // A comment that goes on after an empty line is no comment to Markdown, but to its editor it is.
      checking.report(() => checking.places.find('<!--', start, end), 'html-in-body', bodyMessages.comment());
    }
  }
}

function firstLineOf(text: string): string {
  return text.split('\n', 1)[0]!;
}
