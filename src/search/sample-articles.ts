// Articles for tests of the index.
import type { SearchedArticle } from './article-terms.ts';

/** All that an article has besides its text, and no word in it. */
export const BARE: SearchedArticle = {
  title: '',
  section: 'chine',
  source: 'Quotidien',
  summary: null,
  place: null,
  authors: [],
  topics: [],
  image: null,
  gallery: [],
  video: null,
  audio: null,
};
