// Samples of « La une ».
import { HOME_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards } from '../samples/sample-matter.ts';
import { about, china, photographs, world } from '../samples/sample-portal.ts';
import type { HomeView } from './home-page.ts';

const page = about(pageWords.frontPage, []);
const { port, quake, harvest, bridge, handball, visitors } = cards;

export const samples: readonly PageSample<BareView<HomeView>>[] = [
  {
    name: 'the home page',
    reads: [
      'Quotidien — À la une',
      'mardi 20 mai 2014 Édition de 15\u00a0h\u00a030',
      'À la une Chine 20.05.2014 13h43 Le port en eau profonde reçoit ses premiers navires, avec une semaine d’avance Shanghai — Trois',
      'Chine 20.05.2014 12h23 12\u00a0photos La récolte de blé d’hiver s’annonce bonne',
      'Flash Chine 20.05.2014 11h03 Audio Handball\u00a0: les championnes gardent leur titre',
      '20.05.2014 08h43 A note to our visitors',
      'Le fil 20.05.2014 08h43 A note to our visitors Brouillon 20.05.2014 11h03 Handball\u00a0: les championnes gardent leur titre Audio',
      'Chine Le port en eau profonde reçoit ses premiers navires, avec une semaine d’avance Trois porte-conteneurs',
      'Un pont de bois du XVIIe\u00a0siècle rouvre après trois ans de travaux Vidéo',
      'En images Le port en eau profonde reçoit ses premiers navires, avec une semaine d’avance La récolte de blé d’hiver s’annonce bonne 12\u00a0photos A note to our visitors',
    ],
    url: HOME_URL,
    view: {
      ...page,
      lead: port,
      slides: [harvest, { ...handball, flash: true }, visitors],
      headlines: [],
      wire: [visitors, handball],
      bands: [
        {
          kind: 'sections',
          sections: [
            { section: china, first: port, others: [bridge] },
            { section: world, first: visitors, others: [] },
            { section: photographs, first: handball, others: [quake, visitors] },
          ],
        },
        { kind: 'furniture' },
        {
          kind: 'sections',
          sections: [
            { section: china, first: harvest, others: [] },
            { section: world, first: handball, others: [port] },
          ],
        },
        { kind: 'strip', section: photographs, tiles: [port, harvest, visitors] },
        { kind: 'sections', sections: [{ section: china, first: port, others: [handball, bridge] }] },
        { kind: 'strip', section: null, tiles: [port, harvest, visitors, port, harvest] },
      ],
    },
    furniture: 'fresh',
  },
  {
    name: 'the home page of a quiet portal',
    reads: [
      'À la une Monde 20.05.2014 08h43 Audio A note to our visitors Brouillon Paris — What this portal is, in English.',
      'Un pont de bois du XVIIe\u00a0siècle',
      'Sélection de la rédaction',
    ],
    url: HOME_URL,
    view: {
      ...page,
      lead: { ...visitors, kind: handball.kind },
      slides: [],
      headlines: [bridge, port],
      wire: [],
      bands: [{ kind: 'furniture' }],
    },
    furniture: 'stale',
  },
  {
    name: 'the home page of a new portal',
    reads: ['Rien n’a encore été publié ici.'],
    url: HOME_URL,
    view: { ...page, lead: null, slides: [], headlines: [], wire: [], bands: [{ kind: 'furniture' }] },
    furniture: 'none yet',
  },
];
