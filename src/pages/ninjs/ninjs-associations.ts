// An article's photographs and recordings become the objects that its ninjs file has beside the text.
import { entryMedia, type FeedMedia } from '../feed/entry-media.ts';
import type { ArticleMediaView } from '../parts/article-media.ts';
import type { NinjsRendition } from './ninjs-page.ts';

export interface NinjsAssociation {
  /** Within the article's file: `photo-1`. */
  readonly name: string;
  readonly uri: string;
  readonly type: 'picture' | 'video' | 'audio';
  readonly headlines?: readonly { readonly value: string }[];
  readonly by?: string;
  readonly renditions: readonly NinjsRendition[];
}

const TYPES = { image: 'picture', video: 'video', audio: 'audio' } as const;

/** In the order of the page. @param id the article's. */
export function ninjsAssociations(
  media: ArticleMediaView | null,
  id: string,
  baseUrl: string,
): readonly NinjsAssociation[] {
  const counted = { image: 0, video: 0, audio: 0 };
  return entryMedia(media, baseUrl).map(file => {
    const type = TYPES[file.medium];
    const name = `${type}-${++counted[file.medium]}`;
    return association(file, name, `${id}#${name}`);
  });
}

function association({ url, type, medium, size, title, credit }: FeedMedia, name: string, uri: string) {
  return {
    name,
    uri,
    type: TYPES[medium],
    ...(title !== null && { headlines: [{ value: title }] }),
    ...(credit !== null && { by: credit }),
    renditions: [{ name: 'main', href: url, contentType: type, ...size }],
  };
}
