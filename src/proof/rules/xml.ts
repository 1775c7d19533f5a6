// A text to the root of its XML, or why it is none; and what is in an element.
import { parseXml, XmlElement, type XmlError } from '@rgrove/parse-xml';

export interface NoXml {
  readonly line: number;
}

export function readXml(text: string): XmlElement | NoXml {
  try {
    return parseXml(text).root ?? { line: 1 };
  } catch (error) {
    return { line: (error as XmlError).line ?? 1 };
  }
}

export function isElement(read: XmlElement | NoXml): read is XmlElement {
  return read instanceof XmlElement;
}

/** The elements of that name directly in another; a prefix counts as the document writes it. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  );
}

/** The text of the first such element; null: there is none. */
export function textIn(element: XmlElement, name: string): string | null {
  return childrenOf(element, name)[0]?.text.trim() ?? null;
}
