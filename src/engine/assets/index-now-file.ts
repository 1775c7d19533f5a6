// The key of IndexNow to the file by which search engines see that it is the site's own (indexnow.org, « Verifying ownership »).
import { indexNowKeyUrl } from '../../address/addresses.ts';
import type { Site } from '../../site/site.ts';
import type { Asset } from './asset.ts';

export function indexNowFile({ indexNow }: Pick<Site, 'indexNow'>): readonly Asset[] {
  return indexNow === null ? [] : [{ url: indexNowKeyUrl(indexNow), bytes: Buffer.from(indexNow) }];
}
