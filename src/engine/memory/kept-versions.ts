// Articles as they were published before a slip got into them: few, and none on most days.
import type { DatabaseSync } from 'node:sqlite';
import type { Article } from '../../article/article.ts';
import type { Entry } from '../../edition/entry.ts';
import { anyBucket } from './bucketed-table.ts';
import type { PartSource, TravellingTable } from './parts.ts';
import { openRows } from './row-table.ts';

/** All that a page and lists need of an article, without its file. */
export interface KeptVersion {
  readonly entry: Entry;
  readonly article: Article;
  /** As rendering made it, with addresses within the site. */
  readonly bodyHtml: string;
}

export interface KeptVersions {
  readonly table: TravellingTable;
  get(file: string): KeptVersion | undefined;
  files(): Iterable<string>;
  put(file: string, version: KeptVersion): void;
  drop(file: string): void;
  flush(): void;
}

export const KEPT = 'kept';

export function openKept(database: DatabaseSync, source: PartSource | null): KeptVersions {
  const table = openRows(database, KEPT, source);
  const versions = new Map<string, KeptVersion>();
  for (const [file, text] of table.all()) versions.set(file, JSON.parse(text) as KeptVersion);
  return {
    table,
    get: file => versions.get(file),
    files: () => [...versions.keys()],
    put(file, version) {
      table.put(anyBucket(file), file, JSON.stringify(version));
      versions.set(file, version);
    },
    drop(file) {
      if (versions.delete(file)) table.drop(anyBucket(file), file);
    },
    flush: () => table.flush(),
  };
}
