// The old slugs of sections, topics, dossiers, authors and editorial pages (`formerly`): from an address under one to the present one, and back.
import { authorUrl, dossierUrl, editorialUrl, sectionUrl, topicUrl } from '../address/addresses.ts';
import type { EditorialPageSource } from './read-editorial-pages.ts';
import type { Site } from './site.ts';

/** All that is below `from` stands below `to` today. Both are folders: `/chine/`. */
export interface MovedFolder {
  readonly from: string;
  readonly to: string;
}

export interface MovedFolders {
  /** In the order of the site's data, pages last; empty: nothing has moved. */
  readonly list: readonly MovedFolder[];
  /** The address to which one below an old folder leads; null: it is below none. The folder's letters are taken as they are. */
  presentAddress(url: string): string | null;
  /** The addresses that one below a present folder had before. */
  formerAddresses(url: string): readonly string[];
}

const NONE: readonly string[] = [];

export function movedFolders(
  { sections, topics, dossiers, authors }: Pick<Site, 'sections' | 'topics' | 'dossiers' | 'authors'>,
  editorialPages: readonly Pick<EditorialPageSource, 'slug' | 'formerly'>[],
): MovedFolders {
  const list = [
    ...movesOf(sections, sectionUrl),
    ...movesOf(topics, topicUrl),
    ...movesOf(dossiers, dossierUrl),
    ...movesOf(authors, authorUrl),
    ...movesOf(editorialPages, editorialUrl),
  ];
  const present = new Map(list.map(({ from, to }) => [from, to]));
  const former = Map.groupBy(list, ({ to }) => to);
  return {
    list,
    presentAddress(url) {
      if (list.length === 0) return null;
      for (const folder of firstFolders(url)) {
        const to = present.get(folder);
        if (to !== undefined) return to + url.slice(folder.length);
      }
      return null;
    },
    formerAddresses(url) {
      if (list.length === 0) return NONE;
      for (const folder of firstFolders(url)) {
        const moves = former.get(folder);
        if (moves) return moves.map(({ from }) => from + url.slice(folder.length));
      }
      return NONE;
    },
  };
}

function movesOf(
  all: readonly { readonly slug: string; readonly formerly: readonly string[] }[],
  urlOf: (slug: string) => string,
): readonly MovedFolder[] {
  return all.flatMap(({ slug, formerly }) => formerly.map(old => ({ from: urlOf(old), to: urlOf(slug) })));
}

/** `/sujets/` and `/sujets/energie/`: one part or two tell what an address belongs to. */
function firstFolders(url: string): readonly string[] {
  const first = url.indexOf('/', 1);
  if (first === -1) return NONE;
  const second = url.indexOf('/', first + 1);
  return second === -1 ? [url.slice(0, first + 1)] : [url.slice(0, first + 1), url.slice(0, second + 1)];
}
