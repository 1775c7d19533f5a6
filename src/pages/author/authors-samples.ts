// Samples of the index of authors.
import { AUTHORS_URL, authorUrl, letterUrl } from '../../address/addresses.ts';
import { styleWords } from '../../locale/style-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, authors, home } from '../samples/sample-portal.ts';
import type { AuthorsView } from './authors-page.ts';

const linWei = { url: authorUrl('lin-wei'), text: styleWords.author, count: 12 };
const zoeLi = { url: authorUrl('zoe-li'), text: 'Zoé Li', count: 1 };

export const samples: readonly PageSample<BareView<AuthorsView, 'crumb'>>[] = [
  {
    name: 'the authors',
    reads: ['Auteurs L Z L Lin Wei 12\u00a0articles Z Zoé Li 1\u00a0article'],
    url: authors.url,
    view: {
      ...about(authors.text, [home]),
      crumb: null,
      letters: ['l', 'z'].map(letter => ({ url: `#lettre_${letter}`, text: letter.toUpperCase() })),
      groups: [
        { heading: 'L', anchor: 'lettre_l', names: [linWei] },
        { heading: 'Z', anchor: 'lettre_z', names: [zoeLi] },
      ],
    },
    furniture: 'fresh',
  },
  {
    name: 'the authors of one letter, of many',
    reads: ['Auteurs\u00a0: Z L Z Z Zoé Li 1\u00a0article'],
    url: letterUrl(AUTHORS_URL, 'z'),
    view: {
      ...about('Auteurs\u00a0: Z', [home, authors]),
      crumb: 'Z',
      letters: ['l', 'z'].map(letter => ({
        url: letterUrl(AUTHORS_URL, letter),
        text: letter.toUpperCase(),
      })),
      groups: [{ heading: 'Z', anchor: 'lettre_z', names: [zoeLi] }],
    },
  },
  {
    name: 'authors none of whom has signed anything yet',
    reads: ['Auteurs Rien n’a encore été publié ici.'],
    url: authors.url,
    view: { ...about(authors.text, [home]), crumb: null, letters: [], groups: [] },
    furniture: 'none yet',
  },
];
