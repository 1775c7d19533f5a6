// What stands after `?` in an old address, as an editor typed it, becomes what programs send for it.

/** As browsers send it (URL, « query percent-encode set »): escapes that were typed stay. */
function ofBrowsers(question: string): string {
  return new URL(`https://portail.example/?${question}`).search.slice(1);
}

/** With escapes for all that RFC 3986, § 3.4, leaves no room for, as stricter programs send it. */
export function strictQuestion(question: string): string {
  return ofBrowsers(question).replace(/[[\]|]/g, encodeURIComponent);
}

/** Each form once. */
export function questionForms(question: string): readonly string[] {
  return [...new Set([ofBrowsers(question), strictQuestion(question)])];
}
