// Samples of the index of authors.
import { authorUrl } from '../../address/addresses.ts';
import { styleWords } from '../../locale/style-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, authors, home } from '../samples/sample-portal.ts';
import type { AuthorsView } from './authors-page.ts';

const linWei = { url: authorUrl('lin-wei'), text: styleWords.author, count: 12 };
const zoeLi = { url: authorUrl('zoe-li'), text: 'Zoé Li', count: 1 };

export const samples: readonly PageSample<BareView<AuthorsView>>[] = [
  {
    name: 'the authors',
    reads: ['Auteurs L Z L Lin Wei 12\u00a0articles Z Zoé Li 1\u00a0article'],
    url: authors.url,
    view: {
      ...about(authors.text, [home]),
      letters: ['l', 'z'].map(letter => ({ url: `#lettre_${letter}`, text: letter.toUpperCase() })),
      groups: [
        { heading: 'L', anchor: 'lettre_l', names: [linWei] },
        { heading: 'Z', anchor: 'lettre_z', names: [zoeLi] },
      ],
    },
    furniture: 'fresh',
  },
  {
    name: 'authors none of whom has signed anything yet',
    reads: ['Auteurs Rien n’a encore été publié ici.'],
    url: authors.url,
    view: { ...about(authors.text, [home]), letters: [], groups: [] },
    furniture: 'none yet',
  },
];
