// Samples of a section's front.
import { sectionMonthUrl } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards, cards } from '../samples/sample-matter.ts';
import { about, china, home, photographs, sport } from '../samples/sample-portal.ts';
import type { SectionView } from './section-page.ts';

const { port, quake, harvest, bridge, handball, visitors } = cards;

export const samples: readonly PageSample<BareView<SectionView>>[] = [
  {
    name: 'a section',
    reads: [
      'Derniers articles',
      'Flash 20.05.2014 13h03',
      '20.05.2014 12h23 12\u00a0photos La récolte de blé d’hiver',
      'Vidéo Un pont de bois',
      'Audio Handball',
      'Jour par jour lundi 19 mai 2014 13\u00a0h\u00a043 Le port',
      'Archives de la rubrique mai 2014 31\u00a0articles',
    ],
    url: china.url,
    view: {
      ...about(china.text, [home]),
      layout: 'list',
      articles: allCards,
      days: [
        { day: 'lundi 19 mai 2014', articles: [...allCards, { ...port, date: { ...port.date, time: '' } }] },
      ],
      months: [
        { url: sectionMonthUrl('chine', '2014-05'), text: 'mai 2014', count: 31 },
        { url: sectionMonthUrl('chine', '2014-04'), text: 'avril 2014', count: 1 },
      ],
    },
    furniture: 'fresh',
  },
  {
    name: 'a section without articles',
    reads: ['Sport', 'Rien n’a encore été publié ici.'],
    url: sport.url,
    view: { ...about(sport.text, [home]), layout: 'list', articles: [], days: [], months: [] },
    furniture: 'none yet',
  },
  {
    name: 'a section of photographs',
    reads: [
      'Photos Derniers articles La récolte de blé d’hiver s’annonce bonne 20.05.2014 12h23 12\u00a0photos',
      'Tremblement de terre au large\u00a0: l’alerte au tsunami est levée Flash 20.05.2014 13h03',
      'Un pont de bois du XVIIe\u00a0siècle rouvre après trois ans de travaux 20.05.2014 11h43 Vidéo',
    ],
    url: photographs.url,
    view: {
      ...about(photographs.text, [home]),
      layout: 'grid',
      articles: [harvest, port, quake, handball, bridge, visitors].map(card => ({
        ...card,
        section: photographs,
      })),
      days: [],
      months: [],
    },
    furniture: 'fresh',
  },
];
