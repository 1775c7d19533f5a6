// Samples of an editorial page.
import { editorialUrl } from '../../address/addresses.ts';
import { styleWords } from '../../locale/style-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home } from '../samples/sample-portal.ts';
import type { EditorialView } from './editorial-page.ts';

export const samples: readonly PageSample<BareView<EditorialView>>[] = [
  {
    name: 'an editorial page',
    reads: ['À propos Le quai nord est ouvert depuis mardi'],
    url: editorialUrl('a-propos'),
    view: { ...about('À propos', [home]), bodyHtml: styleWords.bodyHtml },
  },
];
