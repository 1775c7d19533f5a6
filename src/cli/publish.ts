// `npm run publish`: content in, the site that readers see out; on any machine, with nothing but what is kept beside the site.
import './code-cache.ts';
import './end-in-words.ts';
import { publishWords } from '../locale/publish-words.ts';
import { visible } from '../locale/quoting.ts';
import { targetsOverlap } from '../store/overlapping-targets.ts';
import { readTarget, WrongTarget } from '../store/read-target.ts';
import { siblingTarget } from '../store/sibling-target.ts';
import {
  commitAsked,
  overlaps,
  readCommandLine,
  SHARED_OPTIONS,
  STATUS,
  sharedOptions,
  wrongUsage,
} from './command-line.ts';

const { values } = readCommandLine(
  'publish',
  {
    ...SHARED_OPTIONS,
    from: { type: 'string' },
    to: { type: 'string' },
    state: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    purge: { type: 'string' },
    preview: { type: 'string' },
    remove: { type: 'boolean', default: false },
    'if-due': { type: 'boolean', default: false },
    verify: { type: 'boolean', default: false },
    'force-state': { type: 'boolean', default: false },
  },
  0,
);
const { to, state } = values;
if (to === undefined) wrongUsage('publish', publishWords.missingTarget);
const target = readTarget(to);
if (target instanceof WrongTarget) wrongUsage('publish', target.sentence);
const preview = values.preview ?? null;
if (preview !== null && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(preview))
  wrongUsage('publish', publishWords.badPreview(preview));
if (values.remove && preview === null) wrongUsage('publish', publishWords.removeWithoutPreview);
const stateTarget = state ?? siblingTarget(to, '.state');
if (stateTarget === null) wrongUsage('publish', publishWords.stateNeeded);
const statePlace = readTarget(stateTarget);
if (statePlace instanceof WrongTarget) wrongUsage('publish', publishWords.wrongState(statePlace.sentence));
if (targetsOverlap(stateTarget, to)) wrongUsage('publish', publishWords.sameState);
const options = sharedOptions('publish', values);
for (const place of [target, statePlace])
  for (const other of [options.contentDir, options.dataDir, options.cacheDir])
    if (place.kind === 'folder' && overlaps(place.path, other))
      wrongUsage('publish', publishWords.overlap(place.place, other));
// Imported here and not above: the code cache has to be on before the engine is loaded.
const { runPublish, takePreviewAway } = await import('./run-publish.ts');
const { openContent } = await import('../content/open-content.ts');
const { tellFetch } = await import('./tell-fetch.ts');
const commit = commitAsked('publish', values.from);
const place = { target: to, stateTarget, preview };
const { status, changes } = values.remove
  ? await takePreviewAway(options, place)
  : await runPublish(
      { ...options, source: openContent({ ...options, commit, onFetch: tellFetch(options.quiet) }) },
      {
        ...place,
        purge: values.purge ?? null,
        isRehearsal: values['dry-run'],
        ifDue: values['if-due'],
        verify: values.verify,
        forceState: values['force-state'],
      },
    );
// With JSON they are in its line, which is the last one.
if (values['dry-run'] && !values.json && changes !== null) {
  for (const url of changes.put) console.log(`+ ${visible(url)}`);
  for (const url of changes.removed) console.log(`- ${visible(url)}`);
}
process.exitCode = status ?? STATUS.fine;
