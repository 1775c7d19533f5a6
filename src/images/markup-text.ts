// A text is escaped for HTML or XML: for use between tags, or in an attribute between double quotes.

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

export function markupText(text: string): string {
  return text.replace(/[&"<>]/g, sign => ENTITIES[sign]!);
}
