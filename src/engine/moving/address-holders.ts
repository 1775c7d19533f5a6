// An address becomes the other article that has it, today or as an old one.
import { articleUrl, outputKey } from '../../address/addresses.ts';
import { oldAddressKey } from '../../address/old-address.ts';
import type { Article } from '../../article/article.ts';

export interface AddressHolder {
  readonly file: string;
  /** Whether it is one of its `aliases`. */
  readonly isOld: boolean;
}

/** null: nobody has it. */
export function holderOf(url: string, others: readonly Article[]): AddressHolder | null {
  const key = outputKey(url);
  for (const article of others) {
    const { file, aliases } = article;
    if (articleUrl(article) === url) return { file, isOld: false };
    if (aliases.some(alias => oldAddressKey(alias) === key)) return { file, isOld: true };
  }
  return null;
}
