// Whether a text is to be measured as French, by the language that its page says.

/** `fr`, `fr-CA` (BCP 47). */
export function isFrench(lang: string): boolean {
  return lang === 'fr' || lang.startsWith('fr-');
}
