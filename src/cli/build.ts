// `npm run build`: content in, the portal on disk out.
import './code-cache.ts';
import { BUILD_OPTIONS, buildCommandOptions, readCommandLine } from './command-line.ts';

const { values } = readCommandLine('build', BUILD_OPTIONS, 0);
const options = buildCommandOptions('build', values);
// Imported here and not above: the code cache has to be on before the engine is loaded.
const { beginWalk } = await import('../engine/begin-walk.ts');
const begun = beginWalk(options);
const { runBuild } = await import('./run-build.ts');
const { status } = await runBuild('build', options, begun);
process.exitCode = status;
