// Whether marks of headings are seen as such: `##Intertitre` is text, and so is `{#nom}` at the end.
import { shorten } from '../../source/shorten.ts';
import type { Checking } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { eachShownText } from './shown-text.ts';

/** One sign alone is a hashtag. */
const MARKS = /^[\u00A0\u2007\u2009\u202F]*(#{2,})[ \t\u00A0\u202F]*(.*)/gm;
const ATTRIBUTES = /\{[ \t]*[#.:][\p{L}_][^{}\n]*\}[ \t]*$/gmu;

export function checkHeadingMarks(checking: Checking): void {
  const { places, report } = checking;
  for (const { text, opening, start, end } of eachShownText(checking)) {
    const headings = opening?.type === 'paragraph_open' ? text.matchAll(MARKS) : [];
    for (const { 1: marks, 2: words } of headings) {
      const depth = Math.min(marks!.length, 6);
      report(
        () => places.find(marks!, start, end),
        'heading-mark',
        bodyMessages.headingMark('#'.repeat(depth), shorten(words!.trim(), 40)),
      );
    }
    for (const [written] of text.matchAll(ATTRIBUTES)) {
      const name = written.trim();
      report(() => places.find(name, start, end), 'heading-mark', bodyMessages.attributes(shorten(name)));
    }
  }
}
