// The theme's own Nunjucks filters: a count becomes French words, a picture HTML. Pure, and the same for Eleventy and for our engine.
import nunjucks from 'nunjucks';
import { NEWEST_URL, newestOfSectionUrl } from '../address/addresses.ts';
import { markupText } from '../images/markup-text.ts';
import type { Picture } from '../images/picture.ts';
import { type PictureTime, pictureMarkup } from '../images/picture-markup.ts';
import { isRightToLeft } from '../locale/direction.ts';
import type { NounForms } from '../locale/french.ts';
import { agree, groupDigits } from '../locale/numbers.ts';
import type { ArticleView } from '../pages/article/article-view.ts';
import type { HomeView } from '../pages/home/home-page.ts';
import { articleThings } from '../pages/structured-data/article-things.ts';
import { graphText, listOf, pageThings, type Thing } from '../pages/structured-data/graph.ts';
import type { Link as AnyLink, PageView } from '../pages/views.ts';

/** `{{ 3 | agreeing(words.topics) }}`: the noun alone, in the form that the count wants: « Sujets ». */
function agreeing(count: number, forms: NounForms): string {
  return agree(count, forms.one, forms.many);
}

/** `{{ 2077 | counted(words.articles) }}`: the count and its noun, never parted at a line's end: « 2 077 articles ». */
function counted(count: number, forms: NounForms): string {
  return `${groupDigits(count)}\u00a0${agreeing(count, forms)}`;
}

/**
 * `{{ card.image | picture("late") }}`: the picture as HTML. « first » is for the largest at a page's top, or a row
 * of them. Without a second argument it is decoration: its alternative text is empty.
 */
function picture(shown: Picture, when: PictureTime, alt = ''): nunjucks.runtime.SafeString {
  return new nunjucks.runtime.SafeString(pictureMarkup(shown, { alt, when }));
}

/** `<a{{ card.lang | language }}>`: the attributes of an element in another language than the portal's; nothing for null. */
function language(lang: string | null): nunjucks.runtime.SafeString {
  const attributes =
    lang === null ? '' : ` lang="${markupText(lang)}"${isRightToLeft(lang) ? ' dir="rtl"' : ''}`;
  return new nunjucks.runtime.SafeString(attributes);
}

/** `<p{{ view.portal.locale | languageWithin(view.lang) }}>`: those of the portal's words within what is in `around`; nothing for null. */
function languageWithin(locale: string, around: string | null): nunjucks.runtime.SafeString {
  const attributes =
    around === null ? '' : ` lang="${markupText(locale)}"${isRightToLeft(around) ? ' dir="ltr"' : ''}`;
  return new nunjucks.runtime.SafeString(attributes);
}

/**
 * `{{ card.absence | mark }}`: after a title, which may be in another language, why readers do not have the article; nothing for null.
 * A browser's own colours for `mark` set it apart, from the theme as well, whose style sheet readers load.
 */
function mark(absence: string | null): nunjucks.runtime.SafeString {
  return new nunjucks.runtime.SafeString(
    absence === null ? '' : ` <mark lang="fr">${markupText(absence)}</mark>`,
  );
}

/** In the tag of a link. Neither `<` nor `>` is within a tag of a body, and each attempt ends at the first, so time grows with the text. */
const LINK = /<a [^<>]*?href="((?:https?:|\/)[^"<>]*)"/gi;

const NO_ADDRESSES: readonly nunjucks.runtime.SafeString[] = [];

/**
 * `{{ view.bodyHtml | linkedAddresses(view.portal.baseUrl) }}`: where the links of a body lead, whole, in order; those within the page and
 * to mailboxes are none. The style sheet for print gives letters to the same ones.
 */
function linkedAddresses(html: string, baseUrl: string): readonly nunjucks.runtime.SafeString[] {
  // Most bodies have no link, and every one of a large archive comes by.
  if (!html.includes('<a ')) return NO_ADDRESSES;
  return [...html.matchAll(LINK)].map(
    ([, href]) => new nunjucks.runtime.SafeString(wholeAddress(href!, baseUrl)),
  );
}

/** `href` is escaped, as it stands in the attribute, and so is what comes out. */
function wholeAddress(href: string, baseUrl: string): string {
  if (href.startsWith('//')) return `https:${href}`;
  return href.startsWith('/') ? markupText(baseUrl) + href : href;
}

/** `{{ view.section | newestUrl }}`: where the newest articles of a section are to be fetched; of null, those of all. */
function newestUrl(section: { readonly url: string } | null): string {
  return section === null ? NEWEST_URL : newestOfSectionUrl(section.url);
}

/** `{{ view | pageData }}`: what search engines are told of any page. */
function pageData(view: PageView): nunjucks.runtime.SafeString {
  return dataScript(pageThings(view));
}

/** `{{ view | listData(view.articles) }}`: of a page that lists articles, or days with articles. */
function listData(view: PageView, ...lists: readonly Listed[]): nunjucks.runtime.SafeString {
  const list = listOf(lists.flatMap(linksIn), view.portal);
  return dataScript([...pageThings(view, 'CollectionPage'), list]);
}

type Link = Pick<AnyLink, 'url'>;
type Listed = Link | null | readonly (Link | { readonly articles: readonly Link[] })[];

function linksIn(listed: Listed): readonly Link[] {
  if (listed === null) return [];
  const list = Array.isArray(listed) ? listed : [listed];
  return list.flatMap(item => ('articles' in item ? item.articles : [item]));
}

/** `{{ view | homeData }}`: of the home page, whose articles stand in many places. */
function homeData(view: HomeView): nunjucks.runtime.SafeString {
  const { lead, slides, headlines, wire, bands } = view;
  const below = bands.flatMap(band => {
    if (band.kind === 'strip') return band.tiles;
    return band.kind === 'sections' ? band.sections.flatMap(({ first, others }) => [first, ...others]) : [];
  });
  return listData(view, lead, slides, headlines, wire, below);
}

/** `{{ view | articleData }}`: of an article. */
function articleData(view: ArticleView): nunjucks.runtime.SafeString {
  return dataScript(articleThings(view));
}

function dataScript(things: readonly Thing[]): nunjucks.runtime.SafeString {
  return new nunjucks.runtime.SafeString(`<script type="application/ld+json">${graphText(things)}</script>`);
}

/** By the name under which templates call them. */
export const filters = {
  grouped: groupDigits,
  agreeing,
  counted,
  picture,
  language,
  languageWithin,
  linkedAddresses,
  mark,
  newestUrl,
  pageData,
  listData,
  homeData,
  articleData,
} as const;
