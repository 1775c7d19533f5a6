// A text to the same within markup, HTML or XML: between tags, or in an attribute between double quotes.

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

export function markupText(text: string): string {
  return text.replace(/[&"<>]/g, sign => ENTITIES[sign]!);
}
