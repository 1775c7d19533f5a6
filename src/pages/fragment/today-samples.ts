// Samples of the fragment of today.
import { TODAY_URL } from '../../address/addresses.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards, allLinks, cards, sampleSetting } from '../samples/sample-matter.ts';
import { specimenMostRead } from '../specimens/specimen-cards.ts';
import type { TodayView } from './today-fragment.ts';

const { counted, chosen } = specimenMostRead(sampleSetting, allLinks);

export const samples: readonly PageSample<TodayView>[] = [
  {
    name: 'today, as fetched',
    reads: ['À la une Le port en eau profonde', 'Les articles les plus lus'],
    url: TODAY_URL,
    view: { lead: cards.port, mostRead: counted },
  },
  {
    name: 'today without photograph and count, as fetched',
    reads: ['À la une Tremblement de terre', 'Faute de relevé récent'],
    url: TODAY_URL,
    view: { lead: cards.quake, mostRead: chosen },
  },
  ...allCards.map(lead => ({
    name: `today with the lead « ${lead.title} », as fetched`,
    reads: [lead.title],
    url: TODAY_URL,
    view: { lead, mostRead: counted },
  })),
  {
    name: 'today in another language, as fetched',
    reads: ['A note to our visitors Brouillon'],
    url: TODAY_URL,
    view: { lead: cards.visitors, mostRead: null },
  },
  {
    name: 'today in a new portal, as fetched',
    reads: ['Rien n’a encore été publié ici.'],
    url: TODAY_URL,
    view: { lead: null, mostRead: chosen },
  },
];
