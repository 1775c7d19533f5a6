// A page's view to the text of its file.
import type { Environment } from 'nunjucks';
import { articleUrl } from '../../address/addresses.ts';
import { siteFolder } from '../../address/site-place.ts';
import type { Article } from '../../article/article.ts';
import { renderBody } from '../../article/markdown/render-body.ts';
import { atHand } from '../../cache/at-hand.ts';
import { type BytesPlace, bytesAt } from '../../content/content-source.ts';
import { isBlob } from '../../hash/blob-id.ts';
import { pictureMarkup } from '../../images/picture-markup.ts';
import { type Framed, inFrame, type PageFrame } from '../../pages/page-frame.ts';
import type { ArticleMediaView } from '../../pages/parts/article-media.ts';
import { pageTypeOf } from '../../pages/registry.ts';
import type { Portal } from '../../pages/views.ts';
import { acceptedText } from '../../source/decode-text.ts';
import type { BodyPlace } from '../memory/row-formats.ts';
import { ContentChanged } from '../reading/content-changed.ts';
import { legalXml } from './legal-xml.ts';
import { publishedMarkup, wholeMarkup } from './published-markup.ts';
import { templateName } from './templates.ts';

/** An article as it was read, and its body. */
export interface ArticleToRender {
  readonly read: Article;
  readonly body: MarkdownPlace | KeptBody;
}

/** An article whose text stands among others on a page. */
export interface TextToRender extends ArticleToRender {
  readonly media: ArticleMediaView | null;
}

/** Where its Markdown is. */
export interface MarkdownPlace {
  /** Of the bytes that the article was read from (`blobId`). */
  readonly id: string;
  readonly bytes: BytesPlace;
  /** How many characters of their text, from its end, are the Markdown. */
  readonly bodyLength: number;
}

/** The body as it was rendered before: its file has a fault now, or the same HTML would come of it. */
interface KeptBody {
  readonly html: string;
}

/** Plain JSON data, so that a worker can take it. */
export interface RenderJob extends Framed {
  /** The name of its kind of page. */
  readonly type: string;
  /** The bare view; of an article, without its body. */
  readonly view: object;
  readonly article: ArticleToRender | null;
  readonly texts: readonly TextToRender[];
  /** Of the bytes that stand in the output; null when they are not known for certain. */
  readonly bytesHash: string | null;
}

export interface RenderSettings {
  readonly themeDir: string;
  readonly frame: PageFrame;
}

export interface RenderedPage {
  readonly text: string;
  /** Where an article's body is in it; null: it is no article, or a template changed the body. */
  readonly body: BodyPlace | null;
}

/** Throws `ContentChanged`. */
export function renderPage(job: RenderJob, settings: RenderSettings, environment: Environment): RenderedPage {
  const type = pageTypeOf(job.type);
  const { frame } = settings;
  const texts = type.finishTexts?.(
    job.view,
    job.texts.map(text => wholeBody(text, frame.portal)),
  );
  const view = texts ?? job.view;
  if (type.renderer === 'json') return { text: JSON.stringify(view), body: null };
  const bodyHtml = job.article && bodyOfArticle(mediaOf(job.view), job.article, frame.portal);
  const bare = job.article ? type.finish!(job.view, job.article.read, bodyHtml!) : view;
  const markup = environment.render(templateName(type), { view: inFrame(bare, job, frame) });
  const folder = siteFolder(frame.portal.baseUrl);
  const published = publishedMarkup(markup, folder);
  const text = job.url.endsWith('.xml') ? legalXml(published) : published;
  return { text, body: bodyHtml === null ? null : placeIn(text, publishedMarkup(bodyHtml, folder)) };
}

/** If the same text stands there twice, either will do. */
function placeIn(text: string, body: string): BodyPlace | null {
  const at = text.indexOf(body);
  return at === -1 ? null : { at, length: body.length };
}

function mediaOf(view: object): ArticleMediaView | null {
  return (view as { readonly media: ArticleMediaView | null }).media;
}

function bodyOfArticle(
  media: ArticleMediaView | null,
  { read, body }: ArticleToRender,
  place: PlaceOfPortal,
): string {
  return 'html' in body ? body.html : renderMarkdown(media, read, body, place);
}

/** One stands in several feeds, in three formats: as many as the fronts of a portal show. */
const WHOLE_BODIES = 400;
const bodyAtHand = atHand(makeWholeBody, WHOLE_BODIES);

export type PlaceOfPortal = Pick<Portal, 'baseUrl' | 'typedFolder'>;

function wholeBody(text: TextToRender, { baseUrl, typedFolder }: PlaceOfPortal): string {
  return bodyAtHand(JSON.stringify([text, { baseUrl, typedFolder }]));
}

/** @param key all that the body follows from. */
function makeWholeBody(key: string): string {
  const [text, place] = JSON.parse(key) as [TextToRender, PlaceOfPortal];
  const { baseUrl } = place;
  return wholeMarkup(bodyOfArticle(text.media, text, place), baseUrl, baseUrl + articleUrl(text.read));
}

/** The HTML of a body as it stands on the article's page. Throws `ContentChanged`. */
export function renderMarkdown(
  media: ArticleMediaView | null,
  read: Article,
  { id, bytes, bodyLength }: MarkdownPlace,
  place: PlaceOfPortal,
): string {
  const source = bytesAt(bytes);
  if (!isBlob(source, id)) throw new ContentChanged(read.file);
  const text = acceptedText(source.toString());
  const body = text.slice(text.length - bodyLength);
  return renderBody(body, {
    lang: read.lang,
    place,
    picture: (src, alt) => {
      const picture = media?.pictures[src];
      return picture ? pictureMarkup(picture, { alt, when: 'late' }) : null;
    },
    linkedFile: name => media?.linked[name] ?? null,
  });
}
