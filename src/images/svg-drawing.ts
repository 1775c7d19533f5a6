// An SVG file becomes the text to render, or the reason why the result would not look as its author saw it.
// This is not for security: readers only get pixels, and the renderer loads nothing from outside and runs no script. It finds
// the drawings that would be shown incomplete.

import type {
  XmlDocument,
  XmlDocumentType,
  XmlElement,
  XmlNode,
  XmlProcessingInstruction,
  XmlText,
} from '@rgrove/parse-xml';
import type { Mistake } from '../problem/problem.ts';
import { photographMistakes } from './photograph-mistakes.ts';

export type Drawing =
  /** The drawing in UTF-8, from its root element on. */
  { readonly ok: true; readonly svg: Buffer } | { readonly ok: false; readonly mistake: Mistake };

/**
 * Accepts drawings that need nothing from outside. Scripts are refused, since they may draw what would then be missing.
 * Attributes such as `onclick` are accepted: they only act on clicks, and nobody can click within pixels. `name` is the
 * file's name for the editor.
 */
export async function svgDrawing(bytes: Buffer, name: string): Promise<Drawing> {
  const text = decodeText(bytes)?.trimStart();
  if (text === undefined) return refusal(photographMistakes.svgEncoding(name));
  const document = await parse(text);
  if (!document?.root) return refusal(photographMistakes.broken(name));
  const { root } = document;
  for (const node of nodesOf(document)) {
    const mistake = mistakeOf(node, name);
    if (mistake) return refusal(mistake);
    if (node !== root) continue;
    if (localName(root.name) !== 'svg') return refusal(photographMistakes.unknownType(name));
    if (!hasSize(root)) return refusal(photographMistakes.svgSize(name));
  }
  return { ok: true, svg: Buffer.from(text.slice(root.start)) };
}

/** Parses the text; null when it is not XML. */
async function parse(text: string): Promise<XmlDocument | null> {
  // Imported here and not above: few builds look at a drawing.
  const { parseXml } = await import('@rgrove/parse-xml');
  try {
    return parseXml(text, {
      preserveDocumentType: true,
      includeOffsets: true,
      ignoreUndefinedEntities: true,
    });
  } catch {
    // Elements nested ten thousand deep end here, too.
    return null;
  }
}

/** All nodes in the order of the text. */
function* nodesOf(document: XmlDocument): Generator<XmlNode> {
  const ahead: XmlNode[] = [document];
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    yield node;
    if (node.type === 'document' || node.type === 'element')
      for (const child of (node as XmlElement).children.toReversed()) ahead.push(child);
  }
}

function refusal(mistake: Mistake): Drawing {
  return { ok: false, mistake };
}

/** Decodes the text; null when its encoding is not accepted. What is checked is what is rendered: no encoding can hide anything. */
function decodeText(bytes: Buffer): string | null {
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/.exec(bytes.toString('latin1', 0, 200))?.[1];
  const encoding = (declared ?? 'utf-8').toLowerCase();
  if (!['utf-8', 'utf8', 'us-ascii', 'iso-8859-1', 'windows-1252'].includes(encoding)) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The elements of SMIL that SVG 2 has kept. */
const MOVING = ['animate', 'animatemotion', 'animatetransform', 'set'];

function mistakeOf(node: XmlNode, name: string): Mistake | null {
  switch (node.type) {
    case 'doctype':
      // Entities could stand for anything. Without them the document type does not matter for the drawing.
      return (node as XmlDocumentType).internalSubset === null
        ? null
        : photographMistakes.svgDeclarations(name);
    case 'pi': {
      const { name: target, content } = node as XmlProcessingInstruction;
      return target === 'xml-stylesheet' ? outside(name, content) : null;
    }
    case 'text':
    case 'cdata':
      return isStyle(node.parent) ? styleMistake((node as XmlText).text, name) : null;
    case 'element':
      return elementMistake(node as XmlElement, name);
    default:
      return null;
  }
}

function isStyle(parent: XmlNode['parent']): boolean {
  return parent?.type === 'element' && localName((parent as XmlElement).name) === 'style';
}

function elementMistake(element: XmlElement, name: string): Mistake | null {
  const tag = localName(element.name);
  if (tag === 'script') return photographMistakes.svgScript(name);
  if (tag === 'foreignobject') return photographMistakes.svgForeign(name);
  if (MOVING.includes(tag)) return photographMistakes.animated(name);
  for (const [attribute, value] of Object.entries(element.attributes)) {
    // A link shows nothing of its target.
    const refers = localName(attribute) === 'href' && tag !== 'a';
    if (refers && !standsWithin(value)) return outside(name, value);
    const mistake = styleMistake(value, name);
    if (mistake) return mistake;
  }
  return null;
}

/** The name in lower case and without its prefix: `image` for `svg:Image`. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** Looks at a style sheet, or at an attribute's value, which may hold CSS. */
function styleMistake(style: string, name: string): Mistake | null {
  if (!/[@(\\]/.test(style)) return null;
  const css = resolveEscapes(style.replace(/\/\*.*?(?:\*\/|$)/gs, ''));
  const imported = /@import[^;]*/i.exec(css)?.[0];
  if (imported !== undefined) return outside(name, imported);
  if (/@keyframes/i.test(css)) return photographMistakes.animated(name);
  const target = [...css.matchAll(/url\(\s*["']?([^"')]*)/gi)].find(([, url]) => !standsWithin(url!));
  return target ? outside(name, target[1]!) : null;
}

/** CSS Syntax 3, § 4.3.7. */
function resolveEscapes(css: string): string {
  return css.replace(/\\(?:([\da-f]{1,6})\s?|([^\n]))/gi, (_, hex, sign) =>
    hex === undefined ? sign : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10_ffff)),
  );
}

/** Whether the address is a part of the drawing or an embedded bitmap. An embedded drawing is refused: it would need checks of its own. */
function standsWithin(address: string): boolean {
  return /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,])/i.test(address);
}

const SHOWN = 60;

function outside(name: string, target: string): Mistake {
  const line = target.replace(/[\s\p{C}]+/gu, ' ').trim();
  return photographMistakes.svgOutside(name, line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line);
}

/** A CSS length that does not depend on the page around the drawing. */
const LENGTH = /^\s*\+?((?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?)(?:px|pt|pc|mm|cm|in|q|em|ex)?\s*$/i;

/** Whether the renderer finds a size. It ignores a `viewBox` of less than one unit, unless there are a width and a height. */
function hasSize({ attributes }: XmlElement): boolean {
  const box =
    attributes.viewBox
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  if (box.length === 4 && box.every(Number.isFinite) && box[2]! >= 1 && box[3]! >= 1) return true;
  return ['width', 'height'].every(side => Number(LENGTH.exec(attributes[side] ?? '')?.[1] ?? 0) > 0);
}
