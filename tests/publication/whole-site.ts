// What readers can reach of a site from its home page, at a moment at which a publication was cut off.
import assert from 'node:assert/strict';
import { outputPath } from '../../src/address/addresses.ts';
import type { Tree } from '../tree.ts';

const LINK = /<(?:a|link|script|img)\b[^>]*?\s(?:href|src)="(\/[^"#?]*)["#?]/g;

/**
 * Every page that links lead to from `/` is the one of before or the one of after, and what it loads and leads to is there, as far as that is so in
 * the site that it is of. `folder` is the site's on its host.
 */
export function assertWhole(tree: Tree, before: Tree, after: Tree, folder = ''): void {
  const faults: string[] = [];
  const seen = new Set<string>();
  const look = (url: string): void => {
    const path = outputPath(url);
    if (seen.has(path)) return;
    seen.add(path);
    const bytes = tree.get(path);
    if (bytes === undefined) return;
    const sites = [before, after].filter(site => site.get(path)?.equals(bytes));
    if (sites.length === 0) faults.push(`${url} is neither of before nor of after`);
    if (!path.endsWith('.html')) return;
    for (const [, address] of bytes.toString().matchAll(LINK)) {
      if (!address!.startsWith(`${folder}/`)) continue;
      const link = decodeURI(address!.slice(folder.length));
      const isThere = sites.length > 0 && sites.every(site => site.has(outputPath(link)));
      if (isThere && !tree.has(outputPath(link))) faults.push(`${url} leads to ${link}, which is not there`);
      look(link);
    }
  };
  look('/');
  assert.deepEqual(faults.slice(0, 10), []);
}
