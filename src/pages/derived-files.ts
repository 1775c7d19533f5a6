// What pages show to the files that have to stand beside them: images made of photographs, cards and maps, and copies of recordings.
import { coverReference, type FoundMedia } from '../article/article-media.ts';
import { cardMatter } from '../article/matter.ts';
import type { Entry } from '../edition/entry.ts';
import type { Focus, Photograph } from '../images/photograph.ts';
import { filesOf, type ImageFile, newsFiles, socialFile } from '../images/picture.ts';
import type { Slot } from '../images/slots.ts';
import { type SocialCardDesign, type SocialCardText, socialCardUrl } from '../images/social-card.ts';
import { locatorMapFile } from '../map/locator-map.ts';
import type { MapPoint } from '../map/map-point.ts';
import { factsHash } from '../media/media-facts.ts';
import { copyUrl, mapSubject, photographOf } from './parts/article-media.ts';
import { type SocialSubject, socialCardText } from './parts/social.ts';
import { coversIn, type Referred } from './shown.ts';
import type { ToolSources } from './tools.ts';

/** How a file comes about. Its bytes follow from this alone, and so does its address. */
export type DerivedFile =
  | {
      readonly kind: 'photograph';
      /** Below the content folder, as in all of these. */
      readonly file: string;
      readonly photograph: Photograph;
      readonly image: ImageFile;
      readonly focus: Focus | null;
    }
  | { readonly kind: 'card'; readonly design: SocialCardDesign }
  | { readonly kind: 'map'; readonly point: MapPoint; readonly label: string | null }
  /** A recording, its captions or a document, byte for byte; `hash` is that of the bytes. */
  | { readonly kind: 'copy'; readonly file: string; readonly hash: string };

/** By address, each once, however many pages name it: a photograph committed twice has the same addresses. */
export type DerivedFiles = ReadonlyMap<string, DerivedFile>;

type Addressed = readonly [url: string, file: DerivedFile];

/** The files that a reference needs; those of several references may come several times. */
export function* filesReferred(referred: Referred, sources: ToolSources): Generator<Addressed, void> {
  switch (referred.kind) {
    case 'card':
    case 'cards':
      for (const [cover, slot] of coversIn(referred)) yield* photographFiles(cover, slot);
      break;
    case 'article':
      yield* filesOfArticle(referred.entry);
      break;
    case 'social':
      yield* filesOfSocial(referred, sources);
      break;
    case 'crops': {
      const cover = coverReference(referred.entry.media)!;
      for (const image of newsFiles(photographOf(cover), cover.focus)) yield photographFile(cover, image);
      break;
    }
    case 'picture':
      yield* photographFiles(referred.media, referred.slot);
      break;
    case 'document':
    case 'recording':
      yield copyOf(referred.media);
      break;
    case 'portal card':
      yield cardFile(referred.text, sources);
      break;
    case 'link':
    case 'terms':
    case 'comments':
    case 'constant':
      break;
  }
}

function photographFiles(media: FoundMedia, slot: Slot): readonly Addressed[] {
  return filesOf(photographOf(media), slot, media.focus).map(image => photographFile(media, image));
}

function photographFile(media: FoundMedia, image: ImageFile): Addressed {
  const { file, focus } = media;
  return [image.url, { kind: 'photograph', file, photograph: photographOf(media), image, focus }];
}

function copyOf(media: FoundMedia): Addressed {
  return [copyUrl(media), { kind: 'copy', file: media.file, hash: factsHash(media.facts) }];
}

function cardFile(text: SocialCardText, { cardColours }: ToolSources): Addressed {
  const design: SocialCardDesign = { text, colours: cardColours };
  return [socialCardUrl(design), { kind: 'card', design }];
}

function* filesOfSocial(subject: SocialSubject, sources: ToolSources): Generator<Addressed, void> {
  const { site, articleOf } = sources;
  const { entry } = subject;
  const { media } = entry;
  const cover = coverReference(media);
  if (cover) yield photographFile(cover, socialFile(photographOf(cover), cover.focus));
  else
    yield cardFile(
      socialCardText(subject, () => cardMatter(articleOf(entry)), site),
      sources,
    );
}

/** All that an article's own page shows of its files. */
function* filesOfArticle(entry: Entry): Generator<Addressed, void> {
  const isGallery = entry.media.some(({ role }) => role === 'gallery');
  for (const media of entry.media) {
    switch (media.role) {
      case 'image':
        if (isGallery) break;
        yield* photographFiles(media, 'article');
        yield* photographFiles(media, 'full');
        break;
      case 'gallery':
        yield* photographFiles(media, 'gallery');
        yield* photographFiles(media, 'full');
        break;
      case 'poster':
        yield* photographFiles(media, 'article');
        break;
      case 'body':
        yield* photographFiles(media, 'text');
        break;
      case 'video':
      case 'audio':
      case 'captions':
      case 'document':
        yield copyOf(media);
        break;
      case 'transcript':
      case 'page':
        break;
    }
  }
  const map = mapSubject(entry);
  if (map) yield [locatorMapFile(map.point, map.label), { kind: 'map', ...map }];
}
