// What a host has to know to lines for Caddy, to be imported into the block of a Caddyfile that has the site's names and its `root`.
import { NOT_FOUND_URL } from '../address/addresses.ts';
import { publishedUrl, siteFolder } from '../address/site-place.ts';
import { CONTENT_TYPES, FEED_FORMS, UNKNOWN_TYPE, withCharset } from './content-type.ts';
import { CLASS_PATTERNS, type FileClass } from './file-class.ts';
import { questionForms } from './question-forms.ts';
import type { HostRedirects } from './redirects.ts';
import { type HeaderInput, headersOfClass } from './security-headers.ts';
import { block, escapedPath, textOf } from './server-lines.ts';

/** Whole: one `handle`, so nothing of it reaches what else the server has. */
export function caddySnippet(
  redirects: Pick<HostRedirects, 'exact' | 'folders'>,
  input: HeaderInput,
): string {
  const folder = siteFolder(input.baseUrl);
  const at = (url: string): string => publishedUrl(url, folder);
  const inOrder = block('route', [
    // Of what is of no other class, and of redirects.
    ...headers('', 'other', input),
    ...redirectLines(redirects, at),
    ...missingLines(input, at),
    // Of these the first that fits counts, as in `fileClassOf`.
    ...(['asset', 'media', 'page'] as const).flatMap(fileClass => [
      `@${fileClass} path_regexp ${quoted(`^${escapedPath(folder)}${CLASS_PATTERNS[fileClass]}$`)}`,
      ...block(`handle @${fileClass}`, headers('', fileClass, input)),
    ]),
    ...typeLines(folder),
    'encode zstd gzip',
    'file_server',
  ]);
  if (folder === '') return textOf(block('handle', inOrder));
  return textOf([
    `@quotidien path ${quoted(folder)} ${quoted(`${folder}/*`)}`,
    ...block('handle @quotidien', inOrder),
  ]);
}

function headers(matcher: string, fileClass: FileClass, input: HeaderInput): readonly string[] {
  return block(
    `header${matcher}`,
    headersOfClass(fileClass, input).map(({ name, value }) => `${name} ${quoted(value)}`),
  );
}

/** One look-up for all addresses; what follows `?` is kept, but where it was a part of the old address. */
function redirectLines(
  { exact, folders }: Pick<HostRedirects, 'exact' | 'folders'>,
  at: (url: string) => string,
): readonly string[] {
  const ofQuestions = exact.filter(({ question }) => question !== null);
  const others = exact.filter(({ question }) => question === null);
  const mapOf = (source: string, to: string, rows: readonly (readonly [string, string])[]) => [
    ...block(`map ${source} {quotidien_${to}}`, [
      ...rows.map(row => row.map(quoted).join(' ')),
      'default ""',
    ]),
    `@${to} expression \`{quotidien_${to}} != ""\``,
  ];
  return [
    ...(ofQuestions.length === 0
      ? []
      : [
          ...mapOf(
            '{path}?{query}',
            'answer',
            ofQuestions.flatMap(({ from, question, to }) =>
              questionForms(question!).map(form => [`${at(from)}?${form}`, at(to)] as const),
            ),
          ),
          'redir @answer {quotidien_answer} 301',
        ]),
    ...block('map {query} {quotidien_question}', [`~^(.+)$ "?\${1}"`, 'default ""']),
    ...(others.length === 0
      ? []
      : [
          ...mapOf(
            '{path}',
            'moved',
            others.map(({ from, to }) => [at(from), at(to)]),
          ),
          'redir @moved {quotidien_moved}{quotidien_question} 301',
        ]),
    // `{uri}` has the escapes of the reader's address, and what follows `?`.
    ...folders.flatMap(({ from, to }) =>
      block(`route ${at(from)}*`, [
        `uri strip_prefix ${withoutSlash(at(from))}`,
        `redir * ${withoutSlash(at(to))}{uri} 301`,
      ]),
    ),
  ];
}

function withoutSlash(folder: string): string {
  return folder.slice(0, -1);
}

/** Caddy takes `\` in double quotes as it is; no address and no header of ours has a backtick. */
function quoted(text: string): string {
  return `\`${text}\``;
}

/** A folder without a page of its own is missing, too. */
function missingLines(input: HeaderInput, at: (url: string) => string): readonly string[] {
  const answer = [
    ...headers('', 'page', input),
    'header Content-Type "text/html; charset=utf-8"',
    `rewrite * ${at(NOT_FOUND_URL)}`,
    'encode zstd gzip',
    ...block('file_server', ['status 404']),
  ];
  return [
    // Whoever asks for it by name gets 404, too.
    ...block(`handle ${at(NOT_FOUND_URL)}`, answer),
    // What the site writes down of itself, and what an owner keeps there (`.git`), is for no reader; certificates and the like are (RFC 8615).
    ...block('@hidden', [
      `path_regexp ${quoted('/\\.')}`,
      ...block('not', [`path_regexp ${quoted(`^${escapedPath(at('/.well-known/'))}[^.]`)}`]),
    ]),
    ...block('handle @hidden', answer),
    ...block('@missing', ['not file {path}/index.html', ...block('not', ['file {path}', 'not path */'])]),
    ...block('handle @missing', answer),
    // Caddy's own way to a folder's page forgets what follows `?`.
    ...block('@folder', ['file {path}/index.html', 'not path */']),
    'redir @folder {path}/{quotidien_question} 301',
  ];
}

function typeLines(folder: string): readonly string[] {
  const endings = Map.groupBy(CONTENT_TYPES.keys(), ending => CONTENT_TYPES.get(ending)!);
  return [
    `header Content-Type ${UNKNOWN_TYPE}`,
    ...[...endings].flatMap(([type, names], index) => {
      const forms = names.map(name => `*${name}`);
      // Folders have a page.
      if (type === 'text/html') forms.push('*/');
      return [
        `@type${index} path ${forms.join(' ')}`,
        `header @type${index} Content-Type ${quoted(withCharset(type))}`,
      ];
    }),
    ...FEED_FORMS.flatMap(({ format, pattern, type }) => [
      `@feed_${format} path_regexp ${quoted(`^${escapedPath(folder)}${pattern}$`)}`,
      `header @feed_${format} Content-Type ${quoted(withCharset(type))}`,
    ]),
  ];
}
