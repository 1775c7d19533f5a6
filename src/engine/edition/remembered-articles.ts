// The memory's articles, of which those asked for last stay in this process.
import type { Article } from '../../article/article.ts';
import { atHandBy } from '../../cache/at-hand.ts';
import type { Entry } from '../../edition/entry.ts';
import { packTerms } from '../../search/article-terms.ts';
import { textOfHtml } from '../../search/plain-text.ts';
import type { KeptVersion } from '../memory/kept-versions.ts';
import type { Memory } from '../memory/memory.ts';

/** Neighbours and lists ask for the same articles again and again. */
const ARTICLES_AT_HAND = 4000;

type Asked = Pick<Entry, 'file' | 'day' | 'dossiers'>;

/** Of a faulty article that still stands as it was published: that one (`standIns`). */
export function rememberedArticles(
  memory: Pick<Memory, 'article'>,
  standIns: ReadonlyMap<string, Pick<KeptVersion, 'article'>>,
): (entry: Asked) => Article {
  return atHandBy(
    entry => standIns.get(entry.file)?.article ?? memory.article(entry),
    ({ file }) => file,
    ARTICLES_AT_HAND,
  );
}

/** What such an article is found by: of a faulty one, what was published of it. Each is asked for once a build. */
export function rememberedTerms(
  memory: Pick<Memory, 'terms'>,
  standIns: ReadonlyMap<string, Pick<KeptVersion, 'article' | 'bodyHtml'>>,
): (entry: Asked) => string {
  return entry => {
    const kept = standIns.get(entry.file);
    return kept ? packTerms(kept.article, textOfHtml(kept.bodyHtml)) : memory.terms(entry);
  };
}
