// The specimens of `/style/` as they are in the made-up portal of the samples, and the little that only tests have to see.
import { articleUrl } from '../../address/addresses.ts';
import type { Picture } from '../../images/picture.ts';
import { HOUR } from '../../time/durations.ts';
import type { FlashCard } from '../flash/flash-page.ts';
import { linkTo, specimenCards } from '../specimens/specimen-cards.ts';
import { momentAt, type SpecimenPhotograph, type SpecimenSetting } from '../specimens/specimen-setting.ts';
import type { Card, Link } from '../views.ts';
import { china, NEWEST, TIME_ZONE, world } from './sample-portal.ts';

export const sampleSetting: SpecimenSetting = {
  now: NEWEST,
  timeZone: TIME_ZONE,
  section: china,
  leadsTo: url => url,
  photograph: samplePhotograph,
};

/** In all formats, where `/style/` has a drawing in one. The second is tall; from the third on they have no tone. */
function samplePhotograph(index: number): SpecimenPhotograph {
  const name = `photo-${index + 1}`;
  const picture = (width: number): Picture => {
    const srcset = (format: string): string =>
      [width / 2, width].map(each => `/images/${name}-${each}.${format} ${each}w`).join(', ');
    return {
      src: `/images/${name}-${width}.jpg`,
      width,
      height: index === 1 ? (width / 4) * 5 : (width / 3) * 2,
      sources: [
        { type: 'image/avif', srcset: srcset('avif') },
        { type: 'image/webp', srcset: srcset('webp') },
      ],
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

/** Of another source and section, and in another language. */
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
  lang: 'en',
};

/** By what they are about. */
export const cards = { port, quake, harvest, bridge, handball, visitors } as const;

/** All of them, which together have all that a card can have, and lack all that it can lack. */
export const allCards: readonly Card[] = Object.values(cards);

export const allLinks: readonly Link[] = allCards.map(linkTo);

/** The newest of the urgent articles, and one in another language. */
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
