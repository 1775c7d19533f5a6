// `npm run refresh`: what is published, with the latest snapshots and at this hour; the commit stays the one that was published.
import './end-in-words.ts';
import { mostReadWords } from '../locale/most-read-words.ts';
import { publishWords } from '../locale/publish-words.ts';
import { WrongTarget } from '../store/read-target.ts';
import { readCommandLine, SHARED_OPTIONS, STATUS, sharedOptions, wrongUsage } from './command-line.ts';
import { printChanges } from './print-changes.ts';
import { PLACE_OPTIONS, publishPlace } from './publish-place.ts';
import type { PublishEnd } from './run-publish.ts';

const { values } = readCommandLine(
  'refresh',
  {
    ...SHARED_OPTIONS,
    ...PLACE_OPTIONS,
    'dry-run': { type: 'boolean', default: false },
    purge: { type: 'string' },
    ping: { type: 'boolean', default: false },
    logs: { type: 'string', multiple: true },
    service: { type: 'string' },
  },
  0,
);
const { logs = [], service = null } = values;
if (service !== null && logs.length > 0) wrongUsage('refresh', mostReadWords.logsAndService);
const options = sharedOptions('refresh', values);
const place = publishPlace('refresh', values, options);
// Imported here and not above: the code cache has to be on before the engine is loaded.
const { runPublish } = await import('./run-publish.ts');
const { publishedContent } = await import('../engine/published-content.ts');
const { THEME_DIR } = await import('../engine/rendering/templates.ts');
const { bringSnapshots } = await import('./bring-snapshots.ts');
const { readSiteSettings } = await import('../engine/reading/read-content.ts');
const { SITE_RULES } = await import('../pages/site-rules.ts');
const { tellRetries } = await import('./tell-retries.ts');
const { tellFetch } = await import('./tell-fetch.ts');

/** As often as others publish another commit while this one waits for its turn. */
const MOST_ROUNDS = 5;

let isBrought = false;
let end = await refresh();
for (let round = 1; round < MOST_ROUNDS && end.isSuperseded; round++) end = await refresh();
const { status, changes } = end;
if (values['dry-run'] && !values.json && changes !== null) printChanges(changes);
process.exitCode = status;

async function refresh(): Promise<PublishEnd> {
  const published = await publishedContent({
    ...options,
    ...place,
    themeDir: THEME_DIR,
    onFetch: tellFetch(options.quiet),
    onRetry: tellRetries(),
  });
  if (published instanceof WrongTarget) wrongUsage('refresh', publishWords.wrongState(published.sentence));
  if (published.kind === 'nothing')
    wrongUsage('refresh', publishWords.nothingToRefresh(place.target, place.stateTarget));
  if (!isBrought && !values['dry-run']) await bring();
  if (published.kind === 'older') return nothingDone(publishWords.olderThanPublished);
  const { source, whyWhole, follows } = published;
  if (whyWhole !== null && !options.quiet) console.log(publishWords.refreshesWhole[whyWhole]);
  return runPublish(
    { ...options, source },
    {
      ...place,
      command: 'refresh',
      follows,
      preview: null,
      purge: values.purge ?? null,
      ping: values.ping,
      isRehearsal: values['dry-run'],
      ifDue: true,
      verify: false,
      forceState: false,
    },
  );
}

/** Once, and only into the state of a site that is there. What is wrong with settings a publication tells. */
async function bring(): Promise<void> {
  isBrought = true;
  const settings = readSiteSettings(options.dataDir, SITE_RULES);
  if (settings.ok) await bringSnapshots(settings.value, { ...options, ...place, logs, service });
}

function nothingDone(sentence: string): PublishEnd {
  if (!options.quiet) console.log(sentence);
  return { status: STATUS.fine, changes: null };
}
