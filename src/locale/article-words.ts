// The French words by which the commands tell how many articles readers have, and which ones they do not.
import { agree, groupDigits } from './numbers.ts';
import { pageWords } from './page-words.ts';
import { quoting, visible } from './quoting.ts';

type Counts = Readonly<Record<'published' | 'scheduled' | 'draft' | 'expired' | 'withdrawn', number>>;

/** An article that readers do not have; `at` is when it appears, or when it went. */
interface Absent {
  readonly file: string;
  readonly absence: keyof typeof pageWords.absences;
  readonly at: { readonly stamp: string } | null;
}

/** Of each kind, enough to find what one was looking for; `--json` has them all. */
const MOST_OF_A_KIND = 20;

export const articleWords = quoting({
  /** `first` is when the next scheduled article appears; null: none is. */
  counted: ({ published, scheduled, draft, expired, withdrawn }: Counts, first: string | null) => {
    const parts = [`${groupDigits(published)} ${agree(published, 'publié', 'publiés')}`];
    if (scheduled > 0)
      parts.push(
        `${groupDigits(scheduled)} ${agree(scheduled, 'programmé', 'programmés')} (${agree(scheduled, 'le', 'le premier le')} ${first})`,
      );
    if (draft > 0) parts.push(`${groupDigits(draft)} ${agree(draft, 'brouillon', 'brouillons')}`);
    if (expired > 0) parts.push(`${groupDigits(expired)} ${agree(expired, 'expiré', 'expirés')}`);
    if (withdrawn > 0) parts.push(`${groupDigits(withdrawn)} ${agree(withdrawn, 'retiré', 'retirés')}`);
    return `Articles\u00a0: ${parts.join(', ')}.`;
  },
  /** Those of one kind stand together. */
  absent: (articles: readonly Absent[]) =>
    [...Map.groupBy(articles, ({ absence }) => absence)]
      .map(([absence, some]) => `${pageWords.absences[absence]}\u00a0:\n${someOf(some)}`)
      .join('\n'),
} as const);

function someOf(articles: readonly Absent[]): string {
  const lines = articles
    .slice(0, MOST_OF_A_KIND)
    .map(({ file, at }) => `  ${visible(file)}${at === null ? '' : ` (${at.stamp})`}`);
  const others = articles.length - lines.length;
  if (others > 0)
    lines.push(`  et ${groupDigits(others)} ${agree(others, 'autre', 'autres')} (--json les donne tous)`);
  return lines.join('\n');
}
