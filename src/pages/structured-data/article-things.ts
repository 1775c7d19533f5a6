// An article's page becomes what search engines ask of one (Google, « Article structured data »): nothing of it comes from the furniture.
import type { ArticleView } from '../article/article-view.ts';
import type { OutsideRecordingView, PhotographView, RecordingView } from '../views.ts';
import { publisherId, publisherOf, type Thing, trailOf } from './graph.ts';

export function articleThings(view: ArticleView): readonly Thing[] {
  const { portal, video, audio, gallery } = view;
  return [
    newsArticle(view),
    ...(gallery.length > 0 ? [galleryOf(view)] : []),
    ...(video === null ? [] : [videoOf(video, view)]),
    ...(audio === null ? [] : [audioOf(audio, view)]),
    ...trailOf(view),
    publisherOf(portal),
  ];
}

function newsArticle(view: ArticleView): Thing {
  const { portal, topics, corrections } = view;
  return {
    '@type': 'NewsArticle',
    '@id': `${view.canonical}#article`,
    mainEntityOfPage: view.canonical,
    headline: view.title,
    description: view.summary,
    image: imagesOf(view),
    datePublished: view.published,
    dateModified: view.modified,
    author: authorsOf(view),
    publisher: { '@id': publisherId(portal) },
    inLanguage: view.lang ?? portal.locale,
    isAccessibleForFree: true,
    articleSection: view.section.text,
    keywords: topics.length === 0 ? null : topics.map(({ text }) => text),
    correction:
      corrections.length === 0
        ? null
        : corrections.map(({ date, text }) => ({
            '@type': 'CorrectionComment',
            datePublished: date.iso,
            text,
          })),
    workTranslation:
      view.translations.length === 0
        ? null
        : view.translations.map(({ lang, url }) => ({
            '@type': 'NewsArticle',
            '@id': url,
            inLanguage: lang,
          })),
  };
}

/** Where nobody signs, the agency or the newspaper that it comes from. */
function authorsOf({ authors, source, portal }: ArticleView): readonly Thing[] {
  if (authors.length === 0) return [{ '@type': 'Organization', name: source }];
  return authors.map(({ text, url }) => ({
    '@type': 'Person',
    name: text,
    url: url === null ? null : portal.baseUrl + url,
  }));
}

/** The picture in the shapes that search engines ask for, or else that of social networks, which suits all; then the photograph as it is. */
function imagesOf({ social, crops, image, gallery, portal }: ArticleView): readonly string[] {
  const photographs = image === null ? gallery.slice(0, 1) : [image];
  const cut = crops.length === 0 ? [social] : crops;
  return [...cut.map(({ url }) => url), ...photographs.map(({ full }) => portal.baseUrl + full.src)];
}

function galleryOf({ canonical, title, gallery, portal }: ArticleView): Thing {
  return {
    '@type': 'ImageGallery',
    '@id': `${canonical}#galerie`,
    name: title,
    isPartOf: { '@id': `${canonical}#article` },
    associatedMedia: gallery.map(photograph => photographThing(photograph, portal.baseUrl)),
  };
}

function photographThing({ full, credit }: PhotographView, baseUrl: string): Thing {
  return { '@type': 'ImageObject', contentUrl: baseUrl + full.src, creditText: credit };
}

type Recording = RecordingView | OutsideRecordingView;

function videoOf(video: Recording, { summary, social, published, portal }: ArticleView): Thing {
  const still = video.poster === null ? social.url : portal.baseUrl + video.poster.src;
  return {
    '@type': 'VideoObject',
    name: video.title,
    description: video.caption ?? summary ?? video.title,
    thumbnailUrl: still,
    uploadDate: published,
    ...placeOf(video, portal.baseUrl),
  };
}

function audioOf(audio: Recording, { published, portal }: ArticleView): Thing {
  return {
    '@type': 'AudioObject',
    name: audio.title,
    description: audio.caption,
    uploadDate: published,
    ...placeOf(audio, portal.baseUrl),
  };
}

/** Of a recording elsewhere only its page is known. */
function placeOf(recording: Recording, baseUrl: string): Readonly<Record<string, string>> {
  return recording.address === null
    ? { contentUrl: baseUrl + recording.src, encodingFormat: recording.type }
    : { url: recording.address };
}
