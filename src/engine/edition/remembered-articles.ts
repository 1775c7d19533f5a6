// The memory's articles, of which those asked for last stay in this process.
import type { Article } from '../../article/article.ts';
import type { Memory } from '../memory/memory.ts';

/** Neighbours and lists ask for the same articles again and again; this many stay here, the last asked for. */
const ARTICLES_AT_HAND = 8000;

export function rememberedArticles(memory: Pick<Memory, 'article'>): (file: string) => Article {
  const atHand = new Map<string, Article>();
  return file => {
    let article = atHand.get(file);
    if (article) atHand.delete(file);
    else {
      article = memory.article(file);
      if (atHand.size >= ARTICLES_AT_HAND) atHand.delete(atHand.keys().next().value!);
    }
    atHand.set(file, article);
    return article;
  };
}
