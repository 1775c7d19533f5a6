// `npm run clean`: the built site and the builds' memory are removed, and nothing that is not ours, nor what photographs took long to become.
import './end-in-words.ts';
import { cleanSite, ForeignCache } from '../engine/clean-site.ts';
import { ForeignOutput } from '../engine/output/output.ts';
import { cliWords } from '../locale/cli-words.ts';
import { DEFAULT_FOLDERS, overlaps, readCommandLine, wrongUsage } from './command-line.ts';

const { values } = readCommandLine(
  'clean',
  {
    output: { type: 'string', default: DEFAULT_FOLDERS.output },
    cache: { type: 'string', default: DEFAULT_FOLDERS.cache },
    photographs: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
  0,
);

for (const other of [DEFAULT_FOLDERS.content, DEFAULT_FOLDERS.data, '.'])
  if (overlaps(values.cache, other)) wrongUsage('clean', cliWords.usage.cacheOverlap(values.cache, other));

try {
  const { removed, foreign, kept } = cleanSite(values.output, values.cache, {
    photographs: values.photographs,
  });
  console.log(cliWords.cleaned(removed));
  if (kept !== null) console.log(cliWords.imagesKept(kept.folder, kept.images, kept.bytes));
  if (foreign.length > 0) console.log(cliWords.foreignFiles(values.output, foreign));
} catch (error) {
  if (error instanceof ForeignCache) wrongUsage('clean', cliWords.foreignCache(values.cache));
  if (!(error instanceof ForeignOutput)) throw error;
  wrongUsage('clean', cliWords.foreignFolder(values.output));
}
