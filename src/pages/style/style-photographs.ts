// The theme's own drawing to what `/style/` shows of photographs, films, sounds and maps.
import { SPECIMENS_URL } from '../../address/addresses.ts';
import type { Picture } from '../../images/picture.ts';
import { styleWords } from '../../locale/style-words.ts';
import type { ImageView, LocatorMap, OutsideRecordingView, PhotographView, RecordingView } from '../views.ts';

/** A file of the theme, of one size and one format. */
const DRAWING: Picture = {
  src: `${SPECIMENS_URL}specimen.svg`,
  width: 960,
  height: 640,
  sources: [],
  sizes: '',
  tone: null,
};

export const SPECIMEN_MAP: LocatorMap = {
  url: `${SPECIMENS_URL}specimen-map.svg#carte`,
  width: 480,
  height: 360,
  label: null,
  alt: styleWords.mapAlt,
};

export function specimenImage(caption: string | null): ImageView {
  return { ...DRAWING, alt: styleWords.pictureAlt, caption, credit: styleWords.credit };
}

export function specimenGallery(): readonly PhotographView[] {
  return styleWords.captions.map((caption, index) => ({
    ...specimenImage(caption),
    anchor: `photo-${index + 1}`,
    full: DRAWING,
    original: DRAWING.src,
  }));
}

/** One of each kind. */
export function specimenRecordings(): readonly {
  readonly medium: 'video' | 'audio';
  readonly recording: RecordingView | OutsideRecordingView;
}[] {
  const { film, sound, transcript, filmElsewhere, host, caption, credit } = styleWords;
  const about = { transcript, caption, credit };
  return [
    {
      medium: 'video',
      recording: {
        ...about,
        title: film,
        src: `${SPECIMENS_URL}specimen.webm`,
        type: 'video/webm',
        poster: DRAWING,
        captions: `${SPECIMENS_URL}specimen.vtt`,
      },
    },
    {
      medium: 'audio',
      recording: {
        ...about,
        title: sound,
        src: `${SPECIMENS_URL}specimen.mp3`,
        type: 'audio/mpeg',
        poster: null,
        captions: null,
        transcript: [],
        caption: null,
      },
    },
    {
      medium: 'video',
      recording: { ...about, title: filmElsewhere, address: `https://${host}/`, host, poster: DRAWING },
    },
  ];
}
