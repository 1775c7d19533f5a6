// The memory's articles, of which those asked for last stay in this process.
import type { Article } from '../../article/article.ts';
import { atHand } from '../../cache/at-hand.ts';
import type { Memory } from '../memory/memory.ts';

/** Neighbours and lists ask for the same articles again and again. */
const ARTICLES_AT_HAND = 4000;

export function rememberedArticles(memory: Pick<Memory, 'article'>): (file: string) => Article {
  return atHand(file => memory.article(file), ARTICLES_AT_HAND);
}
