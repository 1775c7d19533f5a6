// `npm run build`: content in, the portal on disk out.
import './end-in-words.ts';
import { BUILD_OPTIONS, buildCommandOptions, readCommandLine } from './command-line.ts';
import { printChanges } from './print-changes.ts';
import { snapshotsAsked } from './snapshots-asked.ts';

const { values } = readCommandLine(
  'build',
  {
    ...BUILD_OPTIONS,
    explain: { type: 'string' },
    changes: { type: 'boolean', default: false },
    verify: { type: 'boolean', default: false },
    swap: { type: 'boolean', default: false },
  },
  0,
);
const options = buildCommandOptions('build', values);
// Imported here and not above: the code cache has to be on before the engine is loaded.
const { beginWalk } = await import('../engine/begin-walk.ts');
const { openContent } = await import('../content/open-content.ts');
const { tellFetch } = await import('./tell-fetch.ts');
const walks = beginWalk({ ...options, contentDir: options.commit === null ? options.contentDir : null });
const source = openContent({ ...options, onFetch: tellFetch(options.quiet) });
const snapshots = await snapshotsAsked('build', values.snapshots);
const begun = {
  ...walks,
  source,
  ...(snapshots && { snapshots }),
};
if (values.explain === undefined) {
  const { runBuild } = await import('./run-build.ts');
  const { status, changes } = await runBuild('build', options, {
    ...begun,
    verify: values.verify,
    swap: values.swap,
  });
  if (values.changes && changes !== null) printChanges(changes);
  process.exitCode = status;
} else {
  const { explain } = await import('./explain.ts');
  const { engineOptions } = await import('./run-build.ts');
  process.exitCode = await explain({ ...engineOptions(options), ...begun }, values.explain);
}
await snapshots?.close();
