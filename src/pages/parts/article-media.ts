// An article's photographs, recordings and map: what its page shows of them.
import { posix } from 'node:path';
import type { Article, ArticleImage, ArticleRecording } from '../../article/article.ts';
import type { FoundMedia } from '../../article/article-media.ts';
import type { LinkedFile } from '../../article/markdown/body-step.ts';
import { slugify } from '../../article/slug.ts';
import type { Entry } from '../../edition/entry.ts';
import type { Photograph } from '../../images/photograph.ts';
import { fullFile, type Picture, pictureOf } from '../../images/picture.ts';
import type { Slot } from '../../images/slots.ts';
import { sizeInWords } from '../../locale/numbers.ts';
import { findPlace } from '../../map/gazetteer.ts';
import { locatorMapView } from '../../map/locator-map.ts';
import type { MapPoint } from '../../map/map-point.ts';
import { DOCUMENT_TYPES } from '../../media/document-type.ts';
import { factsHash } from '../../media/media-facts.ts';
import { endingOf } from '../../media/media-kinds.ts';
import { documentUrl, mediaUrl } from '../../media/media-url.ts';
import { isOutside, outsideHost } from '../../media/outside-host.ts';
import { typesetterOf } from '../../typography/typesetter.ts';
import type { ImageView, LocatorMap, OutsideRecordingView, PhotographView, RecordingView } from '../views.ts';

/** Plain JSON data, so that a worker can finish the view. */
export interface ArticleMediaView {
  readonly image: PhotographView | null;
  readonly gallery: readonly PhotographView[];
  readonly video: RecordingView | OutsideRecordingView | null;
  readonly audio: RecordingView | OutsideRecordingView | null;
  readonly map: LocatorMap | null;
  /** Of the images within the text, by their names as written. */
  readonly pictures: Readonly<Record<string, Picture>>;
  /** Of the files to which the text links, by their names as written. */
  readonly linked: Readonly<Record<string, LinkedFile>>;
}

/** null: the article is text alone, as most are. */
export function articleMediaView(entry: Entry, article: Article): ArticleMediaView | null {
  if (entry.media.length === 0 && entry.map === null && article.video === null && article.audio === null)
    return null;
  const { image, gallery, video, audio, bodyImages } = article;
  return {
    // An article of photographs shows them all below: the one that stands for it in lists is not repeated.
    image: image && gallery.length === 0 ? photographView(entry, image, 'article', 'photo') : null,
    gallery: gallery.map((photograph, index) =>
      photographView(entry, photograph, 'gallery', `photo-${index + 1}`),
    ),
    video: video && recordingView(entry, article.lang, video),
    audio: audio && recordingView(entry, article.lang, audio),
    map: mapView(entry),
    pictures: Object.fromEntries(
      bodyImages.map(src => [src, pictureOf(photographOf(mediaNamed(entry, src)), 'text', null)]),
    ),
    linked: linkedFiles(entry.media),
  };
}

/** The file that an article names so. */
function mediaNamed({ file, media }: Entry, src: string): FoundMedia {
  const found = media.find(each => each.src === src);
  if (!found) throw new Error(`${file} names no ${src}`);
  return found;
}

export function photographOf({ file, facts }: FoundMedia): Photograph {
  if (facts.kind !== 'photograph') throw new Error(`${file} is no photograph`);
  return facts.photograph;
}

/** A photograph in one place of a page, with its words. */
export function imageView(media: FoundMedia, image: ArticleImage, slot: Slot): ImageView {
  const { alt, caption, credit, focus } = image;
  return { ...pictureOf(photographOf(media), slot, focus), alt, caption, credit };
}

function photographView(entry: Entry, image: ArticleImage, slot: Slot, anchor: string): PhotographView {
  const media = mediaNamed(entry, image.src);
  const photograph = photographOf(media);
  return {
    ...imageView(media, image, slot),
    anchor,
    full: pictureOf(photograph, 'full', null),
    original: fullFile(photograph).url,
  };
}

function recordingView(
  entry: Entry,
  lang: string | null,
  recording: ArticleRecording,
): RecordingView | OutsideRecordingView {
  const { src, title, poster, captions, transcript, caption, credit } = recording;
  const words = {
    title,
    poster: poster === null ? null : pictureOf(photographOf(mediaNamed(entry, poster)), 'article', null),
    transcript:
      transcript === null ? [] : paragraphsOf(mediaNamed(entry, transcript)).map(typesetterOf(lang)),
    caption,
    credit,
  };
  if (isOutside(src)) return { ...words, address: src, host: outsideHost(src)! };
  const media = mediaNamed(entry, src);
  if (!('type' in media.facts)) throw new Error(`${src} is no recording`);
  return {
    ...words,
    address: null,
    src: copyUrl(media),
    type: media.facts.type,
    captions: captions === null ? null : copyUrl(mediaNamed(entry, captions)),
  };
}

function paragraphsOf({ facts }: FoundMedia): readonly string[] {
  return facts.kind === 'transcript' ? facts.paragraphs : [];
}

/** Of a text's files those to which it links. */
export function linkedFiles(media: readonly FoundMedia[]): Readonly<Record<string, LinkedFile>> {
  return Object.fromEntries(
    media.flatMap(each => {
      const file = linkedFile(each);
      return file ? [[each.src, file]] : [];
    }),
  );
}

function linkedFile(media: FoundMedia): LinkedFile | null {
  const { file, facts } = media;
  if (facts.kind === 'page') return { url: facts.url, document: null };
  if (facts.kind !== 'document') return null;
  const { label, type } = DOCUMENT_TYPES.get(endingOf(file))!;
  return { url: copyUrl(media), document: { label, type, size: sizeInWords(facts.size) } };
}

/** What a document is called where its own name has no letter that may stand in an address. */
const NAMELESS = 'document';

/** WebVTT (§ 1.2 of its specification registers it). */
const CAPTIONS_ENDING = '.vtt';

/** Where a recording, its captions or a document stands as a copy. */
export function copyUrl({ file, facts }: FoundMedia): string {
  if (facts.kind === 'document') {
    const ending = endingOf(file);
    const stem = slugify(posix.basename(file).slice(0, -ending.length));
    return documentUrl(facts.hash, `${stem || NAMELESS}${ending}`);
  }
  return mediaUrl(factsHash(facts), 'ending' in facts ? facts.ending : CAPTIONS_ENDING);
}

interface MapSubject {
  readonly point: MapPoint;
  readonly label: string | null;
}

/** The place was looked for when the article was checked; it has its French name whatever the editor calls it. */
export function mapSubject({ map }: Entry): MapSubject | null {
  if (map === null) return null;
  const { at, place } = map;
  if (at !== null) return { point: { latitude: at[0], longitude: at[1] }, label: place };
  const found = place === null ? null : findPlace(place);
  return found && { point: found, label: found.name };
}

function mapView(entry: Entry): LocatorMap | null {
  const subject = mapSubject(entry);
  return subject && locatorMapView(subject.point, subject.label);
}
