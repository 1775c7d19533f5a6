// `npm run build`: content in, the portal on disk out.
import './code-cache.ts';
import { BUILD_OPTIONS, buildCommandOptions, readCommandLine } from './command-line.ts';

const { values } = readCommandLine('build', BUILD_OPTIONS, 0);
const options = buildCommandOptions('build', values);
// Imported here and not above: the code cache has to be on before the engine is loaded, and a large archive is walked
// over meanwhile.
const { hasLargeMemory } = await import('../engine/memory/memory-file.ts');
const { walkInThread } = await import('../engine/reading/walk-in-thread.ts');
const begun = hasLargeMemory(options.cacheDir) ? { walking: walkInThread(options.contentDir) } : {};
const { runBuild } = await import('./run-build.ts');
const { status } = await runBuild('build', options, begun);
process.exitCode = status;
