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
    url: HOME_URL,
    view: {
      ...page,
      lead: port,
      slides: [quake, harvest, visitors, bridge],
      wire: [visitors, handball],
      photographs: [port, harvest, visitors],
      sections: [
        { section: china, articles: [port, bridge] },
        { section: world, articles: [visitors] },
        { section: photographs, articles: [harvest, quake, visitors] },
      ],
    },
    furniture: 'fresh',
  },
  {
    name: 'the home page of a quiet portal',
    url: HOME_URL,
    view: {
      ...page,
      lead: { ...visitors, kind: handball.kind },
      slides: [],
      wire: [],
      photographs: [],
      sections: [],
    },
    furniture: 'stale',
  },
  {
    name: 'the home page of a new portal',
    url: HOME_URL,
    view: { ...page, lead: null, slides: [], wire: [], photographs: [], sections: [] },
    furniture: 'none yet',
  },
];
