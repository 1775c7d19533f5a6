// A page's view to the text of its file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from 'nunjucks';
import { siteFolder } from '../../address/site-place.ts';
import type { Article } from '../../article/article.ts';
import { renderBody } from '../../article/markdown/render-body.ts';
import { hashOf } from '../../hash/hash.ts';
import { pictureMarkup } from '../../images/picture-markup.ts';
import { type Framed, inFrame, type PageFrame } from '../../pages/page-frame.ts';
import type { PageType } from '../../pages/page-type.ts';
import type { ArticleMediaView } from '../../pages/parts/article-media.ts';
import { pageTypeOf } from '../../pages/registry.ts';
import { acceptedText } from '../../source/decode-text.ts';
import { ContentChanged } from '../reading/content-changed.ts';
import { publishedMarkup } from './published-markup.ts';
import { templateName } from './templates.ts';

/** An article as it was read, and where its Markdown is. */
export interface ArticleToRender {
  readonly read: Article;
  /** Of the bytes that it was read from. */
  readonly sourceHash: string;
  /** How many characters of their text, from its end, are the Markdown. */
  readonly bodyLength: number;
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
  readonly contentDir: string;
  readonly frame: PageFrame;
}

/** Throws `ContentChanged`. */
export function renderPage(job: RenderJob, settings: RenderSettings, environment: Environment): string {
  const type = pageTypeOf(job.type);
  if (type.renderer === 'json') return JSON.stringify(job.view);
  const bare = job.article ? viewOfArticle(type, job.view, job.article, settings) : job.view;
  const { frame } = settings;
  const markup = environment.render(templateName(type), { view: inFrame(bare, job, frame) });
  return publishedMarkup(markup, siteFolder(frame.portal.baseUrl));
}

function viewOfArticle(
  { finish }: PageType,
  view: object,
  { read, sourceHash, bodyLength }: ArticleToRender,
  settings: RenderSettings,
): object {
  const source = readFileSync(join(settings.contentDir, read.file), 'utf8');
  if (hashOf(source) !== sourceHash) throw new ContentChanged(read.file);
  const text = acceptedText(source);
  const body = text.slice(text.length - bodyLength);
  const { media } = view as { readonly media: ArticleMediaView | null };
  const bodyHtml = renderBody(body, {
    lang: read.lang,
    place: settings.frame.portal,
    picture: (src, alt) => {
      const picture = media?.pictures[src];
      return picture ? pictureMarkup(picture, { alt, when: 'late' }) : null;
    },
    linkedFile: name => media?.linked[name] ?? null,
  });
  return finish!(view, read, bodyHtml);
}
