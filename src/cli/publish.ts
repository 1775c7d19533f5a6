// `npm run publish`: content in, the site that readers see out; on any machine, with nothing but what is kept beside the site.
import './code-cache.ts';
import './end-in-words.ts';
import { publishWords } from '../locale/publish-words.ts';
import { visible } from '../locale/quoting.ts';
import { siblingTarget } from '../store/sibling-target.ts';
import { readCommandLine, SHARED_OPTIONS, STATUS, sharedOptions, wrongUsage } from './command-line.ts';

const { values } = readCommandLine(
  'publish',
  {
    ...SHARED_OPTIONS,
    to: { type: 'string' },
    state: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    purge: { type: 'string' },
    'if-due': { type: 'boolean', default: false },
    verify: { type: 'boolean', default: false },
    'force-state': { type: 'boolean', default: false },
  },
  0,
);
const { to, state } = values;
if (to === undefined) wrongUsage('publish', publishWords.missingTarget);
const stateTarget = state ?? siblingTarget(to, '.state');
if (stateTarget === null) wrongUsage('publish', publishWords.stateNeeded);
if (stateTarget === to) wrongUsage('publish', publishWords.sameState);
// Imported here and not above: the code cache has to be on before the engine is loaded.
const { runPublish } = await import('./run-publish.ts');
const { status, changes } = await runPublish(sharedOptions('publish', values), {
  target: to,
  stateTarget,
  purge: values.purge ?? null,
  isRehearsal: values['dry-run'],
  ifDue: values['if-due'],
  verify: values.verify,
  forceState: values['force-state'],
});
if (values['dry-run'] && changes !== null) {
  for (const url of changes.put) console.log(`+ ${visible(url)}`);
  for (const url of changes.removed) console.log(`- ${visible(url)}`);
}
process.exitCode = status ?? STATUS.fine;
