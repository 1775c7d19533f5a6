// An article becomes what readers' programs know it by, whatever becomes of its address (RFC 4287, § 4.2.6).
import { articleAddress, articleUrl } from '../address/addresses.ts';
import type { ReadEntry } from './entry.ts';

/** What an identity is made of. */
export type Identified = Pick<ReadEntry, 'id' | 'aliases' | 'section' | 'day' | 'slug'>;

/**
 * `id` of its front matter; else the first of its old addresses that is one of an article of ours, which is the one at which it appeared;
 * else the address that it has. Other old addresses do not count: one that an editor adds years later would make it a new article.
 */
export function identityOf(article: Identified): string {
  if (article.id !== null) return article.id;
  return article.aliases.find(alias => articleAddress(alias) !== null) ?? articleUrl(article);
}
