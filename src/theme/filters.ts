// The theme's own Nunjucks filters: a count becomes French words, a picture HTML. Pure, and the same for Eleventy and for our engine.
import nunjucks from 'nunjucks';
import type { Picture } from '../images/picture.ts';
import { type PictureTime, pictureMarkup } from '../images/picture-markup.ts';
import type { NounForms } from '../locale/french.ts';
import { agree, groupDigits } from '../locale/numbers.ts';

/** `{{ 3 | agreeing(words.topics) }}`: the noun alone, in the form that the count wants: « Sujets ». */
function agreeing(count: number, forms: NounForms): string {
  return agree(count, forms.one, forms.many);
}

/** `{{ 2077 | counted(words.articles) }}`: the count and its noun, never parted at a line's end: « 2 077 articles ». */
function counted(count: number, forms: NounForms): string {
  return `${groupDigits(count)}\u00a0${agreeing(count, forms)}`;
}

/**
 * `{{ card.image | picture("late") }}`: the picture as HTML. « first » is for the largest at a page's top, or a row
 * of them. Without a second argument it is decoration: its alternative text is empty.
 */
function picture(shown: Picture, when: PictureTime, alt = ''): nunjucks.runtime.SafeString {
  return new nunjucks.runtime.SafeString(pictureMarkup(shown, { alt, when }));
}

/** By the name under which templates call them. */
export const filters = { agreeing, counted, picture } as const;
