// `npm run weather`: the weather of the portal's cities is asked for, and what came is written where builds read it.
import './end-in-words.ts';
import { weatherWords } from '../locale/weather-words.ts';
import { formatProblems } from '../problem/format-problems.ts';
import { beginningWith, dataPlace, snapshotFile } from '../snapshots/snapshot-place.ts';
import { DEFAULT_FOLDERS, readCommandLine, STATUS, wrongUsage } from './command-line.ts';
import { REAL_PACE } from './real-pace.ts';
import { snapshotsAsked } from './snapshots-asked.ts';
import { jsonText } from './terminal-text.ts';
import { weatherInWords } from './weather-in-words.ts';

/** Of one request, in ms. */
const TIME_LIMIT = 10_000;

const { values } = readCommandLine(
  'weather',
  {
    data: { type: 'string', default: DEFAULT_FOLDERS.data },
    snapshots: { type: 'string' },
    strict: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  0,
);

// Imported here and not above: the code cache has to be on before the engine is loaded.
const { readSiteSettings } = await import('../engine/reading/read-content.ts');
const { dataFileName, openDataFolder } = await import('../site/data-file.ts');
const { SITE_RULES } = await import('../pages/site-rules.ts');
const { momentOf } = await import('../time/moment.ts');
const { makeProvider } = await import('../weather/make-provider.ts');
const { takeWeather } = await import('../weather/take-weather.ts');

const settings = readSiteSettings(values.data, SITE_RULES);
if (settings.ok) process.exitCode = await weather(settings.value);
else {
  console.error(formatProblems(settings.problems));
  process.exitCode = STATUS.contentProblems;
}

/** Prints what became of it and gives the exit status. */
async function weather(site: Extract<typeof settings, { ok: true }>['value']): Promise<number> {
  const { weatherCities: cities, timeZone, style, clock } = site;
  if (clock !== null) return nothingToDo(weatherWords.stopped(momentOf(clock, timeZone, style).stamp));
  if (cities.length === 0) return nothingToDo(weatherWords.noCity);
  const there = dataFileName(openDataFolder(values.data)!, 'weather');
  const named = await snapshotsAsked('weather', values.snapshots);
  if (named === undefined && there !== undefined && there !== snapshotFile('weather'))
    wrongUsage('weather', weatherWords.otherForm(there));

  const ofData = dataPlace(values.data);
  const place = named === undefined ? ofData : beginningWith(ofData, named);
  const provider = makeProvider(site, process.env);
  const outcome = await takeWeather({
    cities,
    timeZone,
    provider,
    place,
    tools: { fetch, pace: REAL_PACE, timeLimit: TIME_LIMIT },
  }).finally(() => named?.close());
  const { done, failed } = weatherInWords(outcome, {
    place: place.place,
    source: provider.source.name,
    timeZone,
    style,
  });
  for (const line of done) console.log(line);
  for (const line of failed) console.error(line);
  if (values.json) console.log(jsonText(outcome));
  const hasFailed = outcome.cities.some(({ result }) => result === 'failed');
  return values.strict && hasFailed ? STATUS.systemError : STATUS.fine;
}

function nothingToDo(words: string): number {
  console.error(words);
  return values.strict ? STATUS.systemError : STATUS.fine;
}
