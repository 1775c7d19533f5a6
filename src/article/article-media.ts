// An article becomes the list of the files that it shows: what each is for, and where in the article it is named.
import type { MediaFacts } from '../media/media-facts.ts';
import { isOutside } from '../media/outside-host.ts';
import type { Article, ArticleImage, ArticleRecording, Focus } from './article.ts';

/** What a file is for. */
export type MediaRole =
  | 'image'
  | 'gallery'
  | 'body'
  | 'poster'
  | 'video'
  | 'audio'
  | 'captions'
  | 'transcript';

/** Plain JSON data. */
export interface MediaReference {
  readonly role: MediaRole;
  /** As the editor names the file. */
  readonly src: string;
  /** Of photographs around whose point the editor wants them cut. */
  readonly focus: Focus | null;
  /** Where in the front matter: `['gallery', 2, 'src']`; empty: within the text. */
  readonly path: readonly (string | number)[];
}

/** A file that was found, and looked at. */
export interface FoundMedia extends MediaReference {
  /** Below the content folder: `media/port.jpg`. */
  readonly file: string;
  readonly facts: MediaFacts;
}

const NONE: readonly MediaReference[] = [];

/** In the order in which a reader meets them. What stands elsewhere is no file. */
export function mediaOf(
  article: Pick<Article, 'image' | 'gallery' | 'video' | 'audio' | 'bodyImages'>,
): readonly MediaReference[] {
  const { image, gallery, video, audio, bodyImages } = article;
  if (image === null && gallery.length + bodyImages.length === 0 && video === null && audio === null)
    return NONE;
  return [
    ...(image === null ? [] : [of('image', image.src, ['image', 'src'], image.focus)]),
    ...gallery.map(({ src, focus }, index) => of('gallery', src, ['gallery', index, 'src'], focus)),
    ...ofRecording('video', video),
    ...ofRecording('audio', audio),
    ...bodyImages.map(bodyReference),
  ];
}

/** Among an article's files the one that stands for it in lists; undefined: it has no picture. */
export function coverReference<Reference extends MediaReference>(
  media: readonly Reference[],
): Reference | undefined {
  return media.find(({ role }) => role === 'image' || role === 'gallery' || role === 'poster');
}

/** The picture of that file, with its words. */
export function coverOf({ image, gallery, video, audio }: Article): ArticleImage | null {
  const own = image ?? gallery[0];
  if (own) return own;
  const recording = [video, audio].find(each => each?.poster);
  if (!recording?.poster) return null;
  const { poster, title, caption, credit } = recording;
  return { src: poster, alt: title, caption, credit, focus: null };
}

/** An image within a text, by its name as Markdown's parser gives it. */
export function bodyReference(src: string): MediaReference {
  return of('body', src, []);
}

function ofRecording(role: 'video' | 'audio', recording: ArticleRecording | null): readonly MediaReference[] {
  if (recording === null) return [];
  const { src, poster, captions, transcript } = recording;
  return [
    ...(isOutside(src) ? [] : [of(role, src, [role, 'src'])]),
    ...(poster === null ? [] : [of('poster', poster, [role, 'poster'])]),
    ...(captions === null ? [] : [of('captions', captions, [role, 'captions'])]),
    ...(transcript === null ? [] : [of('transcript', transcript, [role, 'transcript'])]),
  ];
}

function of(
  role: MediaRole,
  src: string,
  path: MediaReference['path'],
  focus: Focus | null = null,
): MediaReference {
  return { role, src, focus, path };
}
