// An article becomes the data that a link or a card may show of it. Pages show the same objects that fingerprints hash.
import type { Article, ArticleImage, Instant } from './article.ts';
import { coverOf } from './article-media.ts';
import { OPTIONAL_TEXTS, type OptionalText } from './front-matter-schema.ts';

/** All that a bare link may show. */
export type LinkMatter = Pick<Article, 'section' | 'day' | 'slug' | 'title' | 'lang'>;

/** All that a list, a feed or the search may show. */
export interface CardMatter extends LinkMatter, Pick<Article, OptionalText> {
  readonly date: Instant;
  readonly dateIsDay: boolean;
  readonly updated: Instant | null;
  readonly source: string;
  readonly authors: readonly string[];
  /** The picture that represents the article; null: it has none. */
  readonly cover: ArticleImage | null;
  readonly kind: ArticleKind | null;
  readonly flash: boolean;
}

/** The kind of an article that is more than text. */
export interface ArticleKind {
  readonly name: 'gallery' | 'video' | 'audio';
  /** The number of photographs; null for a recording. */
  readonly count: number | null;
}

export function linkMatter({ section, day, slug, title, lang }: Article): LinkMatter {
  return { section, day, slug, title, lang };
}

export function cardMatter(article: Article): CardMatter {
  const { date, dateIsDay, updated, source, authors } = article;
  const texts = {} as Record<OptionalText, string | null>;
  for (const name of OPTIONAL_TEXTS) texts[name] = article[name];
  return {
    ...linkMatter(article),
    date,
    dateIsDay,
    updated,
    ...texts,
    source,
    authors,
    cover: coverOf(article),
    kind: kindOf(article),
    flash: article.flash !== null,
  };
}

function kindOf({ gallery, video, audio }: Article): ArticleKind | null {
  if (gallery.length > 0) return { name: 'gallery', count: gallery.length };
  if (video !== null) return { name: 'video', count: null };
  return audio === null ? null : { name: 'audio', count: null };
}
