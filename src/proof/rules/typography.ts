// Typography that is broken in a French text: ordinary blanks before marks, typewriter marks, letters that were lost, what templates left behind.
import { proofWords } from '../../locale/proof-words.ts';
import type { Rule } from '../rule.ts';
import { isFrench } from './french-text.ts';

const words = proofWords.found.typography;

/** A text without any of these has no fault: most are looked at no further. */
const SUSPECT = /[;:!?«»'"\ufffdÃâ{}[]|\.\.\.|undefined|NaN/;

const FAULTS: readonly { readonly form: RegExp; readonly what: (quotation: string) => string }[] = [
  // Not before a smiley: `:)`.
  { form: /[\p{L}\p{N}»)\]%…’] [;:!?»](?![-)(DPp/\\|])/u, what: words.ordinaryBlank },
  { form: /« /, what: words.ordinaryBlank },
  { form: /«[^\u00a0\u202f\s\ufffc]/, what: words.noBlank },
  { form: /[^\u00a0\u202f\s\ufffc]»/, what: words.noBlank },
  { form: /\p{Ll}[;!?](?=\s|$)/u, what: words.noBlank },
  { form: /\p{Ll}: /u, what: words.noBlank },
  { form: /\p{L}'\p{L}/u, what: words.apostrophe },
  { form: /(?:^|[\s(])"(?=\p{L})/u, what: words.quotes },
  { form: /\p{L}\.\.\.(?:\s|$)/u, what: words.dots },
  { form: /\ufffd/, what: words.lost },
  // UTF-8 that was taken for Windows-1252: é, è, à, ’, «.
  { form: /Ã[©¨ªª®´»§\u00a0]|â€[™œ“”¦]|Â[«»\u00a0]/, what: words.mojibake },
  { form: /\{\{|\}\}|\{%|%\}|\[object Object\]|\bundefined\b|\bNaN\b/, what: words.template },
];

/** Around a fault, in UTF-16 code units. */
const AROUND = 24;

export const typography: Rule = {
  name: 'typography',
  severity: 'error',
  page({ blocks }, _tree, tell) {
    tell.looked();
    for (const { text, lang } of blocks) {
      if (!isFrench(lang)) continue;
      if (!SUSPECT.test(text)) continue;
      for (const { form, what } of FAULTS) {
        const fault = form.exec(text);
        if (fault !== null) tell.found(what(quotation(text, fault.index, fault[0].length)));
      }
    }
  },
};

function quotation(text: string, at: number, length: number): string {
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + length + AROUND);
  const part = text.slice(from, to).toWellFormed().replaceAll('\ufffc', '…');
  return `${from > 0 ? '…' : ''}${part.trim()}${to < text.length ? '…' : ''}`;
}
