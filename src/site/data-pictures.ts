// The photographs that `_data` names, each with its field, as those that articles name.
import type { MediaReference } from '../article/article-media.ts';
import type { Site } from './site.ts';

/** Before the name of a file of `_data`, where others have that of a Markdown file. */
export const DATA_PREFIX = '_data/';

/** A file of `_data` and the photographs that it names. */
export interface DataPictures {
  /** `_data/authors` */
  readonly file: string;
  readonly references: readonly MediaReference[];
}

export function dataPictures({
  authors,
  dossiers,
}: Pick<Site, 'authors' | 'dossiers'>): readonly DataPictures[] {
  const portraits = authors.flatMap(({ portrait }, index) =>
    portrait === null ? [] : [picture(portrait, [index, 'portrait'])],
  );
  const images = dossiers.flatMap(({ image }, index) =>
    image === null ? [] : [picture(image.src, [index, 'image', 'src'])],
  );
  return [
    { file: `${DATA_PREFIX}authors`, references: portraits },
    { file: `${DATA_PREFIX}dossiers`, references: images },
  ];
}

function picture(src: string, path: MediaReference['path']): MediaReference {
  return { role: 'image', src, focus: null, path };
}
