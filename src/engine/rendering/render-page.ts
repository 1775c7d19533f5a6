// A page's view to its file: rendered, compared with what stands there, written only when different.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Environment } from 'nunjucks';
import { outputPath } from '../../address/addresses.ts';
import type { Article } from '../../article/article.ts';
import { renderBody } from '../../article/markdown/render-body.ts';
import { hashOf } from '../../hash/hash.ts';
import { pictureMarkup } from '../../images/picture-markup.ts';
import { type ArticleSetting, articleView } from '../../pages/article-page.ts';
import { type Frame, inFrame } from '../../pages/frame.ts';
import { type ArchiveTemplate, DATA_TEMPLATES } from '../../pages/page.ts';
import type { PageView } from '../../pages/views.ts';
import { acceptedText } from '../../source/decode-text.ts';
import { templateName } from './templates.ts';

/** An article as it was read, and where its Markdown is. */
export interface ArticleToRender {
  readonly read: Article;
  /** Of the bytes that it was read from. */
  readonly sourceHash: string;
  /** How many characters of their text, from its end, are the Markdown. */
  readonly bodyLength: number;
}

export interface RenderJob {
  readonly url: string;
  readonly template: ArchiveTemplate;
  readonly furnished: boolean;
  /** The bare view; of an article, its setting. */
  readonly view: object;
  readonly article: ArticleToRender | null;
  /** Of the bytes that stand in the output; null when they are not known for certain. */
  readonly bytesHash: string | null;
}

export interface RenderResult {
  readonly url: string;
  readonly bytesHash: string;
  readonly written: boolean;
}

export interface RenderSettings {
  readonly contentDir: string;
  readonly outputDir: string;
  readonly timeZone: string;
  readonly frame: Frame;
}

/** An article's file is no longer the one that this build began with: the build has to be run again. */
export class ContentChanged extends Error {
  readonly file: string;
  constructor(file: string) {
    super(`${file} changed during the build`);
    this.file = file;
  }
}

export function renderPage(job: RenderJob, settings: RenderSettings, environment: Environment): RenderResult {
  const bare = (job.article ? viewOfArticle(job, settings) : job.view) as Pick<PageView, 'url'>;
  const text = (DATA_TEMPLATES as readonly string[]).includes(job.template)
    ? JSON.stringify(job.view)
    : environment.render(templateName(job.template), {
        view: inFrame(bare, settings.frame, job.furnished, false),
      });
  return { url: job.url, ...writeIfDifferent(settings.outputDir, job.url, text, job.bytesHash) };
}

function viewOfArticle({ article, view }: RenderJob, settings: RenderSettings): object {
  const { read, sourceHash, bodyLength } = article!;
  const source = readFileSync(join(settings.contentDir, read.file), 'utf8');
  if (hashOf(source) !== sourceHash) throw new ContentChanged(read.file);
  const text = acceptedText(source);
  const body = text.slice(text.length - bodyLength);
  const setting = view as ArticleSetting;
  const bodyHtml = renderBody(body, {
    lang: read.lang,
    siteOrigin: settings.frame.portal.baseUrl,
    picture: (src, alt) => {
      const picture = setting.media?.pictures[src];
      return picture ? pictureMarkup(picture, { alt, when: 'late' }) : null;
    },
  });
  return articleView(read, bodyHtml, setting);
}

/**
 * Writes `bytes` to the file of `url` unless it already holds them, so that its modification time stays.
 * A text is written as UTF-8, at the cost of one call instead of three. `knownHash` spares reading the file when its bytes are known.
 */
export function writeIfDifferent(
  outputDir: string,
  url: string,
  bytes: Uint8Array | string,
  knownHash: string | null,
): { readonly bytesHash: string; readonly written: boolean } {
  const bytesHash = hashOf(bytes);
  if (bytesHash === knownHash) return { bytesHash, written: false };
  const path = join(outputDir, outputPath(url));
  if (knownHash === null && holds(path, bytes)) return { bytesHash, written: false };
  try {
    writeFileSync(path, bytes);
  } catch (error) {
    // A folder that is gone, or was never made: rarer, and dearer to find out, than a file in one that is there.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
  return { bytesHash, written: true };
}

function holds(path: string, bytes: Uint8Array | string): boolean {
  try {
    return readFileSync(path).equals(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
  } catch {
    return false;
  }
}
