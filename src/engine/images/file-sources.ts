// The files that pages name, as pages say it, to one source for each address: what is to be made of what.

import type { Focus, Photograph } from '../../images/photograph.ts';
import { filesOf, type ImageFile, socialFile } from '../../images/picture.ts';
import { type SocialCardText, socialCardUrl } from '../../images/social-card.ts';
import { locatorMapFile } from '../../map/locator-map.ts';
import type { MapPoint } from '../../map/map-point.ts';
import type { WantedFile } from '../../pages/wanted-files.ts';

export type FileSource =
  | {
      readonly kind: 'photograph';
      /** Below the content folder, as in all of these. */
      readonly file: string;
      readonly photograph: Photograph;
      readonly image: ImageFile;
      readonly focus: Focus | null;
    }
  | { readonly kind: 'card'; readonly text: SocialCardText }
  | { readonly kind: 'map'; readonly point: MapPoint; readonly label: string | null }
  /** Byte for byte; `hash` is that of the bytes. */
  | { readonly kind: 'copy'; readonly file: string; readonly hash: string };

/** By address, each once, however many pages name it: a photograph committed twice has the same addresses. */
export type FileSources = ReadonlyMap<string, FileSource>;

export function fileSources(wanted: Iterable<WantedFile>): FileSources {
  const sources = new Map<string, FileSource>();
  for (const each of wanted) {
    for (const [url, source] of sourcesOf(each)) if (!sources.has(url)) sources.set(url, source);
  }
  return sources;
}

function sourcesOf(wanted: WantedFile): readonly (readonly [string, FileSource])[] {
  switch (wanted.kind) {
    case 'photograph': {
      const { file, photograph, use, focus } = wanted;
      const images = use === 'social' ? [socialFile(photograph, focus)] : filesOf(photograph, use, focus);
      return images.map(image => [image.url, { kind: 'photograph', file, photograph, image, focus }]);
    }
    case 'card':
      return [[socialCardUrl(wanted.text), wanted]];
    case 'map':
      return [[locatorMapFile(wanted.point, wanted.label), wanted]];
    case 'copy':
      return [[wanted.url, wanted]];
  }
}
