// Many addresses become folders that hold most of them, and the few that are told one by one.

export interface Cover {
  /** Of the site, with a slash at the end: all that is below is meant. None is within another, and none is the whole site. */
  readonly folders: readonly string[];
  /** Those that are in none of the folders. */
  readonly urls: readonly string[];
}

export interface CoverLimits {
  readonly folders: number;
  readonly urls: number;
}

/** A folder for fewer addresses would forget more than it saves. */
const FEWEST_IN_FOLDER = 3;

/**
 * The deepest folders that will do, so that caches forget little else: days before months, months before years, years before sections.
 * @param urls addresses within the site, each once.
 * @returns null: no folders below the site's own hold enough of them.
 */
export function coverFolders(urls: readonly string[], limits: CoverLimits): Cover | null {
  const deepest = Math.max(0, ...urls.map(depthOf));
  for (let depth = deepest; depth >= 1; depth--) {
    const cover = coverAt(depth, urls, limits);
    if (cover !== null) return cover;
  }
  return null;
}

function coverAt(depth: number, urls: readonly string[], limits: CoverLimits): Cover | null {
  const inFolders = Map.groupBy(urls, url => folderAt(url, depth));
  inFolders.delete(null);
  // Most addresses first; of as many the first in the order of letters.
  const bySize = [...inFolders]
    .filter(([, ofFolder]) => ofFolder.length >= FEWEST_IN_FOLDER)
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a! < b! ? -1 : 1));
  const folders: string[] = [];
  let rest = urls.length;
  for (const [folder, ofFolder] of bySize) {
    if (rest <= limits.urls || folders.length === limits.folders) break;
    folders.push(folder!);
    rest -= ofFolder.length;
  }
  if (rest > limits.urls) return null;
  const chosen = new Set(folders);
  return { folders, urls: urls.filter(url => !chosen.has(folderAt(url, depth) ?? '')) };
}

/** How many folders an address is below, the site's own left out. */
function depthOf(url: string): number {
  return url.split('/').length - 2;
}

/** `/chine/2014/05/port.html` at 2 is in `/chine/2014/`; null: it is in none that is so deep. */
function folderAt(url: string, depth: number): string | null {
  const parts = url.split('/');
  return parts.length - 2 < depth ? null : `${parts.slice(0, depth + 1).join('/')}/`;
}
