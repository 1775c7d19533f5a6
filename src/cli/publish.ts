// `npm run publish`: content in, the site that readers see out; on any machine, with nothing but what is kept beside the site.
import './code-cache.ts';
import './end-in-words.ts';
import { publishWords } from '../locale/publish-words.ts';
import { visible } from '../locale/quoting.ts';
import { siblingTarget } from '../store/sibling-target.ts';
import {
  commitAsked,
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
const preview = values.preview ?? null;
if (preview !== null && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(preview))
  wrongUsage('publish', publishWords.badPreview(preview));
if (values.remove && preview === null) wrongUsage('publish', publishWords.removeWithoutPreview);
const stateTarget = state ?? siblingTarget(to, '.state');
if (stateTarget === null) wrongUsage('publish', publishWords.stateNeeded);
if (stateTarget === to) wrongUsage('publish', publishWords.sameState);
// Imported here and not above: the code cache has to be on before the engine is loaded.
const { runPublish, takePreviewAway } = await import('./run-publish.ts');
const { openContent } = await import('../content/open-content.ts');
const options = sharedOptions('publish', values);
const commit = commitAsked('publish', values.from);
const place = { target: to, stateTarget, preview };
const { status, changes } = values.remove
  ? await takePreviewAway(options, place)
  : await runPublish(
      { ...options, source: openContent({ ...options, commit }) },
      {
        ...place,
        purge: values.purge ?? null,
        isRehearsal: values['dry-run'],
        ifDue: values['if-due'],
        verify: values.verify,
        forceState: values['force-state'],
      },
    );
if (values['dry-run'] && changes !== null) {
  for (const url of changes.put) console.log(`+ ${visible(url)}`);
  for (const url of changes.removed) console.log(`- ${visible(url)}`);
}
process.exitCode = status ?? STATUS.fine;
