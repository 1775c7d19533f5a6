// A regular expression to whether it may go through a text again and again, so that its time grows with the square of the text.
import { analyse } from 'scslre';

type Expression = Pick<RegExp, 'source' | 'flags'>;

/** The beginnings of those that `analyse` is wrong about, or that only meet short texts. */
const SOUND: readonly string[] = [
  // The digits of a number.
  '\\B(?=(?:\\d{3})+$)',
  // Comments, of gray-matter, which gets no long run of blanks (`MANY_BLANKS` of article/front-matter.ts).
  '^\\s*#[^\\n]+',
  // Tags, of markdown-it: what parts two attributes can't be a part of either, so there is one way to read each.
  '^(?:<[A-Za-z][A-Za-z0-9\\-]*(?:\\s+[a-zA-Z_:]',
];

/** Whether it is one of those that `isSlow` is wrong about, or that only meet short texts. */
export function isSound({ source }: Expression): boolean {
  return SOUND.some(beginning => source.startsWith(beginning));
}

export function isSlow({ source, flags }: Expression): boolean {
  return analyse({ source, flags: flags.replace('d', '') }).reports.length > 0;
}
