// Samples of the newest articles as pages without furniture fetch them.
import { NEWEST_URL, newestOfSectionUrl } from '../../address/addresses.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards } from '../samples/sample-matter.ts';
import { china, world } from '../samples/sample-portal.ts';
import type { NewestView } from './newest-fragment.ts';

export const samples: readonly PageSample<NewestView>[] = [
  {
    name: 'the newest of a section, as fetched',
    reads: ['Derniers articles\u00a0: Chine', 'Le port en eau profonde', '20.05.2014 13h43'],
    url: newestOfSectionUrl(china.url),
    view: { section: china, articles: allCards },
  },
  {
    name: 'the newest of all, as fetched',
    reads: ['Derniers articles Le port en eau profonde'],
    url: NEWEST_URL,
    view: { section: null, articles: allCards },
  },
  {
    name: 'the newest of an empty section, as fetched',
    reads: ['Derniers articles\u00a0: Monde', 'Rien n’a encore été publié ici.'],
    url: newestOfSectionUrl(world.url),
    view: { section: world, articles: [] },
  },
];
