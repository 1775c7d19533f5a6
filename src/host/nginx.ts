// What a host has to know to lines for nginx, to be included in the `server` block that has the site's names, its TLS and its `root`.
import { FRAGMENTS_URL, NOT_FOUND_URL } from '../address/addresses.ts';
import { publishedUrl, siteFolder } from '../address/site-place.ts';
import type { MovedFolder } from '../site/moved-folders.ts';
import {
  CONTENT_TYPES,
  FEED_FORMS,
  FEED_TYPES,
  feedTypeOf,
  isCompressible,
  isText,
  UNKNOWN_TYPE,
} from './content-type.ts';
import { CLASS_PATTERNS, type FileClass, fileClassOf } from './file-class.ts';
import { questionForms } from './question-forms.ts';
import type { ExactRedirect, HostRedirects } from './redirects.ts';
import { type HeaderInput, headersOfClass } from './security-headers.ts';
import { block, escapedPath, textOf } from './server-lines.ts';

/** Whole: one `location` with all others in it, so nothing of it reaches what else the server has. */
export function nginxSnippet(
  { exact, folders }: Pick<HostRedirects, 'exact' | 'folders'>,
  input: HeaderInput,
): string {
  const folder = siteFolder(input.baseUrl);
  const at = (url: string): string => publishedUrl(url, folder);
  const location = (kind: string, address: string, lines: readonly string[]): readonly string[] =>
    block(`location ${kind}${kind && ' '}${quoted(address)}`, lines);
  const lines = [
    'index index.html;',
    'absolute_redirect off;',
    `error_page 404 ${quoted(at(NOT_FOUND_URL))};`,
    // A folder without a page of its own.
    `error_page 403 =404 ${quoted(at(NOT_FOUND_URL))};`,
    ...typeLines(),
    ...compressionLines(),
    // Of `text/html` alone, as nginx does by itself.
    ...(input.furnitureMode === 'ssi' ? ['ssi on;'] : []),
    // Locations without headers of their own have these.
    ...headerLines('other', input),
    // What the site writes down of itself, and what an owner keeps there (`.git`), is for no reader; certificates and the like are (RFC 8615).
    ...location('~', '/\\.(?!well-known/)', ['return 404;']),
    ...(input.furnitureMode === 'ssi' ? fragmentsLocation() : []),
    // Of regular expressions the first that fits counts, as in `fileClassOf`; feeds are pages of a type of their own.
    ...FEED_FORMS.flatMap(({ pattern, type }) =>
      location('~', `^${escapedPath(folder)}${pattern}$`, feedLines(type, input)),
    ),
    ...(['asset', 'media', 'page'] as const).flatMap(fileClass =>
      location('~', `^${escapedPath(folder)}${CLASS_PATTERNS[fileClass]}$`, headerLines(fileClass, input)),
    ),
    ...inOrder(exactLocations(exact, input, at)).flatMap(([from, inside]) => location('=', from, inside)),
    ...folders.flatMap(each => location('^~', at(each.from), [folderLine(each, at)])),
  ];
  // The folder itself is no file of ours: nginx would answer with the name by which it knows the host.
  const itself =
    folder === ''
      ? []
      : block(`location = ${quoted(folder)}`, [
          `absolute_redirect off;`,
          `return 301 ${quoted(`${folder}/$is_args$args`)};`,
        ]);
  return textOf([...itself, ...location(folder === '' ? '' : '^~', at('/'), lines)]);

  /** Nothing is put into what is put in, and whoever asks for it again is told whether it changed: a page with SSI has no mark for that. */
  function fragmentsLocation(): readonly string[] {
    const pieces = `^${escapedPath(at(FRAGMENTS_URL))}`;
    return location('~', pieces, ['ssi off;', ...headerLines('page', input)]);
  }
}

/** No address and no header of ours has a control character. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/**
 * Errors have the headers, too (`always`), but for the time of what never changes: that is no time for an error. A 404 has the page of that
 * name, and the headers of pages.
 */
