// A page's view to the text of its file.
import type { Environment } from 'nunjucks';
import { siteFolder } from '../../address/site-place.ts';
import type { Article } from '../../article/article.ts';
import { renderBody } from '../../article/markdown/render-body.ts';
import { type BytesPlace, bytesAt } from '../../content/content-source.ts';
import { isBlob } from '../../hash/blob-id.ts';
import { pictureMarkup } from '../../images/picture-markup.ts';
import { type Framed, inFrame, type PageFrame } from '../../pages/page-frame.ts';
import type { ArticleMediaView } from '../../pages/parts/article-media.ts';
import { pageTypeOf } from '../../pages/registry.ts';
import { acceptedText } from '../../source/decode-text.ts';
import type { BodyPlace } from '../memory/row-formats.ts';
import { ContentChanged } from '../reading/content-changed.ts';
import { publishedMarkup } from './published-markup.ts';
import { templateName } from './templates.ts';

/** An article as it was read, and its body. */
export interface ArticleToRender {
  readonly read: Article;
  readonly body: MarkdownPlace | KeptBody;
}

/** Where its Markdown is. */
interface MarkdownPlace {
  /** Of the bytes that the article was read from (`blobId`). */
  readonly id: string;
  readonly bytes: BytesPlace;
  /** How many characters of their text, from its end, are the Markdown. */
  readonly bodyLength: number;
}

/** Its file has a fault now: the body as it was rendered before. */
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
  if (type.renderer === 'json') return { text: JSON.stringify(job.view), body: null };
  const { frame } = settings;
  const bodyHtml = job.article && bodyOfArticle(job.view, job.article, settings);
  const bare = job.article ? type.finish!(job.view, job.article.read, bodyHtml!) : job.view;
  const markup = environment.render(templateName(type), { view: inFrame(bare, job, frame) });
  const folder = siteFolder(frame.portal.baseUrl);
  const text = publishedMarkup(markup, folder);
  return { text, body: bodyHtml === null ? null : placeIn(text, publishedMarkup(bodyHtml, folder)) };
}

/** If the same text stands there twice, either will do. */
function placeIn(text: string, body: string): BodyPlace | null {
  const at = text.indexOf(body);
  return at === -1 ? null : { at, length: body.length };
}

function bodyOfArticle(view: object, { read, body }: ArticleToRender, settings: RenderSettings): string {
  return 'html' in body ? body.html : renderMarkdown(view, read, body, settings);
}

function renderMarkdown(
  view: object,
  read: Article,
  { id, bytes, bodyLength }: MarkdownPlace,
  settings: RenderSettings,
): string {
  const source = bytesAt(bytes);
  if (!isBlob(source, id)) throw new ContentChanged(read.file);
  const text = acceptedText(source.toString());
  const body = text.slice(text.length - bodyLength);
  const { media } = view as { readonly media: ArticleMediaView | null };
  return renderBody(body, {
    lang: read.lang,
    place: settings.frame.portal,
    picture: (src, alt) => {
      const picture = media?.pictures[src];
      return picture ? pictureMarkup(picture, { alt, when: 'late' }) : null;
    },
    linkedFile: name => media?.linked[name] ?? null,
  });
}
