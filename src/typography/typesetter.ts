// The language of a text becomes the typography that the text gets.
import { typesetFrench } from './french.ts';

/** Whether a text gets French typography. `lang` is a BCP 47 tag (`fr`, `fr-CA`, `en`); null: the site's language, French. */
export function isFrench(lang: string | null): boolean {
  return lang === null || /^fr(?:-|$)/i.test(lang);
}

/** The function that typesets a plain text in `lang`. A text in another language than French stays as typed: French rules would spoil it. */
export function typesetterOf(lang: string | null): (text: string) => string {
  return isFrench(lang) ? typesetFrench : text => text;
}
