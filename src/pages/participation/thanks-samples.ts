// Samples of the page for whoever has sent a comment.
import { THANKS_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home } from '../samples/sample-portal.ts';
import type { ThanksView } from './thanks-page.ts';

export const samples: readonly PageSample<BareView<ThanksView>>[] = [
  {
    name: 'thanks for a comment',
    reads: ['Merci Votre commentaire est bien arrivé. La rédaction le lit avant de le publier.'],
    url: THANKS_URL,
    view: about(pageWords.thanks, [home]),
    furniture: 'fresh',
  },
];
