// A file of `_data` that one kind of page brings with it: declared beside the page, read and checked with all others.
import type { DataFile } from '../site/read-site.ts';
import type { Site } from '../site/site.ts';

export interface PageData<Value> {
  /** Without its ending: `agenda` for `_data/agenda.yaml`. */
  readonly name: string;
  /** For a portal whose dates without offset are in `timeZone`. */
  readonly file: (timeZone: string) => DataFile<Value>;
  /** What the file of a site says. */
  readonly of: (site: Site) => Value;
}

/** `schema` checks the file; `without` stands for it where it is not there. */
export function pageData<Value>(
  name: string,
  schema: (timeZone: string) => DataFile<Value>['schema'],
  without: Value,
): PageData<Value> {
  return {
    name,
    file: timeZone => ({ name, schema: schema(timeZone), without: { value: without } }),
    of: site => site.pageData[name] as Value,
  };
}
