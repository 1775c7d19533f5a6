// Random edits of _data: settings and lists by the portal's owner, snapshots that are committed from outside.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import type fc from 'fast-check';
import { SITE_RULES } from '../../src/pages/site-rules.ts';
import { readSite } from '../../src/site/read-site.ts';
import type { MiniSite } from '../mini-site.ts';
import type { EditedArticles } from './article-edits.ts';
import { DATA_FIELDS, DATA_FILES, FIRST_DATA, SITE_GROUPS } from './data-fields.ts';
import { type FieldEdit, fieldEdits, withField } from './field-path.ts';

/** Files of which the newsroom's own programs write some every hour. */
const SNAPSHOTS = /^(?:mostRead|weather|polls|pollTotals|proof)\b/;

export const snapshotEdits: fc.Arbitrary<FieldEdit> = fieldEdits(fieldsOf(path => SNAPSHOTS.test(path)));

/** Settings, sections, topics, dossiers. */
export const settingEdits: fc.Arbitrary<FieldEdit> = fieldEdits(fieldsOf(path => !SNAPSHOTS.test(path)));

function fieldsOf(isWanted: (path: string) => boolean): Readonly<Record<string, fc.Arbitrary<unknown>>> {
  return Object.fromEntries(Object.entries(DATA_FIELDS).filter(([path]) => isWanted(path)));
}

type Data = Readonly<Record<string, unknown>>;

/** The data of a portal that is edited. */
export interface EditedData {
  /** An edit that the site's reader would refuse (a slug twice, days out of order) is taken back. */
  play(edit: FieldEdit): void;
  /** What `_data/site` says of the clock, as it is written there. */
  readonly clock: string | null;
}

export function editedData(site: MiniSite, articles: EditedArticles): EditedData {
  let data: Data = FIRST_DATA;
  const ofFiles = Object.entries(DATA_FILES).map(([name, { sample }]) => [name, sample]);
  const samples = { ...Object.fromEntries(ofFiles), ...SITE_GROUPS };

  save(site, data);
  assert.ok(isGood(site, data), 'the data before any edit are good');
  return {
    play(edit) {
      const value =
        edit.path === 'mostRead.addresses'
          ? [...new Set((edit.value as readonly number[]).map(articles.addressOf))]
          : edit.value;
      const before = data;
      data = withField(data, { ...edit, value }, samples);
      save(site, data);
      if (isGood(site, data)) return;
      data = before;
      save(site, data);
    },
    get clock() {
      return data.clock as string | null;
    },
  };
}

/** Portals of many tests begin with the same edits: what the site's reader says of the same data is the same. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 500;

/** What the site's reader says of the data, which are saved. */
function isGood(site: MiniSite, data: Data): boolean {
  const text = JSON.stringify(data);
  const known = judged.get(text);
  if (known !== undefined) return known;
  const { ok } = readSite(join(site.dir, '_data'), SITE_RULES);
  if (judged.size >= MOST_JUDGED) judged.clear();
  judged.set(text, ok);
  return ok;
}

/** Writes each file that changed, and removes those of which there is nothing to say. */
function save(site: MiniSite, data: Data): void {
  const settings = Object.entries(data).filter(([name]) => !(name in DATA_FILES));
  write(site, 'site.yaml', Object.fromEntries(settings));
  for (const [name, { file }] of Object.entries(DATA_FILES)) write(site, file, data[name]);
}

function write(site: MiniSite, name: string, data: unknown): void {
  const path = `_data/${name}`;
  if (data === null) {
    if (site.holds(path)) site.remove(path);
    return;
  }
  // JSON is YAML.
  const text = JSON.stringify(data);
  if (!site.holds(path) || site.read(path) !== text) site.editData(name, text);
}
