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
    url: china.url,
    view: {
      ...about(china.text, [home]),
      layout: 'list',
      articles: allCards,
      months: [
        { url: sectionMonthUrl('chine', '2014-05'), text: 'mai 2014', count: 31 },
        { url: sectionMonthUrl('chine', '2014-04'), text: 'avril 2014', count: 1 },
      ],
    },
    furniture: 'fresh',
  },
  {
    name: 'a section without articles',
    url: sport.url,
    view: { ...about(sport.text, [home]), layout: 'list', articles: [], months: [] },
    furniture: 'none yet',
  },
  {
    name: 'a section of photographs',
    url: photographs.url,
    view: {
      ...about(photographs.text, [home]),
      layout: 'grid',
      articles: [harvest, port, quake, handball, bridge, visitors].map(card => ({
        ...card,
        section: photographs,
      })),
      months: [],
    },
    furniture: 'fresh',
  },
];
