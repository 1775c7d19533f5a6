// The code of a language, as editors write it.
import { z } from 'zod';

/** The subtags of BCP 47 (RFC 5646, section 2.1) that a page needs: language, script, region. */
const LANG = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;

export function lang() {
  return z.string().regex(LANG, {
    error: ({ input }) =>
      `La valeur «\u00a0${String(input).slice(0, 40)}\u00a0» n’est pas le code d’une langue\u202f; écrivez-le comme fr, en, zh-Hans ou pt-BR.`,
  });
}
