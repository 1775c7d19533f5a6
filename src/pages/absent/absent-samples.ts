// Samples of the list of what readers do not have.
import { ABSENT_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards } from '../samples/sample-matter.ts';
import { about, home } from '../samples/sample-portal.ts';
import type { Card } from '../views.ts';
import { type AbsentLink, type AbsentView, absenceHeading } from './absent-page.ts';

const page = about(pageWords.absent, [home]);

function absentLink({ url, title, lang, date }: Card, absence: string): AbsentLink {
  return { url, title, lang, date, absence, file: 'articles/2014/05/article.md' };
}

const { scheduled, draft, expired } = pageWords.absence;

export const samples: readonly PageSample<BareView<AbsentView>>[] = [
  {
    name: 'what readers do not have',
    reads: [
      'Articles non publiés Programmés Handball\u00a0: les championnes gardent leur titre Programmé pour le 21.05.2014 06h00',
      'Brouillons A note to our visitors Brouillon 20.05.2014 08h43 articles/2014/05/article.md',
      'Expirés La récolte de blé d’hiver s’annonce bonne Expiré depuis le 19.05.2014 12h00',
    ],
    url: ABSENT_URL,
    view: {
      ...page,
      groups: [
        {
          heading: absenceHeading('scheduled'),
          articles: [absentLink(cards.handball, scheduled('21.05.2014 06h00'))],
        },
        { heading: absenceHeading('draft'), articles: [absentLink(cards.visitors, draft(''))] },
        {
          heading: absenceHeading('expired'),
          articles: [absentLink(cards.harvest, expired('19.05.2014 12h00'))],
        },
      ],
    },
  },
  {
    name: 'a newsroom whose articles are all published',
    reads: ['Articles non publiés Les lecteurs ont tous les articles'],
    url: ABSENT_URL,
    view: { ...page, groups: [] },
  },
];
