// An article becomes the list of the files that it shows: what each file is for, and which field names it.
import type { MediaFacts } from '../media/media-facts.ts';
import { endingOf } from '../media/media-kinds.ts';
import { isOutside } from '../media/outside-host.ts';
import type { Article, ArticleImage, ArticleRecording, Focus } from './article.ts';
import type { BodyAddresses } from './markdown/body-addresses.ts';

/** What a file is for. */
export type MediaRole =
  | 'image'
  | 'gallery'
  | 'body'
  | 'poster'
  | 'video'
  | 'audio'
  | 'captions'
  | 'transcript'
  /** A document to which the text links. */
  | 'document'
  /** Another Markdown file, to whose page the text links. */
  | 'page';

/** One file that an article names. Plain JSON data. */
export interface MediaReference {
  readonly role: MediaRole;
  /** The file's name as the editor wrote it. */
  readonly src: string;
  /** The point around which the editor wants the photograph cropped; null: the editor gave none. */
  readonly focus: Focus | null;
  /** The field's path in the front matter: `['gallery', 2, 'src']`; empty: the text names the file. */
  readonly path: readonly (string | number)[];
}

/** A file that an article names, with its path and the facts that were read from it. */
export interface FoundMedia extends MediaReference {
  /** The path below the content folder: `media/port.jpg`. */
  readonly file: string;
  readonly facts: MediaFacts;
}

const NONE: readonly MediaReference[] = [];

/** The files of an article, in the order in which a reader sees them. A recording on another site is no file. */
export function mediaOf(
  article: Pick<Article, 'image' | 'gallery' | 'video' | 'audio' | 'bodyImages' | 'bodyFiles'>,
): readonly MediaReference[] {
  const { image, gallery, video, audio, bodyImages, bodyFiles } = article;
  if (
    image === null &&
    gallery.length + bodyImages.length + bodyFiles.length === 0 &&
    video === null &&
    audio === null
  )
    return NONE;
  return [
    ...(image === null ? [] : [reference('image', image.src, ['image', 'src'], image.focus)]),
    ...gallery.map(({ src, focus }, index) => reference('gallery', src, ['gallery', index, 'src'], focus)),
    ...recordingReferences('video', video),
    ...recordingReferences('audio', audio),
    ...bodyReferences({ images: bodyImages, files: bodyFiles }),
  ];
}

/** The file whose picture represents the article in lists; undefined: the article has no picture. */
export function coverReference<Reference extends MediaReference>(
  media: readonly Reference[],
): Reference | undefined {
  return media.find(({ role }) => role === 'image' || role === 'gallery' || role === 'poster');
}

/** The picture that represents the article in lists, with its description and caption; null: the article has no picture. */
export function coverOf({ image, gallery, video, audio }: Article): ArticleImage | null {
  const photograph = image ?? gallery[0];
  if (photograph) return photograph;
  const recording = [video, audio].find(each => each?.poster);
  if (!recording?.poster) return null;
  const { poster, title, caption, credit } = recording;
  return { src: poster, alt: title, caption, credit, focus: null };
}

/** The files that a text names. */
export function bodyReferences({ images, files }: BodyAddresses): readonly MediaReference[] {
  return [
    ...images.map(src => reference('body', src, [])),
    ...files.map(src => reference(endingOf(src) === '.md' ? 'page' : 'document', src, [])),
  ];
}

function recordingReferences(
  role: 'video' | 'audio',
  recording: ArticleRecording | null,
): readonly MediaReference[] {
  if (recording === null) return [];
  const { src, poster, captions, transcript } = recording;
  return [
    ...(isOutside(src) ? [] : [reference(role, src, [role, 'src'])]),
    ...(poster === null ? [] : [reference('poster', poster, [role, 'poster'])]),
    ...(captions === null ? [] : [reference('captions', captions, [role, 'captions'])]),
    ...(transcript === null ? [] : [reference('transcript', transcript, [role, 'transcript'])]),
  ];
}

function reference(
  role: MediaRole,
  src: string,
  path: MediaReference['path'],
  focus: Focus | null = null,
): MediaReference {
  return { role, src, focus, path };
}
