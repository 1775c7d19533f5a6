// Samples of the parts of the furniture as servers put them into pages.
import { FURNITURE_PART_URLS } from '../../address/addresses.ts';
import type { PageSample } from '../samples/page-sample.ts';
import type { FurniturePartView } from './furniture-part.ts';

export const samples: readonly PageSample<FurniturePartView>[] = [
  {
    name: 'the day of the edition, as it is put in',
    reads: ['mardi 20 mai 2014'],
    url: FURNITURE_PART_URLS.day,
    view: { part: 'day' },
    furniture: 'fresh',
  },
  {
    name: 'the masthead’s furniture, as it is put in',
    reads: ['Beijing'],
    url: FURNITURE_PART_URLS.masthead,
    view: { part: 'masthead' },
    furniture: 'fresh',
  },
  {
    name: 'the ticker, as it is put in',
    reads: ['Flash\u00a0:'],
    url: FURNITURE_PART_URLS.band,
    view: { part: 'band' },
    furniture: 'fresh',
  },
  {
    name: 'the column’s furniture, as it is put in',
    reads: ['Sélection de la rédaction', 'Les articles les plus lus', 'Pages spéciales'],
    url: FURNITURE_PART_URLS.column,
    view: { part: 'column' },
    furniture: 'fresh',
  },
];
