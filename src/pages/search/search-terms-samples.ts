// Samples of a bucket of words.
import { searchTermsUrl } from '../../address/addresses.ts';
import { indexOf, type TermBucket } from '../../search/segment-index.ts';
import type { PageSample } from '../samples/page-sample.ts';

export const samples: readonly PageSample<TermBucket>[] = [
  {
    name: 'a bucket of the words of a segment',
    url: searchTermsUrl('2014', 0),
    view: indexOf(['port\nquai\n\n#chine', 'gare\nquai\n\n#chine'], 1)[0]!,
  },
];
