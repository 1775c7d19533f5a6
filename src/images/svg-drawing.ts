// An SVG file to the text that is drawn, or to why it would not come out as its author saw it.
// Readers only ever get pixels, and the renderer, given bytes without an address, loads nothing from outside and runs
// nothing. So this is no wall: it finds the drawings that would be shown incomplete, and says so instead.

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
  /** UTF-8, from the root element on. */
  { readonly ok: true; readonly svg: Buffer } | { readonly ok: false; readonly mistake: Mistake };

/**
 * Taken are drawings that stand by themselves. Scripts are refused: they may draw what would be missing. Attributes such as `onclick` are let
 * be: they wait for a reader's act, and nobody can act on pixels. `name` is the file's, as the editor knows it.
 */
export async function svgDrawing(bytes: Buffer, name: string): Promise<Drawing> {
  const text = decoded(bytes)?.trimStart();
  if (text === undefined) return refused(photographMistakes.svgEncoding(name));
  const document = await parse(text);
  if (!document?.root) return refused(photographMistakes.broken(name));
  const { root } = document;
  for (const node of nodesOf(document)) {
    const mistake = mistakeOf(node, name);
    if (mistake) return refused(mistake);
    if (node !== root) continue;
    if (localName(root.name) !== 'svg') return refused(photographMistakes.unknownType(name));
    if (!hasSize(root)) return refused(photographMistakes.svgSize(name));
  }
  return { ok: true, svg: Buffer.from(text.slice(root.start)) };
}

/** null: it is no XML. */
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
    // Elements ten thousand deep in one another end here, too.
    return null;
  }
}

/** In the order of the text. */
function* nodesOf(document: XmlDocument): Generator<XmlNode> {
  const ahead: XmlNode[] = [document];
  for (let node = ahead.pop(); node; node = ahead.pop()) {
    yield node;
    if (node.type === 'document' || node.type === 'element')
      for (const child of (node as XmlElement).children.toReversed()) ahead.push(child);
  }
}

function refused(mistake: Mistake): Drawing {
  return { ok: false, mistake };
}

/** null: it is in an encoding that is not taken. What is looked at is handed on, so no encoding can hide anything. */
function decoded(bytes: Buffer): string | null {
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([^"']+)/.exec(bytes.toString('latin1', 0, 200))?.[1];
  const encoding = (declared ?? 'utf-8').toLowerCase();
  if (!['utf-8', 'utf8', 'us-ascii', 'iso-8859-1', 'windows-1252'].includes(encoding)) return null;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** SMIL, as SVG 2 has it. */
const MOVING = ['animate', 'animatemotion', 'animatetransform', 'set'];

function mistakeOf(node: XmlNode, name: string): Mistake | null {
  switch (node.type) {
    case 'doctype':
      // Entities could stand for anything. Without them the document type says nothing of the drawing.
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
    // A link is not followed by whoever looks.
    const refers = localName(attribute) === 'href' && tag !== 'a';
    if (refers && !standsWithin(value)) return outside(name, value);
    const mistake = styleMistake(value, name);
    if (mistake) return mistake;
  }
  return null;
}

/** In small letters and without its prefix: `image` of `svg:Image`. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** Style sheets, and attributes that hold what style sheets hold. */
function styleMistake(style: string, name: string): Mistake | null {
  if (!/[@(\\]/.test(style)) return null;
  const css = withoutEscapes(style.replace(/\/\*.*?\*\//gs, ''));
  const imported = /@import[^;]*/i.exec(css)?.[0];
  if (imported !== undefined) return outside(name, imported);
  if (/@keyframes/i.test(css)) return photographMistakes.animated(name);
  const target = [...css.matchAll(/url\(\s*["']?([^"')]*)/gi)].find(([, url]) => !standsWithin(url!));
  return target ? outside(name, target[1]!) : null;
}

/** CSS Syntax 3, § 4.3.7. */
function withoutEscapes(css: string): string {
  return css.replace(/\\(?:([\da-f]{1,6})\s?|([^\n]))/gi, (_, hex, sign) =>
    hex === undefined ? sign : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10_ffff)),
  );
}

/** A part of the drawing, or an image written out in it. A drawing written out would have to be looked at in its turn. */
function standsWithin(address: string): boolean {
  return /^\s*(?:#|data:image\/(?:png|jpe?g|gif|webp)[;,])/i.test(address);
}

const SHOWN = 60;

function outside(name: string, target: string): Mistake {
  const line = target.replace(/[\s\p{C}]+/gu, ' ').trim();
  return photographMistakes.svgOutside(name, line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line);
}

/** Lengths of CSS that do not depend on the page around the drawing. */
const LENGTH = /^\s*\+?((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)(?:px|pt|pc|mm|cm|in|q|em|ex)?\s*$/i;

/** The renderer takes no box of less than one unit, unless it is told a size besides. */
function hasSize({ attributes }: XmlElement): boolean {
  const box =
    attributes.viewBox
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? [];
  if (box.length === 4 && box.every(Number.isFinite) && box[2]! >= 1 && box[3]! >= 1) return true;
  return ['width', 'height'].every(side => Number(LENGTH.exec(attributes[side] ?? '')?.[1] ?? 0) > 0);
}
