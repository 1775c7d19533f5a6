// The folder `_data/` to one checked `Site`, or to every problem of all its files.
import type { z } from 'zod';
import { siteFolder, typedFolder } from '../address/site-place.ts';
import { atHand } from '../cache/at-hand.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import { type Checked, compareProblems, type Problem } from '../problem/problem.ts';
import { wholeFile } from '../problem/whole-file.ts';
import { authorsSchema } from './authors-schema.ts';
import { type DataFolder, openDataFolder, readDataFile } from './data-file.ts';
import { findDataProblems } from './data-names.ts';
import { dossiersSchema } from './dossiers-schema.ts';
import { problemsInData } from './locate-in-data.ts';
import { fileMeantFor, findMisnamed } from './misnamed-data.ts';
import { mostReadSchema } from './most-read-schema.ts';
import { findUnknownPartTopics } from './part-topics.ts';
import { pollsSchema } from './polls-schema.ts';
import { sectionsSchema } from './sections-schema.ts';
import type { Site } from './site.ts';
import { SETTING_GUESSES, siteSchema } from './site-schema.ts';
import { snapshotSchemas } from './snapshot-schemas.ts';
import { topicsSchema } from './topics-schema.ts';

/** What pages and furniture ask of the data, which is read before them. */
export interface SiteRules {
  /** First parts of addresses that no section can take. */
  readonly reserved: ReadonlySet<string>;
  /** The names of all blocks of the furniture, in the order in which a site shows them that says nothing else. */
  readonly furniture: readonly string[];
  /** The files that kinds of page bring with them, for a portal whose dates without offset are in `timeZone`. */
  readonly pageData: (timeZone: string) => readonly DataFile<unknown>[];
}

/** What a file of `_data` says besides `site`: its schema, and what stands for it where it is not there. */
export interface DataFile<Value> {
  /** Without its ending: `most-read`. */
  readonly name: string;
  readonly schema: z.ZodType<Value>;
  /** Or what to do then. */
  readonly without: { readonly value: Value } | { readonly problem: string };
}

function optional<Value, Without extends Value>(
  name: string,
  schema: z.ZodType<Value>,
  value: Without,
): DataFile<Value> {
  return { name, schema, without: { value } };
}

type DataFiles = {
  readonly [Name in Exclude<keyof Site, keyof z.infer<SiteSchema> | OfSeveralFiles>]: DataFile<Site[Name]>;
};
type OtherData = Omit<Site, keyof z.infer<SiteSchema> | OfSeveralFiles>;
type OfSeveralFiles = 'pageData' | 'typedFolder' | 'snapshotTurns';
type SiteSchema = ReturnType<typeof siteSchema>;

/** What `site` says and other files are read by. */
interface Setting {
  readonly timeZone: string;
  /** Of the site on its host, or ''. */
  readonly folder: string;
}

/** Any will do to look for mistakes, and to list names. */
const SOME_SETTING: Setting = { timeZone: 'UTC', folder: '' };

/** What `site` says. */
export type SiteSettings = z.infer<SiteSchema>;

const NO_FOLDER: Checked<never> = {
  ok: false,
  problems: [
    wholeFile(
      'site.yaml',
      'missing-file',
      'Le dossier des données n’existe pas ou ne peut pas être ouvert\u202f; créez-le, avec «\u00a0site.yaml\u00a0» et «\u00a0sections.yaml\u00a0».',
    ),
  ],
};

const NOTHING_RESERVED: Pick<SiteRules, 'reserved'> = { reserved: new Set() };

/** Schemas take longer to make than most files to read. */
const filesByRules = new WeakMap<SiteRules['reserved'], (setting: string) => DataFiles>();

/** Of a portal's own setting and of any: as many as a build asks for. */
const SETTINGS_AT_HAND = 2;

/** Every file of `_data` that the engine reads, but `site`. */
function dataFiles(setting: Setting, { reserved }: Pick<SiteRules, 'reserved'>): DataFiles {
  let known = filesByRules.get(reserved);
  if (known === undefined) {
    known = atHand(key => makeDataFiles(JSON.parse(key) as Setting, reserved), SETTINGS_AT_HAND);
    filesByRules.set(reserved, known);
  }
  return known(JSON.stringify(setting));
}

function makeDataFiles({ timeZone, folder }: Setting, reserved: SiteRules['reserved']): DataFiles {
  const { mostRead, weather, pollTotals, proof } = snapshotSchemas(timeZone, folder);
  return {
    sections: {
      name: 'sections',
      schema: sectionsSchema(reserved),
      without: {
        problem:
          'créez-le avec la liste des rubriques, chacune avec «\u00a0slug\u00a0» et «\u00a0name\u00a0».',
      },
    },
    topics: optional('topics', topicsSchema, []),
    dossiers: optional('dossiers', dossiersSchema, []),
    authors: optional('authors', authorsSchema, []),
    mostRead: optional('most-read', mostRead.nullable(), null),
    weather: optional('weather', weather.nullable(), null),
    polls: optional('polls', pollsSchema(timeZone), []),
    pollTotals: optional('poll-totals', pollTotals.nullable(), null),
    proof: optional('proof', proof.nullable(), null),
  };
}

/**
 * The names, without their endings, of the files of `_data` that the engine reads itself. Files of other names are left to a
 * site's owner, who may have data of their own there.
 */
export function ownDataNames(rules: SiteRules): readonly string[] {
  const files = [...Object.values(dataFiles(SOME_SETTING, rules)), ...rules.pageData(SOME_SETTING.timeZone)];
  return ['site', ...files.map(({ name }) => name)];
}

