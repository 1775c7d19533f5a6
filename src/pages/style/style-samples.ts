// The page `/style/` as a sample: like all samples, it is made of specimens.
import { STYLE_URL } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { china, home, SAMPLE_NOW, TIME_ZONE } from '../samples/sample-portal.ts';
import { type StyleView, styleView } from './style-page.ts';

export const samples: readonly PageSample<BareView<StyleView>>[] = [
  {
    name: 'the style page',
    url: STYLE_URL,
    view: styleView(SAMPLE_NOW, china.text, { timeZone: TIME_ZONE, home }),
  },
];
