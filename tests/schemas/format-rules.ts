// What the specifications of feeds, of sitemaps and of OpenSearch ask of each of their elements, as rules.
import type { ElementRules } from './element-rules.ts';

const ADDRESS = /^https:\/\/[^\s]+$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
/** RFC 822, section 5, with the year of RFC 1123. */
const MAIL_DATE = /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/;
const SOME = /\S/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/;
const WHOLE = /^[1-9]\d*$/;
const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]+$/;

/** What a feed says to whoever opens it in a browser, which both formats allow as an element of another language. */
const NOTE: ElementRules = {
  div: { children: { a: '1' }, text: SOME },
  a: { attributes: { href: ADDRESS }, text: SOME },
};

/** RFC 4287, section 4. */
export const ATOM: ElementRules = {
  ...NOTE,
  feed: {
    children: {
      ...{ id: '1', title: '1', subtitle: '?', updated: '1', link: '+', entry: '*', div: '?' },
    },
    attributes: { 'xml:lang': LANGUAGE },
  },
  id: { text: /^tag:[^\s]+$/ },
  title: { text: SOME },
  subtitle: { text: SOME },
  updated: { text: INSTANT },
  published: { text: INSTANT },
  link: {
    attributes: { rel: /^(?:self|alternate|hub)$/, href: ADDRESS },
    mayHave: { type: MEDIA_TYPE },
  },
  entry: {
    children: {
      ...{ id: '1', title: '1', link: '+', published: '1', updated: '1', author: '+' },
      ...{ category: '*', summary: '?', content: '?' },
    },
    mayHave: { 'xml:lang': LANGUAGE },
  },
  author: { children: { name: '1' } },
  name: { text: SOME },
  category: { attributes: { term: SOME } },
  summary: { text: SOME },
  content: { attributes: { type: /^html$/ }, text: SOME },
};

/** rssboard.org, « RSS 2.0 Specification », with its best practices; Media RSS 1.5.1. */
export const RSS: ElementRules = {
  ...NOTE,
  rss: { children: { channel: '1' }, attributes: { version: /^2\.0$/ } },
  channel: {
    children: {
      ...{ title: '1', link: '1', description: '1', language: '1', lastBuildDate: '1' },
      ...{ 'atom:link': '+', item: '*', div: '?' },
    },
  },
  title: { text: SOME },
  link: { text: ADDRESS },
  description: { text: SOME },
  language: { text: LANGUAGE },
  lastBuildDate: { text: MAIL_DATE },
  'atom:link': {
    attributes: { rel: /^(?:self|hub)$/, href: ADDRESS },
    mayHave: { type: MEDIA_TYPE },
  },
  item: {
    children: {
      ...{ title: '1', link: '1', guid: '1', pubDate: '1', 'dc:creator': '+', category: '*' },
      ...{ description: '?', 'content:encoded': '1', 'media:content': '*' },
    },
    // Content before a description is taken for it by some programs.
    inOrder: true,
    mayHave: { 'xml:lang': LANGUAGE },
  },
  guid: { attributes: { isPermaLink: /^false$/ }, text: /^tag:[^\s]+$/ },
  pubDate: { text: MAIL_DATE },
  'dc:creator': { text: SOME },
  category: { text: SOME },
  'content:encoded': { text: SOME },
  'media:content': {
    children: { 'media:title': '?', 'media:credit': '?' },
    attributes: { url: ADDRESS, type: MEDIA_TYPE, medium: /^(?:image|video|audio)$/ },
    mayHave: { width: WHOLE, height: WHOLE },
  },
  'media:title': { attributes: { type: /^plain$/ }, text: SOME },
  'media:credit': { text: SOME },
};

