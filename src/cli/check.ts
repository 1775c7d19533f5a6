// `npm run check`: every problem of the content, and every file that no article or page uses. It writes nothing.
import './code-cache.ts';
import './end-in-words.ts';
import { BUILD_OPTIONS, buildCommandOptions, readCommandLine, STATUS } from './command-line.ts';

const { values } = readCommandLine('check', BUILD_OPTIONS, 0);
const options = buildCommandOptions('check', values);
const { checkContent } = await import('../engine/check-content.ts');
const { THEME_DIR } = await import('../engine/rendering/templates.ts');
const { cliWords } = await import('../locale/cli-words.ts');
const { formatProblems, formatWarnings } = await import('../problem/format-problems.ts');
const { jsonText } = await import('./terminal-text.ts');
const { progressDisplay } = await import('./progress.ts');

const progress = progressDisplay(options);
const { articles, problems, warnings, unusedMedia, aliasesForHost } = await checkContent({
  ...options,
  themeDir: THEME_DIR,
  wallClock: Date.now(),
  onProgress: progress.show,
});
progress.end();
if (options.json) console.log(jsonText({ problems, warnings, unused: unusedMedia, aliasesForHost }, 2));
else if (problems.length > 0)
  console.error(`${formatProblems(problems)}\n${cliWords.found(problems.length)}`);
else if (!options.quiet) console.log(cliWords.noProblem(articles));
if (warnings.length > 0 && !options.json) console.error(formatWarnings(warnings));
// Not a problem: a photograph may wait for its article.
if (unusedMedia.length > 0 && !options.json && !options.quiet) console.log(cliWords.unusedMedia(unusedMedia));
// Nor this: the site is right, and the host has something to do.
if (aliasesForHost.length > 0 && !options.json && !options.quiet)
  console.log(cliWords.aliasesForHost(aliasesForHost));
process.exitCode = problems.length > 0 ? STATUS.contentProblems : STATUS.fine;
