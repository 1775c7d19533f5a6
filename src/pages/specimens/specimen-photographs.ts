// The theme's drawings, with made-up words, become photographs, films, sounds and maps as pages show them.
import { SPECIMENS_URL } from '../../address/addresses.ts';
import type { Picture } from '../../images/picture.ts';
import { styleWords } from '../../locale/style-words.ts';
import type { ImageView, LocatorMap, OutsideRecordingView, PhotographView, RecordingView } from '../views.ts';
import type { SpecimenPhotograph, SpecimenSetting } from './specimen-setting.ts';

/** A file of the theme, of one size and one format. */
const DRAWING: Picture = {
  src: `${SPECIMENS_URL}specimen.svg`,
  width: 960,
  height: 640,
  sources: [],
  sizes: '',
  tone: null,
};

/** The drawing, used as a photograph. */
export const SPECIMEN_DRAWING: SpecimenPhotograph = { shown: DRAWING, full: DRAWING, original: DRAWING.src };

export const SPECIMEN_MAP: LocatorMap = {
  url: `${SPECIMENS_URL}specimen-map.svg#carte`,
  width: 480,
  height: 360,
  label: null,
  alt: styleWords.mapAlt,
};

/** The photograph with the number `index`. */
export function specimenImage(
  { photograph }: SpecimenSetting,
  index: number,
  words: Pick<ImageView, 'caption' | 'credit'>,
): ImageView {
  return { ...photograph(index).shown, alt: styleWords.pictureAlt, ...words };
}

export function specimenGallery(setting: SpecimenSetting): readonly PhotographView[] {
  return styleWords.captions.map((caption, index) => {
    const { full, original } = setting.photograph(index);
    const image = specimenImage(setting, index, { caption, credit: styleWords.credit });
    return { ...image, anchor: `photo-${index + 1}`, full, original };
  });
}

/** A film and a sound of the portal, and a film on another site. */
export function specimenRecordings({ photograph }: SpecimenSetting): {
  readonly film: RecordingView;
  readonly sound: RecordingView;
  readonly filmElsewhere: OutsideRecordingView;
} {
  const { transcript, caption, credit, host } = styleWords;
  const poster = photograph(0).shown;
  const about = { transcript, caption, credit };
  return {
    film: {
      ...about,
      title: styleWords.film,
      address: null,
      src: `${SPECIMENS_URL}specimen.webm`,
      type: 'video/webm',
      poster,
      captions: `${SPECIMENS_URL}specimen.vtt`,
    },
    sound: {
      title: styleWords.sound,
      address: null,
      src: `${SPECIMENS_URL}specimen.mp3`,
      type: 'audio/mpeg',
      poster: null,
      captions: null,
      transcript: [],
      caption: null,
      credit,
    },
    filmElsewhere: { ...about, title: styleWords.filmElsewhere, address: `https://${host}/`, host, poster },
  };
}