function headerLines(fileClass: FileClass, input: HeaderInput): readonly string[] {
  return headersOfClass(fileClass, input).map(({ name, value }) => {
    const alsoOfErrors = name !== 'Cache-Control' || fileClass === 'page';
    return `add_header ${name} ${quoted(value)}${alsoOfErrors ? ' always' : ''};`;
  });
}

function feedLines(type: string, input: HeaderInput): readonly string[] {
  return ['types {}', `default_type ${type};`, ...headerLines('page', input)];
}

/** Of a file that stands at an address with a block of its own. */
function fileLines(url: string, input: HeaderInput): readonly string[] {
  const feedType = feedTypeOf(url);
  return feedType === null ? headerLines(fileClassOf(url), input) : feedLines(feedType, input);
}

function typeLines(): readonly string[] {
  const endings = Map.groupBy(CONTENT_TYPES.keys(), ending => CONTENT_TYPES.get(ending)!);
  const types = [...endings].map(([type, names]) => `${type} ${names.map(name => name.slice(1)).join(' ')};`);
  return [
    ...block('types', types),
    `default_type ${UNKNOWN_TYPE};`,
    'charset utf-8;',
    `charset_types ${typesThat(isText)};`,
  ];
}

function compressionLines(): readonly string[] {
  return ['gzip on;', 'gzip_vary on;', 'gzip_proxied any;', `gzip_types ${typesThat(isCompressible)};`];
}

/** But for `text/html`, which nginx counts among them by itself. */
function typesThat(count: (type: string) => boolean): string {
  const types = new Set([...CONTENT_TYPES.values(), ...Object.values(FEED_TYPES)]);
  return [...types].filter(type => type !== 'text/html' && count(type)).join(' ');
}

/** The lines of all blocks for one address: nginx takes no second block for it. */
function exactLocations(
  exact: readonly ExactRedirect[],
  input: HeaderInput,
  at: (url: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const locations = new Map([
    // Whoever asks for it by name gets 404, too.
    [at(NOT_FOUND_URL), ['internal;', ...headerLines('page', input)]],
  ]);
  for (const [from, redirects] of Map.groupBy(exact, each => each.from)) {
    const lines = redirectLines(redirects, at);
    // Where no question fits, a file of the site may stand.
    const ofFile = redirects.every(({ question }) => question !== null) ? fileLines(from, input) : [];
    locations.set(at(from), [...lines, ...(locations.get(at(from)) ?? ofFile)]);
  }
  return locations;
}

/** As nginx sorts them, by bytes and with `/` before all: until 1.27 it took minutes for ten thousands that came in another order. */
function inOrder<T>(locations: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  const keyed = [...locations].map(each => [Buffer.from(each[0].replaceAll('/', '\0')), each] as const);
  return keyed.sort(([a], [b]) => a.compare(b)).map(([, each]) => each);
}

/** First those of a question, which was a part of the old address; else what follows `?` is kept. */
function redirectLines(redirects: readonly ExactRedirect[], at: (url: string) => string): readonly string[] {
  const ofQuestions = redirects.flatMap(({ question, to }) =>
    question === null
      ? []
      : questionForms(question).flatMap(form =>
          block(`if ($args ${equals(form)})`, [`return 301 ${quoted(at(to))};`]),
        ),
  );
  const others = redirects.filter(({ question }) => question === null).slice(0, 1);
  return [...ofQuestions, ...others.map(({ to }) => `return 301 ${quoted(`${at(to)}$is_args$args`)};`)];
}

/** `$` begins a variable in every text but in regular expressions, and these take longer. */
function equals(text: string): string {
  return text.includes('$') ? `~ ${quoted(`^${RegExp.escape(text)}$`)}` : `= ${quoted(text)}`;
}

/** `rewrite` keeps what follows `?` by itself. */
function folderLine({ from, to }: MovedFolder, at: (url: string) => string): string {
  return `rewrite ${quoted(`^${escapedPath(at(from))}(.*)$`)} ${quoted(`${at(to)}$1`)} permanent;`;
}
