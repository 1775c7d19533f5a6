// Samples of what stands in the place of a withdrawn article.
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards } from '../samples/sample-matter.ts';
import { home } from '../samples/sample-portal.ts';
import type { Card } from '../views.ts';
import type { WithdrawnView } from './withdrawn-page.ts';

function sample(
  name: string,
  { url, title, section, date, lang }: Card,
  reason: string,
  reads: readonly string[],
): PageSample<BareView<WithdrawnView, 'section' | 'lang'>> {
  const view = { title, description: reason, breadcrumb: [home, section], section, date, reason, lang };
  return { name, reads, url, view };
}

export const samples = [
  sample('a withdrawn article', cards.harvest, 'Cet article reposait sur un faux document.', [
    'La récolte de blé d’hiver s’annonce bonne',
    'Cet article a été retiré Cet article reposait sur un faux document.',
  ]),
  sample('a withdrawn article in another language', cards.visitors, 'This note was out of date.', [
    'A note to our visitors',
    'Cet article a été retiré This note was out of date.',
  ]),
];
