// The specimens of `/style/` in the made-up portal of the samples, and content that only tests need.
import { articleUrl } from '../../address/addresses.ts';
import type { Picture } from '../../images/picture.ts';
import { pageWords } from '../../locale/page-words.ts';
import { HOUR } from '../../time/durations.ts';
import type { FlashCard } from '../flash/flash-page.ts';
import { linkTo, specimenCards } from '../specimens/specimen-cards.ts';
import { momentAt, type SpecimenPhotograph, type SpecimenSetting } from '../specimens/specimen-setting.ts';
import type { Card, Link } from '../views.ts';
import { china, NEWEST, TIME_ZONE, world } from './sample-portal.ts';

export const sampleSetting: SpecimenSetting = {
  now: NEWEST,
  timeZone: TIME_ZONE,
  style: 'agence',
  section: china,
  leadsTo: url => url,
  photograph: samplePhotograph,
};

/** In all formats, where `/style/` has a drawing. The second is tall; the third and later ones have no tone. */
function samplePhotograph(index: number): SpecimenPhotograph {
  const name = `photo-${index + 1}`;
  const picture = (width: number): Picture => {
    const srcset = [width / 2, width].map(each => `/images/${name}-${each}.avif ${each}w`).join(', ');
    return {
      src: `/images/${name}-${width}.jpg`,
      width,
      height: index === 1 ? (width / 4) * 5 : (width / 3) * 2,
      sources: [{ type: 'image/avif', srcset }],
      sizes: '(min-width: 60em) 40em, 100vw',
      tone: index < 2 ? 17 : null,
    };
  };
  return { shown: picture(1200), full: picture(2400), original: `/images/${name}-2400-credit.jpg` };
}

const [port, quake, harvest, bridge, handball] = specimenCards(sampleSetting) as [
  Card,
  Card,
  Card,
  Card,
  Card,
];

/** An article of another source and section, in another language. */
const visitors: Card = {
  ...quake,
  url: articleUrl({ section: 'monde', day: '2014-05-20', slug: 'visitors' }),
  title: 'A note to our visitors',
  summary: 'What this portal is, in English.',
  section: world,
  date: momentAt(sampleSetting, -5 * HOUR),
  source: 'Quotidien',
  place: 'Paris',
  image: port.image,
  flash: false,
  absence: pageWords.absence.draft(''),
  lang: 'en',
};

/** The cards by subject. */
export const cards = { port, quake, harvest, bridge, handball, visitors } as const;

/** All cards. Each field of a card that can be null is null in some of them, and not in others. */
export const allCards: readonly Card[] = Object.values(cards);

export const allLinks: readonly Link[] = allCards.map(linkTo);

/** Three flashes, the last in another language. */
export const sampleFlashes: readonly FlashCard[] = [quake, port, visitors].map(
  ({ url, title, date, section, lang }) => ({
    url,
    text: title,
    until: momentAt(sampleSetting, 8 * HOUR),
    date,
    section,
    lang,
  }),
);
