// All years that have articles.
import { ARCHIVES_URL } from '../../address/addresses.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PageView, PeriodLink } from '../views.ts';
import { archivesLink, periodLink, yearsOf } from './periods-of-archive.ts';

/** `/archives/` */
export interface ArchivesView extends PageView {
  readonly years: readonly PeriodLink[];
}

export const archives = pageType({
  name: 'archives',
  renderer: 'archive',
  furnished: false,
  reserved: ['archives'],
  service: () => archivesLink,

  pages: ({ edition, site }) => [
    { url: ARCHIVES_URL, shown: { portal: site.name, years: yearsOf(edition).map(periodLink) } },
  ],

  view: ({ portal, years }, tools): BareView<ArchivesView> => ({
    title: tools.words.archives,
    description: tools.words.archivesDescription(portal),
    breadcrumb: [tools.home],
    years,
  }),
});
