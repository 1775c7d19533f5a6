// Samples of the list of dossiers.
import { dossierUrl } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards, sampleSetting } from '../samples/sample-matter.ts';
import { about, home, specialPages, worldCup } from '../samples/sample-portal.ts';
import { specimenGallery } from '../specimens/specimen-photographs.ts';
import type { DossiersView } from './dossiers-page.ts';

const page = about(specialPages.text, [home]);

export const samples: readonly PageSample<BareView<DossiersView>>[] = [
  {
    name: 'the dossiers',
    reads: [
      'Le dossier 6',
      '6\u00a0articles Dernier article\u00a0: A note to our visitors',
      'Coupe du monde 2014',
      '0\u00a0article',
    ],
    url: specialPages.url,
    view: {
      ...page,
      dossiers: [
        // One dossier for each card as its newest article.
        ...allCards.map((newest, index) => ({
          url: dossierUrl(`dossier-${index + 1}`),
          title: `Le dossier ${index + 1}`,
          standfirst: 'Deux jours de rencontres, du 20 au 21 mai 2014.',
          image: index === 0 ? specimenGallery(sampleSetting)[0]! : null,
          count: index + 1,
          newest,
        })),
        {
          url: worldCup.url,
          title: worldCup.text,
          standfirst: 'Trente-deux équipes, douze stades.',
          image: null,
          count: 0,
          newest: null,
        },
      ],
    },
    furniture: 'fresh',
  },
  {
    name: 'a portal without dossiers',
    reads: ['Pages spéciales Rien n’a encore été publié ici.'],
    url: specialPages.url,
    view: { ...page, dossiers: [] },
    furniture: 'none yet',
  },
];
