// The addresses of other editions, and of articles there: whole addresses of pages that are not the portal's own.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';
import { shorten } from '../source/shorten.ts';

/** Nothing that `new URL` would have to mend, no name and no password. */
const WHOLE = /^https?:\/\/[^\s/\\?#@"<>]+(?:[/?#][^\s\\"<>]*)?$/i;

const LONGEST = 500;

export function editionAddress() {
  return z
    .string()
    .overwrite(text => text.trim())
    .min(1)
    .max(LONGEST)
    .superRefine((text, context) => {
      if (text === '' || (WHOLE.test(text) && URL.canParse(text))) return;
      const message = `L’adresse «\u00a0${shorten(text)}\u00a0» n’est pas entière\u202f; copiez celle qu’affiche le navigateur, avec «\u00a0https://\u00a0», comme «\u00a0https://english.exemple.fr/\u00a0».`;
      context.addIssue({ code: 'custom', params: breaks('edition-address'), message });
    });
}

/** A refinement for a list of things with a `lang`: one problem for each language that stands there a second time. */
export function eachLangOnce(items: unknown, context: z.RefinementCtx): void {
  if (!Array.isArray(items)) return;
  const seen = new Set<string>();
  for (const [index, item] of items.entries()) {
    const lang: unknown = item?.lang;
    if (typeof lang !== 'string') continue;
    if (seen.has(lang)) {
      const message = `La langue «\u00a0${lang.slice(0, 40)}\u00a0» est deux fois dans la liste\u202f; effacez l’une des deux.`;
      context.addIssue({ code: 'custom', path: [index, 'lang'], params: breaks('duplicate-value'), message });
    }
    seen.add(lang);
  }
}
