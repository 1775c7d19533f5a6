// Samples of the page for addresses that lead nowhere.
import { NOT_FOUND_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home } from '../samples/sample-portal.ts';
import type { NotFoundView } from './not-found-page.ts';

export const samples: readonly PageSample<BareView<NotFoundView>>[] = [
  {
    name: 'a wrong address',
    reads: ['Page introuvable La page demandée n’existe pas', 'À la une Pages spéciales Archives'],
    url: NOT_FOUND_URL,
    view: about(pageWords.notFound, [home]),
  },
];
