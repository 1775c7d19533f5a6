// `npm run check`: every problem of the content, the articles that readers do not have, and every file that no article or page uses.
// It writes nothing.
import './end-in-words.ts';
import type { ContentCheck } from '../engine/check-content.ts';
import { BUILD_OPTIONS, buildCommandOptions, readCommandLine, STATUS } from './command-line.ts';
import { snapshotsAsked } from './snapshots-asked.ts';

const { values } = readCommandLine('check', BUILD_OPTIONS, 0);
const options = buildCommandOptions('check', values);
const { checkContent } = await import('../engine/check-content.ts');
const { THEME_DIR } = await import('../engine/rendering/templates.ts');
const { articleWords } = await import('../locale/article-words.ts');
const { cliWords } = await import('../locale/cli-words.ts');
const { formatProblems, formatWarnings } = await import('../problem/format-problems.ts');
const { jsonText } = await import('./terminal-text.ts');
const { progressDisplay } = await import('./progress.ts');
const { tellFetch } = await import('./tell-fetch.ts');
const { openContent } = await import('../content/open-content.ts');

const snapshots = await snapshotsAsked('check', values.snapshots);
const progress = progressDisplay(options);
const check = await checkContent({
  ...options,
  source: openContent({ ...options, onFetch: tellFetch(options.quiet) }),
  ...(snapshots && { snapshots }),
  themeDir: THEME_DIR,
  wallClock: Date.now(),
  onProgress: progress.show,
});
progress.end();
await snapshots?.close();
if (options.json) console.log(jsonText(inJson(check), 2));
else print(check, options.quiet);
process.exitCode = check.problems.length > 0 ? STATUS.contentProblems : STATUS.fine;

function print(found: ContentCheck, isQuiet: boolean): void {
  const {
    articles,
    counts,
    absent,
    problems,
    warnings,
    unusedMedia,
    aliasesForHost,
    beyondHost,
    lostAddresses,
  } = found;
  if (problems.length > 0) console.error(`${formatProblems(problems)}\n${cliWords.found(problems.length)}`);
  else if (!isQuiet) console.log(cliWords.noProblem(articles));
  if (warnings.length > 0) console.error(formatWarnings(warnings));
  if (isQuiet) return;
  if (articles > 0) console.log(articleWords.counted(counts, firstStamp(absent)));
  if (absent.length > 0) console.log(articleWords.absent(absent));
  if (articles > 0 && lostAddresses === null) console.log(cliWords.nothingToCompare(options.cacheDir));
  // Not a problem: a photograph may wait for its article.
  if (unusedMedia.length > 0) console.log(cliWords.unusedMedia(unusedMedia));
  // Nor this: the site is right, and the host has something to do.
  if (aliasesForHost.length > 0) console.log(cliWords.aliasesForHost(aliasesForHost));
  if (beyondHost !== null) console.log(cliWords.beyondHost(beyondHost));
}

/** The list begins with the next scheduled article, if there is one. */
function firstStamp([first]: ContentCheck['absent']): string | null {
  return first?.absence === 'scheduled' ? first.at!.stamp : null;
}

function inJson(found: ContentCheck) {
  const { problems, warnings, counts, absent, unusedMedia, aliasesForHost, beyondHost, lostAddresses } =
    found;
  return {
    problems,
    warnings,
    articles: counts,
    absent: absent.map(({ file, absence, at }) => ({ file, absence, at: at?.iso ?? null })),
    unused: unusedMedia,
    aliasesForHost,
    beyondHost,
    lostAddresses,
  };
}