/**
 * Reads the site's data.
 * @param dataDir the data folder's path.
 * @param hasPage whether there is an editorial page of that name.
 * @returns the site, or all problems in the order of `compareProblems`, their `file` relative to the data folder.
 */
export function readSite(
  dataDir: string,
  rules: SiteRules,
  hasPage: (slug: string) => boolean = () => false,
): Checked<Site> {
  const folder = openDataFolder(dataDir);
  if (folder === null) {
    return NO_FOLDER;
  }

  const missing = (name: string, advice: string): string =>
    problemMessages.missingData(advice, fileMeantFor(name, ownDataNames(rules), folder.names));
  const settings = settingsIn(folder, rules);
  const problems: Problem[] = settings.ok ? [] : [...settings.problems];
  const setting = settings.ok ? settingOf(settings.value) : SOME_SETTING;
  const values: Record<string, unknown> = {};
  for (const [name, file] of Object.entries(dataFiles(setting, rules))) {
    const read = readOrDefault(folder, file, missing);
    if (read.ok) values[name] = read.value;
    else problems.push(...read.problems);
  }
  const pageData: Record<string, unknown> = {};
  for (const file of rules.pageData(setting.timeZone)) {
    const read = readOrDefault(folder, file, missing);
    if (read.ok) pageData[file.name] = read.value;
    else problems.push(...read.problems);
  }
  problems.push(...findDataProblems(dataDir, new Set(ownDataNames(rules))));
  if (!settings.ok || problems.length > 0) return { ok: false, problems: problems.sort(compareProblems) };
  const { baseUrl } = settings.value;
  const others = values as unknown as OtherData;
  const unknownTopics = problemsInData(dataDir, 'dossiers', findUnknownPartTopics(others));
  if (unknownTopics.length > 0) return { ok: false, problems: [...unknownTopics].sort(compareProblems) };
  const isTaken = (name: string): boolean =>
    rules.reserved.has(name) || others.sections.some(({ slug }) => slug === name) || hasPage(name);
  return {
    ok: true,
    value: {
      ...settings.value,
      typedFolder: typedFolder(baseUrl, isTaken),
      ...others,
      pageData,
      snapshotTurns: [],
    },
  };
}

const settingsByBlocks = new WeakMap<SiteRules['furniture'], SiteSchema>();

function settingsSchema({ furniture }: SiteRules): SiteSchema {
  const schema = settingsByBlocks.get(furniture) ?? siteSchema(furniture);
  settingsByBlocks.set(furniture, schema);
  return schema;
}

function settingOf({ timeZone, baseUrl }: z.infer<SiteSchema>): Setting {
  return { timeZone, folder: siteFolder(baseUrl) };
}

/**
 * Files that are probably meant for others that are missing, as warnings; their file is relative to the data folder.
 * @param site as it was read from that folder.
 */
export function findMisnamedData(dataDir: string, { pageData }: Pick<Site, 'pageData'>): readonly Problem[] {
  const names = Object.values(dataFiles(SOME_SETTING, NOTHING_RESERVED)).map(({ name }) => name);
  return findMisnamed(['site', ...names, ...Object.keys(pageData)], openDataFolder(dataDir)?.names ?? []);
}

/** The addresses of `most-read` of which `isOfArticle` is false, each as a problem, its file relative to the data folder. */
export function findOtherAddresses(
  dataDir: string,
  { timeZone, baseUrl }: Pick<Site, 'timeZone' | 'baseUrl'>,
  isOfArticle: (address: string) => boolean,
): readonly Problem[] {
  const folder = openDataFolder(dataDir);
  const schema = mostReadSchema(timeZone, siteFolder(baseUrl), isOfArticle).nullable();
  const read = folder && readDataFile(folder, 'most-read', schema);
  return read === null || read.ok ? [] : read.problems;
}

/** The zone (IANA name) of a site whose other data may be faulty; null: `site` itself is. */
export function readTimeZone(dataDir: string, rules: SiteRules): string | null {
  const settings = readSettings(dataDir, rules);
  return settings.ok ? settings.value.timeZone : null;
}

/** What `site` says, of a portal whose other data may be faulty; problems as those of `readSite`. */
export function readSettings(dataDir: string, rules: SiteRules): Checked<SiteSettings> {
  const folder = openDataFolder(dataDir);
  return folder === null ? NO_FOLDER : settingsIn(folder, rules);
}

function settingsIn(folder: DataFolder, rules: SiteRules): Checked<SiteSettings> {
  const read = readDataFile(folder, 'site', settingsSchema(rules), SETTING_GUESSES);
  if (!read.ok) return read;
  if (read.value !== null) return { ok: true, value: read.value };
  const advice =
    'créez-le avec au moins «\u00a0name\u00a0», «\u00a0description\u00a0», «\u00a0baseUrl\u00a0» et «\u00a0timeZone\u00a0».';
  const other = fileMeantFor('site', ownDataNames(rules), folder.names);
  const message = problemMessages.missingData(advice, other);
  return { ok: false, problems: [wholeFile('site.yaml', 'missing-file', message)] };
}

function readOrDefault(
  folder: DataFolder,
  { name, schema, without }: DataFile<unknown>,
  missing: (name: string, advice: string) => string,
): Checked<unknown> {
  const read = readDataFile(folder, name, schema);
  if (!read.ok || read.value !== null) return read;
  if ('value' in without) return { ok: true, value: without.value };
  return { ok: false, problems: [wholeFile(`${name}.yaml`, 'missing-file', missing(name, without.problem))] };
}
