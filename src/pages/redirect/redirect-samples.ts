// Samples of an old address.
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards } from '../samples/sample-matter.ts';
import { about, home } from '../samples/sample-portal.ts';
import { linkTo } from '../specimens/specimen-cards.ts';
import type { RedirectView } from './redirect-page.ts';

const target = linkTo(cards.port);

export const samples: readonly PageSample<BareView<RedirectView>>[] = [
  {
    name: 'an old address',
    reads: ['Cette page a changé d’adresse Nouvelle adresse\u00a0: Le port'],
    url: '/ancien/port.html',
    view: { ...about(pageWords.moved(target.text), [home]), target },
  },
];
