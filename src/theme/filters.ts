// The theme's own Nunjucks filters: a count becomes French words. Pure, and the same for Eleventy and for our engine.
import type { NounForms } from '../locale/french.ts';

/** U+202F between groups of three digits, as in print: `2 077`. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, '\u202f');
}

function agreeing(count: number, forms: NounForms): string {
  return Math.abs(count) < 2 ? forms.one : forms.many;
}

/** By the name under which templates call them. */
export const filters: Readonly<Record<string, (count: number, forms: NounForms) => string>> = {
  /** `{{ 3 | agreeing(words.topics) }}`: the noun alone, in the form that the count wants: « Sujets ». */
  agreeing,
  /** `{{ 2077 | counted(words.articles) }}`: the count and its noun, never parted at a line's end: « 2 077 articles ». */
  counted: (count, forms) => `${grouped(count)}\u00a0${agreeing(count, forms)}`,
};
