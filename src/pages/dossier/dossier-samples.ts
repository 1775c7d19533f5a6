// Samples of a dossier's page.
import { dossierPeriodUrl } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards, sampleSetting } from '../samples/sample-matter.ts';
import { about, home, shanghaiSummit, specialPages, worldCup } from '../samples/sample-portal.ts';
import { specimenGallery } from '../specimens/specimen-photographs.ts';
import type { Link } from '../views.ts';
import type { DossierView } from './dossier-page.ts';

const { port, ...others } = cards;

const linkToPeriod = (year: string): Link => ({
  url: dossierPeriodUrl('sommet-de-shanghai', year),
  text: year,
});

export const samples: readonly PageSample<BareView<DossierView>>[] = [
  {
    name: 'a large dossier',
    reads: [
      'Ce dossier est clos.',
      'L’essentiel du dossier Chine 20.05.2014 13h43 Le port',
      'Dates clés 2013 Une première rencontre. 21 mai 2014 La déclaration finale.',
      'L’agenda',
      'Les invités Le port',
      'Tout le dossier 2014 1\u202f300\u00a0articles 2013 7\u00a0articles',
      'Chronologie mercredi 21 mai 2014 La déclaration finale. mardi 20 mai 2014 13\u00a0h\u00a003 Tremblement de terre',
      '11\u00a0h\u00a003 Handball\u00a0: les championnes gardent leur titre Audio',
      'Plus ancien 2013',
    ],
    url: shanghaiSummit.url,
    view: {
      ...about(shanghaiSummit.text, [home, specialPages]),
      standfirst: 'Deux jours de rencontres, du 20 au 21 mai 2014.',
      running: false,
      image: specimenGallery(sampleSetting)[0]!,
      lead: port,
      dates: [
        { iso: '2013', date: '2013', text: 'Une première rencontre.', url: null },
        { iso: '2014-05-21', date: '21 mai 2014', text: 'La déclaration finale.', url: '#le_2014-05-21' },
      ],
      parts: [
        { title: 'L’agenda', articles: Object.values(others) },
        { title: 'Les invités', articles: [port] },
      ],
      days: [
        {
          day: 'mercredi 21 mai 2014',
          anchor: 'le_2014-05-21',
          events: ['La déclaration finale.'],
          articles: [],
        },
        {
          day: 'mardi 20 mai 2014',
          anchor: 'le_2014-05-20',
          events: [],
          articles: [...Object.values(others), { ...port, date: { ...port.date, time: '' } }],
        },
      ],
      periods: [
        { ...linkToPeriod('2014'), count: 1300 },
        { ...linkToPeriod('2013'), count: 7 },
      ],
      older: linkToPeriod('2013'),
    },
    furniture: 'fresh',
  },
  {
    name: 'a dossier without articles',
    reads: ['Trente-deux équipes, douze stades. Rien n’a encore été publié ici.'],
    url: worldCup.url,
    view: {
      ...about(worldCup.text, [home, specialPages]),
      standfirst: 'Trente-deux équipes, douze stades.',
      running: true,
      image: null,
      lead: null,
      dates: [],
      parts: [],
      days: [],
      periods: [],
      older: null,
    },
    furniture: 'none yet',
  },
];
