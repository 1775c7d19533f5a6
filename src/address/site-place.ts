// Where a site lives becomes the way to write its addresses. The engine knows them from the site's own root (`/chine/`); browsers ask for
// them from the host's, and a site may live in a folder there: `/journal/chine/`.

declare const published: unique symbol;

/** An address as it stands in a published file: from the host's root, the site's folder included. */
export type PublishedUrl = string & { readonly [published]: true };

export interface SitePlace {
  /** The site's address without a final slash, `https://exemple.fr/journal`; null: it is not known. */
  readonly baseUrl: string | null;
  /** The site's folder where editors may write it too (`typedFolder`); else ''. */
  readonly typedFolder: string;
}

export const UNKNOWN_PLACE: SitePlace = { baseUrl: null, typedFolder: '' };

/** The folder of a site on its host, `/journal`; '' for a site at the root. */
export function siteFolder(baseUrl: string): string {
  const path = baseUrl.indexOf('/', baseUrl.indexOf('://') + 3);
  return path === -1 ? '' : baseUrl.slice(path);
}

/** The only way from an address within the site to one that a published file may hold. */
export function publishedUrl(url: string, folder: string): PublishedUrl {
  return (folder + url) as PublishedUrl;
}

/** The path within the site of a path from the host's root; null: it is outside of the folder. The inverse of `publishedUrl`. */
export function pathInFolder(path: string, folder: string): string | null {
  if (folder === '') return path;
  if (!path.startsWith(folder)) return null;
  const rest = path.slice(folder.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || /^[?#]/.test(rest) ? `/${rest}` : null;
}

/**
 * The folder of a site of which somebody copies addresses from a browser: `/journal/chine/` is then `/chine/`. '' when that could be meant
 * otherwise, since addresses within the site begin with the same name.
 * @param isTaken whether a section, an editorial page or the portal itself has addresses that begin so.
 */
export function typedFolder(baseUrl: string, isTaken: (firstPart: string) => boolean): string {
  const folder = siteFolder(baseUrl);
  return folder !== '' && isTaken(folder.split('/')[1]!) ? '' : folder;
}

/** Whether an address begins at a root, and names no host: browsers read `/\` as `//`. */
export function isFromRoot(address: string): boolean {
  return /^\/(?![/\\])/.test(address);
}

/** An address from the root as somebody typed it, with or without the folder, to the one within the site. */
export function typedPath(path: string, { typedFolder }: SitePlace): string {
  return pathInFolder(path, typedFolder) ?? path;
}

/** The same of an address that may begin with the site's own: `https://exemple.fr/journal/chine/`. */
export function typedAddress(address: string, place: SitePlace): string {
  const { baseUrl } = place;
  if (baseUrl !== null && address.startsWith(baseUrl)) return pathInFolder(address, baseUrl) ?? address;
  return typedPath(address, place);
}
