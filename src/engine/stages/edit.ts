// The content and the instant to the edition, and to all that pages are listed from.

import type { PageContext } from '../../pages/page-type.ts';
import type { Problem } from '../../problem/problem.ts';
import type { BuildStart } from '../build-options.ts';
import type { ArticleLinks } from '../edition/article-links.ts';
import { editionPages, type UnknownAddress } from '../edition/edition-pages.ts';
import type { FormerSite } from '../edition/links-of-site.ts';
import { rememberedLinks } from '../edition/remembered-links.ts';
import type { OpenMemory } from './open-memory.ts';
import type { ReadContent } from './read-content.ts';
import type { ReadSite } from './read-site.ts';

export interface Edited {
  readonly context: PageContext;
  /** Scheduled articles and drafts, as if they appeared now. */
  readonly toCome: PageContext;
  /** Of all faulty files, which are left out. */
  readonly problems: readonly Problem[];
  /** What should be mended, and stops no build. */
  readonly warnings: readonly Problem[];
  /** Links to addresses of no page, which may be those of files, or of an owner's own pages. */
  readonly unknownLinks: readonly UnknownAddress[];
  /** Addresses that a page had once, and to which somebody still links. */
  readonly formerLinks: readonly string[];
  /** What was found out of links to articles, for the next build to know. */
  readonly articleLinks: ArticleLinks;
  /** What is known of links, and for the next build to know. */
  readonly links: FormerSite;
}

export function edit({
  options,
  site,
  content,
  now,
  memory,
}: BuildStart & ReadSite & ReadContent & Pick<OpenMemory, 'memory'>): Edited {
  const links = rememberedLinks(memory);
  const pages = editionPages(content, options.contentDir, now, options.stylePage ?? site.stylePage, links);
  return { ...pages, links };
}
