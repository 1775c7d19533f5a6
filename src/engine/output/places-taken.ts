// Files of the site that would stand where somebody else's file is: theirs stays, and is told of until one of both has gone.
import { fileClassOf } from '../../host/file-class.ts';
import type { Asset } from '../assets/asset.ts';
import { MARK_URL, type Output } from './output.ts';

/**
 * The addresses at which something stands that nobody of ours has put: `/robots.txt`, `/_headers`, `/favicon.svg`. Only files that are new to
 * the site are looked for. What is under a hash is ours wherever it came from, and the mark is what makes a site one of ours.
 * @param isOurs whether an address is one of ours, as far as is known; null: it can't be told.
 */
export function placesTaken(
  newFiles: readonly Asset[],
  output: Pick<Output, 'read'>,
  isOurs: ((url: string) => boolean) | null,
): ReadonlySet<string> {
  if (isOurs === null) return new Set();
  const isTaken = ({ url, bytes }: Asset): boolean => {
    if (url === MARK_URL || fileClassOf(url) === 'asset' || isOurs(url)) return false;
    const standing = output.read(url);
    return standing !== null && standing !== bytes.toString('utf8');
  };
  return new Set(newFiles.filter(isTaken).map(({ url }) => url));
}
