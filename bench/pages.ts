// A built site becomes its addresses and the facts of each page that must be the same whichever program built it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The facts of a page that all programs must agree on. Typography is none of them. */
export interface PageFacts {
  /** The text of its `h1`, with plain spaces and apostrophes. */
  readonly heading: string;
  /** The texts of `title` and of the description, plain as well. */
  readonly title: string;
  readonly description: string;
  /** The addresses of the style sheets, fonts and scripts that the page loads, in order. */
  readonly loaded: readonly string[];
  /** The addresses of the feeds that programs find, in order. */
  readonly feeds: readonly string[];
  /** What else the head tells programs, in order: `og:type: website`. Which picture a page shows is each program's own. */
  readonly metas: readonly string[];
  /** The things that the page tells search engines of itself (JSON-LD), with plain texts and without pictures. */
  readonly things: readonly unknown[];
  readonly breadcrumb: readonly string[];
  /** The text that ends the breadcrumb; empty where a link does. */
  readonly crumb: string;
  /** All links of ticker and furniture, in order. On a page without furniture, the links that point to it. */
  readonly furniture: readonly string[];
  /** The links of the page's own content in order, without those of an article's text, related articles and neighbours. */
  readonly links: readonly string[];
  readonly newer: string | null;
  readonly older: string | null;
  readonly relatedCount: number;
  /** The numbers of paragraphs and headings in an article's text. */
  readonly paragraphs: number;
  readonly headings: number;
  /** What only paper shows: the addresses of the text's links, then that of the page. */
  readonly addresses: readonly string[];
  /** Every element outside an article's text, in order, as name, class and what makes it work: `a[aria-current="page"]`. */
  readonly elements: readonly string[];
}

/** The paths of all HTML files of a built site, relative to `output` and sorted: `chine/index.html`. */
export function htmlFiles(output: string): readonly string[] {
  return readdirSync(output, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.html'))
    .map(name => name.replaceAll('\\', '/'))
    .sort();
}

/** Reads the facts of a page, from the elements and classes that all three themes have in common. */
export function pageFacts(output: string, file: string): PageFacts {
  const html = readFileSync(join(output, file), 'utf8');
  const head = between(html, '<head>', '</head>');
  const main = between(html, '<main', '</main>');
  const prose = between(main, '<div class="prose">', '</div>');
  const related = between(main, '<section class="related">', '</section>');
  const neighbours = between(main, '<nav class="neighbours"', '</nav>');
  const breadcrumb = between(html, '<nav class="breadcrumb"', '</nav>');
  return {
    heading: plainText(/<h1[^>]*>(.*?)<\/h1>/s.exec(html)?.[1] ?? ''),
    title: plainText(/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? ''),
    description: plainText(/<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? ''),
    loaded: loadedBy(head),
    feeds: [...head.matchAll(/<link rel="alternate" type="[^"]*" href="([^"]*)"/g)].map(match => match[1]!),
    metas: metasIn(head),
    things: thingsIn(head),
    breadcrumb: linksIn(breadcrumb),
    crumb: plainText(/<li aria-current="page">(.*?)<\/li>/s.exec(breadcrumb)?.[1] ?? ''),
    furniture: linksIn(
      between(html, '<news-ticker class="ticker"', '</news-ticker>') + between(html, '<aside', '</aside>'),
    ),
    links: linksIn(main.replace(prose, '').replace(related, '').replace(neighbours, '')),
    newer: /rel="next" href="([^"]*)"/.exec(neighbours)?.[1] ?? null,
    older: /rel="prev" href="([^"]*)"/.exec(neighbours)?.[1] ?? null,
    relatedCount: linksIn(related).length,
    paragraphs: prose.split('<p>').length - 1,
    headings: prose.split('<h2').length - 1,
    addresses: [
      ...between(main, '<section class="addresses">', '</section>').matchAll(/<li>([^<]*)/g),
      ...html.matchAll(/<p class="address">[^<]* (\S*)<\/p>/g),
    ].map(match => plainText(match[1]!)),
    elements: elementsIn(html.replace(prose, '')),
  };
}

/** The text from the first `start` up to the next `end`; empty when there is no `start`. */
function between(html: string, start: string, end: string): string {
  const from = html.indexOf(start);
  return from < 0 ? '' : html.slice(from, html.indexOf(end, from));
}

function loadedBy(head: string): readonly string[] {
  return [
    ...head.matchAll(/<(?:link rel="(?:stylesheet|preload)" href|script type="module" src)="([^"]*)"/g),
  ].map(match => match[1]!);
}

function metasIn(head: string): readonly string[] {
  return [...head.matchAll(/<meta (?:name|property)="(?!og:image)([^"]*)" content="([^"]*)">/g)].map(
    ([, name, content]) => `${name}: ${plainText(content!)}`,
  );
}

/** Of several scripts all things count, so that a second one is a difference. */
function thingsIn(head: string): readonly unknown[] {
  return [...head.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].flatMap(([, text]) => {
    const graph = JSON.parse(text!, (field, value: unknown) => {
      if (field === 'image') return undefined;
      return typeof value === 'string' ? plainText(value) : value;
    });
    return graph['@graph'];
  });
}

function linksIn(html: string): readonly string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(match => plainAddress(match[1]!));
}

/** Share links contain a title, which programs typeset and escape differently. Of these addresses only the decoded plain text counts. */
function plainAddress(address: string): string {
  return address.startsWith('/') ? address : plainText(decodeURIComponent(plainText(address)));
}

function elementsIn(html: string): readonly string[] {
  const markup = html.replace(/(<script[^>]*>).*?<\/script>/gs, '$1');
  return [...markup.matchAll(/<([a-z][\w-]*)([^>]*)>/g)].map(([, name, attributes]) => {
    const classes = / class="([^"]*)"/.exec(attributes!)?.[1]?.replace(/^|\s+/g, '.') ?? '';
    const states =
      attributes!.match(
        / (?:hidden|popover|(?:id|rel|popovertarget|aria-current|aria-label)="[^"]*")(?![\w=-])/g,
      ) ?? [];
    return name + classes + states.map(state => `[${state.trim()}]`).join('');
  });
}

function plainText(html: string): string {
  return (
    html
      .replace(/<[^>]*>/g, '')
      .replace(/&#39;|&apos;|&rsquo;|’/g, "'")
      .replaceAll('&amp;', '&')
      .replaceAll('&#43;', '+')
      // Our site writes « d’août » and « 1er mai »; the peers’ date libraries give « de août » and « 1 mai ».
      .replace(/ d'([ao])/g, ' de $1')
      .replace(/ 1er\b/g, ' 1')
      .replace(/[\s\u00a0\u202f]+/g, ' ')
      .trim()
  );
}