/** sitemaps.org/schemas/sitemap/0.9; Google's extensions for images, films and news. */
export const SITEMAP: ElementRules = {
  urlset: { children: { url: '*' } },
  url: {
    children: { loc: '1', lastmod: '?', 'image:image': '*', 'video:video': '?', 'news:news': '?' },
  },
  loc: { text: ADDRESS },
  lastmod: { text: INSTANT },
  'image:image': { children: { 'image:loc': '1' } },
  'image:loc': { text: ADDRESS },
  'video:video': {
    children: {
      ...{ 'video:thumbnail_loc': '1', 'video:title': '1', 'video:description': '1' },
      ...{ 'video:content_loc': '1', 'video:publication_date': '1' },
    },
  },
  'video:thumbnail_loc': { text: ADDRESS },
  'video:title': { text: SOME },
  // Google, « Video sitemaps »: at most 2,048 characters.
  'video:description': { text: /^[\s\S]{1,2048}$/ },
  'video:content_loc': { text: ADDRESS },
  'video:publication_date': { text: INSTANT },
  'news:news': {
    children: { 'news:publication': '1', 'news:publication_date': '1', 'news:title': '1' },
    inOrder: true,
  },
  'news:publication': { children: { 'news:name': '1', 'news:language': '1' }, inOrder: true },
  'news:name': { text: SOME },
  'news:language': { text: /^(?:[a-z]{2,3}|zh-cn|zh-tw)$/ },
  'news:publication_date': { text: INSTANT },
  'news:title': { text: SOME },
};

export const SITEMAP_INDEX: ElementRules = {
  sitemapindex: { children: { sitemap: '+' } },
  sitemap: { children: { loc: '1', lastmod: '?' }, inOrder: true },
  loc: { text: ADDRESS },
  lastmod: { text: INSTANT },
};

/** OpenSearch 1.1, draft 6. */
export const OPENSEARCH: ElementRules = {
  OpenSearchDescription: {
    children: {
      ...{ ShortName: '1', LongName: '?', Description: '1', Image: '*', Url: '+' },
      ...{ Language: '*', InputEncoding: '*', OutputEncoding: '*' },
    },
  },
  ShortName: { text: /^[\s\S]{1,16}$/ },
  LongName: { text: /^[\s\S]{1,48}$/ },
  Description: { text: /^[\s\S]{1,1024}$/ },
  Image: { attributes: { height: WHOLE, width: WHOLE, type: MEDIA_TYPE }, text: ADDRESS },
  Url: {
    attributes: { type: MEDIA_TYPE, template: ADDRESS },
    mayHave: { method: /^get$/, rel: /^self$/ },
  },
  Language: { text: LANGUAGE },
  InputEncoding: { text: /^UTF-8$/ },
  OutputEncoding: { text: /^UTF-8$/ },
};

const text = { type: 'string', minLength: 1 };
const uri = { type: 'string', pattern: '^https://' };
const instant = { type: 'string', format: 'date-time' };

/** jsonfeed.org, version 1.1, as a JSON Schema of the fields that the site uses. */
export const JSON_FEED = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'title', 'home_page_url', 'feed_url', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: text,
    description: text,
    home_page_url: uri,
    feed_url: uri,
    language: { type: 'string', pattern: LANGUAGE.source },
    hubs: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['type', 'url'],
        properties: { type: text, url: uri },
      },
    },
    items: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        // Of a text as HTML and one without markup at least one.
        required: ['id', 'content_html'],
        properties: {
          id: text,
          url: uri,
          title: text,
          summary: text,
          content_html: text,
          image: uri,
          date_published: instant,
          date_modified: instant,
          language: { type: 'string', pattern: LANGUAGE.source },
          tags: { type: 'array', items: text },
          authors: {
            type: 'array',
            items: { type: 'object', required: ['name'], properties: { name: text, url: uri } },
          },
          attachments: {
            type: 'array',
            items: {
              type: 'object',
              required: ['url', 'mime_type'],
              properties: {
                url: uri,
                mime_type: { type: 'string', pattern: MEDIA_TYPE.source },
                title: text,
              },
            },
          },
        },
      },
    },
  },
} as const;
