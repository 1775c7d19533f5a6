// `npm run purge -- cloudflare /chine/`: addresses are purged by hand, for what a publication could not purge.
import './end-in-words.ts';
import { purgeWords } from '../locale/purge-words.ts';
import { formatProblems } from '../problem/format-problems.ts';
import { CDNS } from '../purge/purger.ts';
import { purgerFrom } from '../purge/purger-from-environment.ts';
import { typedToUrl } from '../purge/reader-address.ts';
import { DEFAULT_FOLDERS, readCommandLine, STATUS, wrongUsage } from './command-line.ts';
import { purgeInWords } from './purge-in-words.ts';
import { REAL_PACE } from './real-pace.ts';
import { jsonText } from './terminal-text.ts';

const { values, positionals } = readCommandLine(
  'purge',
  {
    all: { type: 'boolean', default: false },
    data: { type: 'string', default: DEFAULT_FOLDERS.data },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  Number.POSITIVE_INFINITY,
);

const [cdn, ...typed] = positionals;
if (cdn === undefined) wrongUsage('purge', purgeWords.noCdn(CDNS));
if (typed.length === 0 && !values.all) wrongUsage('purge', purgeWords.nothingToPurge);
if (typed.length > 0 && values.all) wrongUsage('purge', purgeWords.allAndAddresses);

// Imported here and not above: the code cache has to be on before the engine is loaded.
const { readSiteData } = await import('../engine/reading/read-content.ts');
const { SITE_RULES } = await import('../pages/site-rules.ts');
const site = readSiteData({ dataDir: values.data }, SITE_RULES);
if (site.ok) process.exitCode = await purge(cdn, site.value.baseUrl);
else {
  console.error(formatProblems(site.problems));
  process.exitCode = STATUS.contentProblems;
}

/** Prints what became of it and gives the exit status. */
async function purge(cdn: string, baseUrl: string): Promise<number> {
  const made = purgerFrom({ cdn, environment: process.env, baseUrl, pace: REAL_PACE });
  if (!made.ok) wrongUsage('purge', made.mistakes.join('\n'));
  const outcome = await made.purger.purge(values.all ? 'all' : { urls: typed.map(urlWithin) });
  const { done, refused } = purgeInWords(outcome);
  for (const line of done) console.log(line);
  for (const line of refused) console.error(line);
  if (values.json) console.log(jsonText(outcome));
  return outcome.refusals.length === 0 ? STATUS.fine : STATUS.systemError;

  function urlWithin(address: string): string {
    return typedToUrl(address, baseUrl) ?? wrongUsage('purge', purgeWords.notOfSite(address, baseUrl));
  }
}
