// The text of a published file becomes every address that a browser, a feed reader or a script may take out of it. It knows nothing of how
// the engine writes them: whatever looks like an address is one, in whichever attribute, text or literal.
import { extname } from 'node:path';

/** Words for readers, which may begin with any sign; and the name by which a service knows an article, which is no link. */
const WORDS = new Set([
  'alt',
  'title',
  'aria-label',
  'label',
  'placeholder',
  'content',
  'value',
  'viewbox',
  'd',
]);

/** null: a file of that ending holds none, or is published byte for byte. */
export function addressesIn(path: string, text: string): readonly string[] | null {
  switch (extname(path)) {
    case '.html':
    case '.xml':
    case '.svg':
      return inMarkup(text);
    case '.css':
      return inStyles(text);
    case '.js':
      return [...inScript(text), ...wholeAddresses(text)];
    case '.json':
      return inData(JSON.parse(text));
    default:
      return null;
  }
}

function inMarkup(text: string): readonly string[] {
  const addresses: string[] = [...wholeAddresses(text)];
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script!);
  for (const script of scripts) addresses.push(...inScript(script));
  for (const [, styles] of text.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g))
    addresses.push(...inStyles(styles!));
  for (const [, name, value] of text.matchAll(/\s([a-zA-Z][\w:-]*)="([^"]*)"/g)) {
    const attribute = name!.toLowerCase();
    if (attribute.endsWith('srcset'))
      addresses.push(...value!.split(/,\s+/).map(each => each.split(' ')[0]!));
    else if (attribute === 'style') addresses.push(...inStyles(value!));
    else if (attribute === 'content') addresses.push(...(/^\d+; url=(.*)/.exec(value!)?.slice(1) ?? []));
    else if (!WORDS.has(attribute)) addresses.push(value!);
  }
  return addresses.filter(looksLikeOne);
}

function inStyles(text: string): readonly string[] {
  return [...text.matchAll(/url\(\s*["']?([^"')]*)/g), ...text.matchAll(/@import\s+["']([^"']*)/g)]
    .map(([, address]) => address!)
    .filter(looksLikeOne);
}

/** Literals of code: a regular expression, a division and a path within an SVG are none. */
function inScript(text: string): readonly string[] {
  return [...text.matchAll(/["'`](\/[a-z.][^"'`\s]*)["'`]/g)].map(([, address]) => address!);
}

function inData(data: unknown): readonly string[] {
  if (typeof data === 'string') return looksLikeOne(data) ? [data] : [];
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(inData) : [];
}

/** Wherever they stand, text and comments included. */
function wholeAddresses(text: string): readonly string[] {
  return text.match(/https?:\/\/[^\s"'<>()&]+/g) ?? [];
}

function looksLikeOne(value: string): boolean {
  return /^(?:\/|https?:)/.test(value);
}
