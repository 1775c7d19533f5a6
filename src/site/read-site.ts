// The folder `_data/` to one checked `Site`, or to every problem of all its files.
import { type Checked, compareProblems, type Problem } from '../problem/problem.ts';
import { openDataFolder, readDataFile } from './data-file.ts';
import { dossiersSchema } from './dossiers-schema.ts';
import { mostReadSchema } from './most-read-schema.ts';
import { pollTotalsSchema } from './poll-totals-schema.ts';
import { pollsSchema } from './polls-schema.ts';
import { sectionsSchema } from './sections-schema.ts';
import type { Site } from './site.ts';
import { siteSchema } from './site-schema.ts';
import { topicsSchema } from './topics-schema.ts';
import { weatherSchema } from './weather-schema.ts';

/**
 * Reads the site's data. Files of other names are left alone: a site's owner may have data of their own there.
 * @param dataDir the data folder's path.
 * @returns the site, or all problems in the order of `compareProblems`, their `file` relative to the data folder.
 */
export function readSite(dataDir: string): Checked<Site> {
  const folder = openDataFolder(dataDir);
  if (folder === null) {
    return {
      ok: false,
      problems: [
        missing(
          'site.yaml',
          'Le dossier des données n’existe pas ou ne peut pas être ouvert ; créez-le, avec « site.yaml » et « sections.yaml ».',
        ),
      ],
    };
  }

  const site = readDataFile(folder, 'site', siteSchema);
  const sections = readDataFile(folder, 'sections', sectionsSchema);
  const topics = readDataFile(folder, 'topics', topicsSchema);
  const dossiers = readDataFile(folder, 'dossiers', dossiersSchema);
  // Without a readable site file its zone is unknown: any zone will do to look for the other mistakes.
  const timeZone = (site.ok && site.value?.timeZone) || 'UTC';
  const mostRead = readDataFile(folder, 'most-read', mostReadSchema(timeZone));
  const weather = readDataFile(folder, 'weather', weatherSchema(timeZone));
  const polls = readDataFile(folder, 'polls', pollsSchema(timeZone));
  const pollTotals = readDataFile(folder, 'poll-totals', pollTotalsSchema(timeZone));

  const files = [site, sections, topics, dossiers, mostRead, weather, polls, pollTotals];
  const problems: Problem[] = files.flatMap(file => (file.ok ? [] : file.problems));
  if (site.ok && site.value === null) {
    problems.push(
      missing(
        'site.yaml',
        'Ce fichier manque ; créez-le avec au moins « name », « description », « baseUrl » et « timeZone ».',
      ),
    );
  }
  if (sections.ok && sections.value === null) {
    problems.push(
      missing(
        'sections.yaml',
        'Ce fichier manque ; créez-le avec la liste des rubriques, chacune avec « slug » et « name ».',
      ),
    );
  }
  if (
    !(site.ok && sections.ok && topics.ok && dossiers.ok && mostRead.ok) ||
    !(weather.ok && polls.ok && pollTotals.ok) ||
    site.value === null ||
    sections.value === null
  ) {
    return { ok: false, problems: problems.sort(compareProblems) };
  }
  return {
    ok: true,
    value: {
      ...site.value,
      sections: sections.value,
      topics: topics.value ?? [],
      dossiers: dossiers.value ?? [],
      mostRead: mostRead.value,
      weather: weather.value,
      polls: polls.value ?? [],
      pollTotals: pollTotals.value,
    },
  };
}

function missing(file: string, message: string): Problem {
  return { file, line: 1, column: 1, rule: 'missing-file', message };
}
