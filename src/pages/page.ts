// One page of the site before it is rendered: its address, its template, and what its view is made of.
import type { Article } from '../article/article.ts';
import type { Thread } from '../comment/comment.ts';
import type { Edition } from '../edition/edition.ts';
import { hashNumber } from '../hash/hash.ts';
import type { MediaShelf } from '../media/media-facts.ts';
import type { EditorialPage } from '../site/read-editorial-pages.ts';
import type { Site } from '../site/site.ts';
import type { PageView } from './views.ts';
import type { WantedFile } from './wanted-files.ts';

/** Templates of pages that grow with the archive: our engine renders them (design, rule 3). */
export const ARCHIVE_TEMPLATES = [
  'article',
  'section-month',
  'topic',
  'archives',
  'year',
  'month',
  'day',
  'redirect',
] as const;

/** Files that have no template: their view is what they hold, as JSON. Our engine writes them. */
export const DATA_TEMPLATES = ['search-months', 'search-month'] as const;

/** Templates of the fixed set: Eleventy renders them. */
export const FRONT_TEMPLATES = [
  'home',
  'section',
  'dossiers',
  'dossier',
  'editorial',
  'not-found',
  'feed',
  'flashes',
  'most-read',
  'weather',
  'city',
  'polls',
  'poll',
  'search',
  'style',
] as const;

export type ArchiveTemplate = (typeof ARCHIVE_TEMPLATES)[number] | (typeof DATA_TEMPLATES)[number];
export type FrontTemplate = (typeof FRONT_TEMPLATES)[number];

/** A view without what is the same on many pages: the portal, the furniture, the edition, and what follows from the address. */
export type BareView<View extends PageView> = Omit<View, 'portal' | 'furniture' | 'canonical' | 'edition'>;

export interface Page {
  /** Begins with `/`. */
  readonly url: string;
  readonly template: ArchiveTemplate | FrontTemplate;
  /** Whether the page carries the furniture (design, rule 4). */
  readonly furnished: boolean;
  /**
   * A hash number that changes whenever the bare view does: of the hashes of the articles it shows, names, counts. It is
   * cheap to make, so that the views of pages that stay as they are need not be made at all.
   */
  readonly parts: number;
  /** The bare view; of an article, what the page says around it (`ArticleSetting`). */
  readonly view: () => object;
  /** The article's file, for the template `article`. */
  readonly article?: string;
  /** The files that its view names besides the theme's. Of an article: see `articleFiles`. */
  readonly files?: () => Iterable<WantedFile>;
  /** The month of the articles that it shows, `2014-05`: pages of one month are rendered together. */
  readonly month?: string;
}

/** What pages are made from. */
export interface PageContext {
  readonly site: Site;
  readonly edition: Edition;
  readonly editorialPages: readonly EditorialPage[];
  /** The checked front matter of an article of the edition, by its file. */
  readonly articleOf: (file: string) => Article;
  /** The photographs and recordings that articles and pages show. */
  readonly media: MediaShelf;
  /** The approved comments of an article, by its file; null: none. */
  readonly threadOf: (file: string) => Thread | null;
}

/** The `parts` of a page that shows `shown`: hash numbers of entries, names, counts. */
export function partsOf(shown: unknown): number {
  return hashNumber(JSON.stringify(shown));
}

/**
 * The fronts that readers come back to for news say of which edition they are, to the minute. A dossier does not: it may hold thousands of articles,
 * and would be made again for each new one elsewhere.
 */
const EDITION_TEMPLATES: readonly Page['template'][] = ['home', 'section'];

/** Whether the page says of which edition it is, and so changes with every new article. */
export function tellsEdition({ template }: Pick<Page, 'template'>): boolean {
  return EDITION_TEMPLATES.includes(template);
}

/** Whether Eleventy renders the page. */
export function isFront({ template }: Pick<Page, 'template'>): boolean {
  return (FRONT_TEMPLATES as readonly string[]).includes(template);
}
