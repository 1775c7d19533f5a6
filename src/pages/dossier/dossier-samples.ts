// Samples of a dossier's page.
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards } from '../samples/sample-matter.ts';
import { about, home, shanghaiSummit, specialPages, worldCup } from '../samples/sample-portal.ts';
import type { DossierView } from './dossier-page.ts';

const { port, ...others } = cards;

export const samples: readonly PageSample<BareView<DossierView>>[] = [
  {
    name: 'a dossier',
    reads: [
      'Ce dossier est clos. L’essentiel du dossier Chine 20.05.2014 13h43 Le port',
      'Chronologie mardi 20 mai 2014 Tremblement de terre',
      'Handball\u00a0: les championnes gardent leur titre 20.05.2014 11h03 Audio',
    ],
    url: shanghaiSummit.url,
    view: {
      ...about(shanghaiSummit.text, [home, specialPages]),
      standfirst: 'Deux jours de rencontres, du 20 au 21 mai 2014.',
      running: false,
      lead: port,
      days: [{ day: 'mardi 20 mai 2014', articles: Object.values(others) }],
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
      lead: null,
      days: [],
    },
    furniture: 'none yet',
  },
];
