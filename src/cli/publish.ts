// `npm run publish`: content in, the site that readers see out; on any machine, with nothing but what is kept beside the site.
import './end-in-words.ts';
import { publishWords } from '../locale/publish-words.ts';
import { commitAsked, readCommandLine, SHARED_OPTIONS, sharedOptions, wrongUsage } from './command-line.ts';
import { printChanges } from './print-changes.ts';
import { PLACE_OPTIONS, publishPlace } from './publish-place.ts';

const { values } = readCommandLine(
  'publish',
  {
    ...SHARED_OPTIONS,
    from: { type: 'string' },
    ...PLACE_OPTIONS,
    'dry-run': { type: 'boolean', default: false },
    purge: { type: 'string' },
    ping: { type: 'boolean', default: false },
    preview: { type: 'string' },
    remove: { type: 'boolean', default: false },
    'if-due': { type: 'boolean', default: false },
    verify: { type: 'boolean', default: false },
    'force-state': { type: 'boolean', default: false },
  },
  0,
);
/** What only concerns the published site, which a preview leaves as it is. */
const OF_THE_SITE_ALONE = ['if-due', 'verify', 'force-state', 'purge'] as const;

const preview = values.preview ?? null;
if (preview !== null && !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(preview))
  wrongUsage('publish', publishWords.badPreview(preview));
if (values.remove && preview === null) wrongUsage('publish', publishWords.removeWithoutPreview);
for (const name of OF_THE_SITE_ALONE)
  if (preview !== null && values[name]) wrongUsage('publish', publishWords.notOfPreview(`--${name}`));
const options = sharedOptions('publish', values);
const to = publishPlace('publish', values, options);
// Imported here and not above: the code cache has to be on before the engine is loaded.
const { runPublish, takePreviewAway } = await import('./run-publish.ts');
const { openContent } = await import('../content/open-content.ts');
const { tellFetch } = await import('./tell-fetch.ts');
const commit = commitAsked('publish', values.from);
const place = { ...to, preview };
const { status, changes } = values.remove
  ? await takePreviewAway(options, place, values['dry-run'])
  : await runPublish(
      { ...options, source: openContent({ ...options, commit, onFetch: tellFetch(options.quiet) }) },
      {
        ...place,
        command: 'publish',
        purge: values.purge ?? null,
        ping: values.ping,
        isRehearsal: values['dry-run'],
        ifDue: values['if-due'],
        verify: values.verify,
        forceState: values['force-state'],
      },
    );
// With JSON they are in its line, which is the last one.
if (values['dry-run'] && !values.json && changes !== null) printChanges(changes);
process.exitCode = status;
