// The content and the instant to the edition, and to all that pages are listed from.

import type { PageContext } from '../../pages/page-type.ts';
import type { Problem } from '../../problem/problem.ts';
import type { BuildStart } from '../build-options.ts';
import { editionPages } from '../edition/edition-pages.ts';
import type { ReadContent } from './read-content.ts';
import type { ReadSite } from './read-site.ts';

export interface Edited {
  readonly context: PageContext;
  /** Scheduled articles and drafts, as if they appeared now. */
  readonly toCome: PageContext;
  /** Of all faulty files, which are left out. */
  readonly problems: readonly Problem[];
}

export function edit({ options, site, content, now }: BuildStart & ReadSite & ReadContent): Edited {
  return editionPages(content, options.contentDir, now, options.stylePage ?? site.stylePage);
}
