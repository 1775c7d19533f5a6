// The page `/style/` as a sample: like all samples, it is made of specimens.
import { STYLE_URL } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { china, home, SAMPLE_NOW, TIME_ZONE } from '../samples/sample-portal.ts';
import { type StyleView, styleView } from './style-page.ts';

export const samples: readonly PageSample<BareView<StyleView>>[] = [
  {
    name: 'the style page',
    reads: [
      'Les bases Couleurs',
      'À faire',
      'ink / paper au moins 7 pour 1',
      'Météo\u00a0: relevé frais, relevé trop ancien Tailles et états',
      'Rubrique de photos Tailles et états',
      'Sélection de la rédaction Tailles et états',
      'Onglets Tailles et états',
      'Galerie, et la visionneuse Tailles et états',
      '1&nbsp;/&nbsp;3',
      'Vidéo et audio\u00a0: du portail, puis d’ailleurs Tailles et états',
      'Carte de situation Tailles et états',
      'Commentaires (3)',
      'Commentaires (1)',
      'Commentaires Les commentaires sont fermés.',
    ],
    url: STYLE_URL,
    view: styleView(SAMPLE_NOW, china.text, { timeZone: TIME_ZONE, style: 'agence', home }),
  },
];
