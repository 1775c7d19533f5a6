// The text of a page to what a stranger sees of it, in one pass, without a tree of its elements.
import { Parser } from 'htmlparser2';
import type { Heading, LinkUse, PageFacts, PageLink, Picture, PictureFile, TextBlock } from './page-facts.ts';
import { srcsetCandidates } from './srcset.ts';

type Attributes = Readonly<Record<string, string>>;

/** They stand within a line of text: what is before and behind them belongs together (HTML, § 3.2.5.2.5, phrasing content). */
const WITHIN_LINES = new Set(
  'a abbr b bdi bdo cite data del dfn em font i ins label mark output q rp rt ruby s slot small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

/** Nothing in them is a text of the page that typography has to do with. */
const NO_TEXT = new Set(
  'code iframe kbd math noembed object pre samp script style svg textarea tt video audio canvas'.split(' '),
);

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

const LABELS = new Set('a button caption dt label legend option summary th'.split(' '));

/** In characters. What is longer is a text, or a headline that links. */
const LONGEST_LABEL = 60;

/** What `link` loads, and what it tells of; of other kinds nothing is asked. */
const LINK_USES: Readonly<Record<string, LinkUse>> = {
  stylesheet: 'load',
  icon: 'load',
  'apple-touch-icon': 'load',
  'mask-icon': 'load',
  preload: 'load',
  modulepreload: 'load',
  manifest: 'told',
  alternate: 'told',
  canonical: 'told',
  next: 'told',
  prev: 'told',
  search: 'told',
  license: 'told',
  author: 'told',
  help: 'told',
};

const TOLD_PROPERTIES = new Set([
  'og:url',
  'og:image',
  'og:image:url',
  'og:video',
  'og:audio',
  'twitter:image',
]);

/** In place of what stands in a line and is no text: it is neither a letter nor a blank. */
const SOMETHING = '\ufffc';

interface Open {
  readonly name: string;
  readonly lang: string;
  readonly silent: number;
  readonly isHidden: boolean;
}

interface OpenLabel {
  readonly name: string;
  readonly href: string | null;
  text: string;
  isNamed: boolean;
}

export function readPage(html: string): PageFacts {
  const links: PageLink[] = [];
  const ids = new Set<string>();
  const pictures: Picture[] = [];
  const pictureFiles: PictureFile[] = [];
  const namelessLinks: string[] = [];
  const headings: Heading[] = [];
  const data: string[] = [];
  const scripts: string[] = [];
  const blocks: TextBlock[] = [];
  const labels: TextBlock[] = [];
  const stack: Open[] = [];
  const openLabels: OpenLabel[] = [];
  const socialImage: { src: string | null; width: number | null; height: number | null } = {
    src: null,
    width: null,
    height: null,
  };
  let isWhole = false;
  let documentLang = '';
  let lang = '';
  let silent = 0;
  let isHidden = false;
  let title: string | null = null;
  let description: string | null = null;
  let canonical: string | null = null;
  let isIndexable = true;
  let isArticle = false;
  let sendsTo: string | null = null;
  let base: string | null = null;
  let policy: string | null = null;
  let block = '';
  let blockLang = '';
  let heading: { level: number; text: string } | null = null;
  let templates = 0;
  /** The text of an element that holds no markup. */
  let raw: 'title' | 'data' | 'script' | null = null;
  let rawText = '';

  const endBlock = (): void => {
    if (block !== '') {
      const text = oneLine(block);
      if (text !== '') blocks.push({ text, lang: blockLang });
    }
    block = '';
  };
  const write = (text: string): void => {
    // A name in another language within a French sentence is not measured by the French rules.
    block += lang === blockLang ? text : SOMETHING;
    if (heading !== null) heading.text += text;
    for (const open of openLabels) open.text += text;
  };
  const link = (href: string | undefined, use: LinkUse, element: string): void => {
    if (href !== undefined) links.push({ href: href.trim(), use, element });
  };
  const label = (text: string | undefined): void => {
    if (text !== undefined && text !== '' && text.length <= LONGEST_LABEL)
      labels.push({ text: oneLine(text), lang });
  };
  const nameOpen = (): void => {
    for (const open of openLabels) open.isNamed = true;
  };

  const image = (attributes: Attributes): void => {
    const { src, alt, width, height, srcset } = attributes;
    const hasAlternative =
      alt !== undefined || attributes['aria-hidden'] === 'true' || attributes.role === 'presentation';
    pictures.push({ src: src ?? '', hasAlternative });
    if (alt !== undefined && alt.trim() !== '') nameOpen();
    link(src, 'load', 'img');
    const shape = shapeOf(width, height);
    if (src !== undefined) pictureFiles.push({ src: src.trim(), width: null, shape });
    candidates(srcset, shape);
  };
  const candidates = (srcset: string | undefined, shape: PictureFile['shape']): void => {
    if (srcset === undefined) return;
    for (const { src, width } of srcsetCandidates(srcset)) {
      link(src, 'load', 'srcset');
      pictureFiles.push({ src, width, shape });
    }
  };
  const meta = (attributes: Attributes): void => {
    const { content } = attributes;
    if (content === undefined) return;
    const name = (attributes.name ?? '').toLowerCase();
    const property = (attributes.property ?? attributes.name ?? '').toLowerCase();
    const equivalent = (attributes['http-equiv'] ?? '').toLowerCase();
    if (name === 'description') description ??= oneLine(content);
    if (name === 'robots' && /\bno(?:index|ne)\b/i.test(content)) isIndexable = false;
    if (property === 'og:type' && content.trim() === 'article') isArticle = true;
    if (TOLD_PROPERTIES.has(property)) link(content, 'told', property);
    if (property === 'og:image') socialImage.src ??= content.trim();
    if (property === 'og:image:width') socialImage.width ??= pixels(content);
    if (property === 'og:image:height') socialImage.height ??= pixels(content);
    if (equivalent === 'content-security-policy') policy ??= content;
    if (equivalent === 'refresh') {
      const target = /^\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content)?.[1];
      if (target !== undefined) {
        sendsTo = target.trim();
        link(sendsTo, 'way', 'refresh');
      }
    }
  };
  const linkElement = (attributes: Attributes): void => {
    const kinds = (attributes.rel ?? '').toLowerCase().split(/\s+/);
    const kind = kinds.find(each => LINK_USES[each] !== undefined);
    if (kind === undefined) return;
    link(attributes.href, LINK_USES[kind]!, kind);
    if (kinds.includes('canonical')) canonical ??= attributes.href?.trim() ?? null;
  };

  const parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype') isWhole = true;
      },
      onopentag(name, attributes: Attributes) {
        // What a template holds is no part of the page until a script takes it out.
        if (name === 'template' || templates > 0) {
          if (name === 'template') templates++;
          return;
        }
        if (!VOID.has(name)) stack.push({ name, lang, silent, isHidden });
        const { id, hidden } = attributes;
        if (attributes.lang !== undefined) lang = attributes.lang.toLowerCase();
        if (id !== undefined) ids.add(id);
        if (hidden !== undefined) isHidden = true;
        const isWithin = WITHIN_LINES.has(name);
        if (!isWithin && silent === 0 && !IN_PLACE.has(name)) {
          endBlock();
          blockLang = lang;
        }
        if (silent === 0) {
          label(attributes['aria-label']);
          label(attributes.title);
          label(attributes.placeholder);
        }
        if (attributes['aria-label'] !== undefined && attributes['aria-label'].trim() !== '') nameOpen();
        switch (name) {
          case 'html':
            isWhole = true;
            documentLang = lang;
            break;
          case 'a':
            if (attributes.name !== undefined) ids.add(attributes.name);
            link(attributes.href, 'way', 'a');
            break;
          case 'area':
            link(attributes.href, 'way', 'area');
            break;
          case 'base':
            base ??= attributes.href ?? null;
            break;
          case 'meta':
            meta(attributes);
            break;
          case 'link':
            linkElement(attributes);
            break;
          case 'img':
            image(attributes);
            break;
          case 'source':
            link(attributes.src, 'load', 'source');
            candidates(attributes.srcset, shapeOf(attributes.width, attributes.height));
            break;
          case 'script':
            link(attributes.src, 'load', 'script');
            if (attributes.type === 'application/ld+json') raw = 'data';
            else if (attributes.src === undefined && isRun(attributes.type)) raw = 'script';
            rawText = '';
            break;
          case 'iframe':
          case 'embed':
          case 'track':
          case 'audio':
            link(attributes.src, 'load', name);
            break;
          case 'video':
            link(attributes.src, 'load', name);
            link(attributes.poster, 'load', name);
            break;
          case 'object':
            link(attributes.data, 'load', name);
            break;
          case 'use':
          case 'image':
            link(attributes.href ?? attributes['xlink:href'], 'load', name);
            break;
          case 'form':
            if (attributes.method?.toLowerCase() !== 'post') link(attributes.action, 'way', 'form');
            break;
          case 'esi:include':
            link(attributes.src, 'piece', name);
            break;
          case 'input':
            if (/^(?:submit|button|reset)$/i.test(attributes.type ?? '')) label(attributes.value);
            break;
          case 'title':
            if (silent === 0) {
              raw = 'title';
              rawText = '';
            } else nameOpen();
            break;
          case 'h1':
          case 'h2':
          case 'h3':
          case 'h4':
          case 'h5':
          case 'h6':
            if (!isHidden) heading = { level: Number(name[1]), text: '' };
            break;
        }
        if (LABELS.has(name))
          openLabels.push({
            name,
            href: name === 'a' ? (attributes.href ?? null) : null,
            text: '',
            isNamed: Boolean(attributes['aria-label'] ?? attributes['aria-labelledby'] ?? attributes.title),
          });
        if (name === 'br') {
          if (silent === 0) write(' ');
        } else if (
          NO_TEXT.has(name) ||
          attributes.translate === 'no' ||
          attributes['data-as-typed'] !== undefined
        ) {
          if (silent === 0 && name !== 'script' && name !== 'style') write(SOMETHING);
          silent++;
        } else if (silent === 0 && (name === 'img' || name === 'input' || name === 'select'))
          write(SOMETHING);
      },
      ontext(text) {
        if (templates > 0) return;
        if (raw !== null) {
          rawText += text;
          return;
        }
        if (silent === 0) write(text);
        else for (const open of openLabels) if (text.trim() !== '') open.isNamed = true;
      },
      oncomment(text) {
        const included = /^\s*#include\s+(?:virtual|file)\s*=\s*"([^"]*)"/.exec(text)?.[1];
        if (included !== undefined) link(included, 'piece', 'include');
      },
      onclosetag(name) {
        if (templates > 0) {
          if (name === 'template') templates--;
          return;
        }
        if (raw !== null && (name === 'title' || name === 'script')) {
          if (raw === 'title') {
            title ??= oneLine(rawText);
            if (title !== '') blocks.push({ text: title, lang });
          } else (raw === 'data' ? data : scripts).push(rawText);
          raw = null;
        }
        if (openLabels.at(-1)?.name === name) endLabel();
        if (heading !== null && /^h[1-6]$/.test(name)) {
          headings.push({ level: heading.level, text: oneLine(heading.text) });
          heading = null;
        }
        if (VOID.has(name)) return;
        const endsBlock = !WITHIN_LINES.has(name) && silent === 0 && !IN_PLACE.has(name);
        if (endsBlock) endBlock();
        const before = stack.pop();
        if (before === undefined) return;
        lang = before.lang;
        silent = before.silent;
        isHidden = before.isHidden;
        if (endsBlock) blockLang = lang;
      },
    },
    { decodeEntities: true },
  );

  const endLabel = (): void => {
    const { href, text, isNamed } = openLabels.pop()!;
    const words = oneLine(text.replaceAll(SOMETHING, ''));
    if (href !== null && words === '' && !isNamed) namelessLinks.push(href);
    label(words);
  };

  parser.write(html);
  parser.end();
  endBlock();
  if (socialImage.src !== null)
    pictureFiles.push({
      src: socialImage.src,
      width: socialImage.width,
      shape:
        socialImage.width !== null && socialImage.height !== null
          ? [socialImage.width, socialImage.height]
          : null,
    });
  return {
    isWhole,
    lang: documentLang,
    title,
    description,
    canonical,
    isIndexable,
    isArticle,
    sendsTo,
    base,
    links,
    ids,
    pictures,
    pictureFiles,
    namelessLinks,
    headings,
    data,
    scripts,
    policy,
    blocks,
    labels,
  };
}

/** They stand in a line without being text. */
const IN_PLACE = new Set(
  'br img input select svg code kbd samp tt math picture source script style template'.split(' '),
);

/** HTML, § 4.12.1: with other types a script is data. */
function isRun(type: string | undefined): boolean {
  return (
    type === undefined ||
    type === '' ||
    type === 'module' ||
    /^(?:text|application)\/(?:java|ecma)script$/.test(type)
  );
}

/** HTML's white space to single blanks; those that keep words together stay. */
function oneLine(text: string): string {
  return text.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ | $/g, '');
}

function pixels(text: string | undefined): number | null {
  return text !== undefined && /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : null;
}

function shapeOf(width: string | undefined, height: string | undefined): PictureFile['shape'] {
  const [across, down] = [pixels(width), pixels(height)];
  return across !== null && down !== null ? [across, down] : null;
}
