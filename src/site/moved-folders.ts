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
  /** The old folder that an address is below; null: it is below none. Letters are taken as they are. */
  oldFolder(url: string): MovedFolder | null;
  /** The address to which one below an old folder leads; null: it is below none. */
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
  const byOld = new Map(list.map(folder => [folder.from, folder]));
  const former = Map.groupBy(list, ({ to }) => to);
  const oldFolder = (url: string): MovedFolder | null => {
    if (list.length === 0) return null;
    for (const folder of firstFolders(url)) {
      const found = byOld.get(folder);
      if (found !== undefined) return found;
    }
    return null;
  };
  return {
    list,
    oldFolder,
    presentAddress(url) {
      const folder = oldFolder(url);
      return folder && folder.to + url.slice(folder.from.length);
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
