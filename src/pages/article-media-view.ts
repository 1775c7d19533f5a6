// An article's photographs, recordings and map: what its page shows of them, and the files that this takes.
import type { Article, ArticleImage, ArticleRecording } from '../article/article.ts';
import { typesetterOf } from '../article/read-article.ts';
import type { Entry } from '../edition/entry.ts';
import { fullFile, type Picture, pictureOf } from '../images/picture.ts';
import type { Use } from '../images/uses.ts';
import { findPlace } from '../map/gazetteer.ts';
import { locatorMapView } from '../map/locator-map.ts';
import type { MapPoint } from '../map/map-point.ts';
import { factsHash } from '../media/media-facts.ts';
import { mediaUrl } from '../media/media-url.ts';
import { isOutside, outsideHost } from '../media/outside-host.ts';
import { imageView, photographOf } from './card.ts';
import type { PageContext } from './page.ts';
import type { LocatorMap, OutsideRecordingView, PhotographView, RecordingView } from './views.ts';
import { photographFile, type WantedFile } from './wanted-files.ts';

/** Plain JSON data, so that a worker can finish the view. */
export interface ArticleMediaView {
  readonly image: PhotographView | null;
  readonly gallery: readonly PhotographView[];
  readonly video: RecordingView | OutsideRecordingView | null;
  readonly audio: RecordingView | OutsideRecordingView | null;
  readonly map: LocatorMap | null;
  /** Of the images within the text, by their names as written. */
  readonly pictures: Readonly<Record<string, Picture>>;
}

/** null: the article is text alone, as most are. */
export function articleMediaView(
  entry: Entry,
  article: Article,
  context: PageContext,
): ArticleMediaView | null {
  if (entry.media.length === 0 && entry.map === null && article.video === null && article.audio === null)
    return null;
  const { file, image, gallery, video, audio, bodyImages } = article;
  return {
    // An article of photographs shows them all below: the one that stands for it in lists is not repeated.
    image: image && gallery.length === 0 ? photographView(file, image, 'article', 'photo', context) : null,
    gallery: gallery.map((photograph, index) =>
      photographView(file, photograph, 'gallery', `photo-${index + 1}`, context),
    ),
    video: video && recordingView(article, video, context),
    audio: audio && recordingView(article, audio, context),
    map: mapView(entry),
    pictures: Object.fromEntries(
      bodyImages.map(src => [src, pictureOf(photographOf(file, src, context), 'text', null)]),
    ),
  };
}

function photographView(
  from: string,
  image: ArticleImage,
  use: Use,
  anchor: string,
  context: PageContext,
): PhotographView {
  const photograph = photographOf(from, image.src, context);
  return {
    ...imageView(from, image, use, context),
    anchor,
    full: pictureOf(photograph, 'full', null),
    original: fullFile(photograph).url,
  };
}

function recordingView(
  { file: from, lang }: Article,
  recording: ArticleRecording,
  context: PageContext,
): RecordingView | OutsideRecordingView {
  const { src, title, poster, captions, transcript, caption, credit } = recording;
  const words = {
    title,
    poster: poster === null ? null : pictureOf(photographOf(from, poster, context), 'article', null),
    transcript: transcript === null ? [] : paragraphsOf(from, transcript, context).map(typesetterOf(lang)),
    caption,
    credit,
  };
  if (isOutside(src)) return { ...words, address: src, host: outsideHost(src)! };
  const { facts } = context.media.find(from, src);
  if (!('type' in facts)) throw new Error(`${src} is no recording`);
  return {
    ...words,
    src: copyOf(from, src, context).url,
    type: facts.type,
    captions: captions === null ? null : copyOf(from, captions, context).url,
  };
}

function paragraphsOf(from: string, src: string, { media }: PageContext): readonly string[] {
  const { facts } = media.find(from, src);
  return facts.kind === 'transcript' ? facts.paragraphs : [];
}

/** WebVTT (§ 1.2 of its specification registers it). */
const CAPTIONS_ENDING = '.vtt';

/** A recording, or its captions. */
function copyOf(from: string, src: string, { media }: PageContext): Extract<WantedFile, { kind: 'copy' }> {
  const { file, facts } = media.find(from, src);
  const hash = factsHash(facts);
  const ending = 'ending' in facts ? facts.ending : CAPTIONS_ENDING;
  return { kind: 'copy', file, hash, url: mediaUrl(hash, ending) };
}

interface MapSubject {
  readonly point: MapPoint;
  readonly label: string | null;
}

/** The place was looked for when the article was checked; it has its French name whatever the editor calls it. */
function mapSubject({ map }: Entry): MapSubject | null {
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

/** All that an article's own page shows of these. */
export function* articleMediaFiles(entry: Entry, context: PageContext): Generator<WantedFile, void> {
  const { file: from, media } = entry;
  const isGallery = media.some(({ role }) => role === 'gallery');
  for (const reference of media) {
    switch (reference.role) {
      case 'image':
        if (isGallery) break;
        yield photographFile(from, reference, 'article', context);
        yield photographFile(from, reference, 'full', context);
        break;
      case 'gallery':
        yield photographFile(from, reference, 'gallery', context);
        yield photographFile(from, reference, 'full', context);
        break;
      case 'poster':
        yield photographFile(from, reference, 'article', context);
        break;
      case 'body':
        yield photographFile(from, reference, 'text', context);
        break;
      case 'video':
      case 'audio':
      case 'captions':
        yield copyOf(from, reference.src, context);
        break;
      case 'transcript':
        break;
    }
  }
  const map = mapSubject(entry);
  if (map) yield { kind: 'map', ...map };
}
