// An article's photographs and recordings become what feeds say of them, and the HTML before its text.
import { markupText } from '../../images/markup-text.ts';
import type { ArticleMediaView } from '../parts/article-media.ts';
import type { OutsideRecordingView, PhotographView, RecordingView } from '../views.ts';

/** A file that belongs to an article (Media RSS, `media:content`). */
export interface FeedMedia {
  /** Whole address. */
  readonly url: string;
  readonly type: string;
  readonly medium: 'image' | 'video' | 'audio';
  /** Pixels; null: a recording, of which the site does not say. */
  readonly size: { readonly width: number; readonly height: number } | null;
  /** What a picture shows, or what a recording is called; null: the picture is decoration. */
  readonly title: string | null;
  readonly credit: string | null;
}

/** What programs show beside a title. Recordings on other sites are only linked to (`mediaMarkup`). */
export function entryMedia(media: ArticleMediaView | null, baseUrl: string): readonly FeedMedia[] {
  if (media === null) return [];
  return [
    ...photographsOf(media).map(photograph => imageOf(photograph, baseUrl)),
    ...recordingOf(media.video, 'video', baseUrl),
    ...recordingOf(media.audio, 'audio', baseUrl),
  ];
}

function photographsOf({ image, gallery }: ArticleMediaView): readonly PhotographView[] {
  return image === null ? gallery : [image, ...gallery];
}

function imageOf({ full, alt, credit }: PhotographView, baseUrl: string): FeedMedia {
  const { src, width, height } = full;
  return {
    url: baseUrl + src,
    type: src.endsWith('.png') ? 'image/png' : 'image/jpeg',
    medium: 'image',
    size: { width, height },
    title: alt || null,
    credit,
  };
}

type Recording = RecordingView | OutsideRecordingView | null;

function recordingOf(recording: Recording, medium: 'video' | 'audio', baseUrl: string): readonly FeedMedia[] {
  if (recording === null || recording.address !== null) return [];
  const { src, type, title, credit } = recording;
  return [{ url: baseUrl + src, type, medium, size: null, title, credit }];
}

/** Plain elements with whole addresses: nobody knows what a reader's program makes of them. */
export function mediaMarkup(media: ArticleMediaView | null, baseUrl: string): string {
  if (media === null) return '';
  const whole = (address: string): string => markupText(baseUrl + address);
  const photographs = photographsOf(media).map(({ src, alt, width, height, caption, credit }) =>
    figure(`<img src="${whole(src)}" alt="${markupText(alt)}" width="${width}" height="${height}">`, [
      caption,
      credit,
    ]),
  );
  const recordings = (['video', 'audio'] as const).map(name => {
    const recording = media[name];
    if (recording === null) return '';
    const { title, caption, credit } = recording;
    if (recording.address !== null)
      return `<p><a href="${markupText(recording.address)}">${markupText(title)}</a></p>\n`;
    return figure(`<${name} controls src="${whole(recording.src)}"></${name}>`, [title, caption, credit]);
  });
  return [...photographs, ...recordings].join('');
}

function figure(shown: string, words: readonly (string | null)[]): string {
  const caption = words.flatMap(text => (text === null ? [] : [markupText(text)])).join(' — ');
  return `<figure>${shown}${caption && `<figcaption>${caption}</figcaption>`}</figure>\n`;
}
