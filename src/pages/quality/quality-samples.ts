// Samples of the page about the site's quality.
import { QUALITY_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { proofWords } from '../../locale/proof-words.ts';
import type { FoundByRule } from '../../site/site.ts';
import { momentOf } from '../../time/moment.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home, SAMPLE_NOW, TIME_ZONE } from '../samples/sample-portal.ts';
import { type QualityView, qualityOf } from './quality-page.ts';

const page = { ...about(pageWords.quality, [home]), date: momentOf(SAMPLE_NOW, TIME_ZONE) };

const faultless: readonly FoundByRule[] = (Object.keys(proofWords.rules) as FoundByRule['rule'][]).map(
  rule => ({
    rule,
    severity: rule === 'duplicate-title' ? 'warning' : 'error',
    looked: 2077,
    found: 0,
    examples: [],
  }),
);

const examples: Partial<Record<FoundByRule['rule'], FoundByRule['examples']>> = {
  'dead-link': [
    { what: proofWords.found.deadLink.nothing('/chine/2014/05/20/port.html', 'Lien'), pages: 12, first: '/' },
    { what: proofWords.found.deadLink.nothing('/images/port.webp', 'Image'), pages: 1, first: '/chine/' },
  ],
  'duplicate-title': [
    { what: proofWords.found.duplicateTitle('La météo du jour'), pages: 2, first: '/meteo/' },
  ],
};

const faulty = faultless
  .filter(({ rule }) => rule !== 'same-bytes' && rule !== 'external-link')
  .map(each => {
    const shown = examples[each.rule] ?? [];
    return { ...each, found: shown.reduce((sum, { pages }) => sum + pages, 0), examples: shown };
  });

export const samples: readonly PageSample<BareView<QualityView>>[] = [
  {
    name: 'a site without a fault',
    reads: [
      'Qualité du site',
      '1\u202f204 pages lues',
      '0 faute',
      'sur l’état 0f3c2a1',
      'Rien à signaler',
      'Constance',
    ],
    url: QUALITY_URL,
    view: {
      ...page,
      ...qualityOf({
        commit: '0f3c2a1d4b5e6f708192a3b4c5d6e7f809182736',
        pages: 1204,
        files: 5000,
        rules: faultless,
      }),
    },
  },
  {
    name: 'a site with faults, of an unknown commit',
    reads: [
      '13 fautes',
      '13\u00a0fautes',
      'port.html, où il n’y a rien. (12\u00a0pages)',
      '2\u00a0points à revoir',
    ],
    url: QUALITY_URL,
    view: { ...page, ...qualityOf({ commit: null, pages: 1, files: 3, rules: faulty }) },
  },
];
