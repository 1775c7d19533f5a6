// `npm run clean`: the built site and the builds' memory are removed, and nothing that is not ours.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ForeignFolder, folderIdentity } from '../engine/output/output-folder.ts';
import { cliWords } from '../locale/cli-words.ts';
import { DEFAULT_FOLDERS, readCommandLine, wrongUsage } from './command-line.ts';

const { values } = readCommandLine(
  'clean',
  {
    output: { type: 'string', default: DEFAULT_FOLDERS.output },
    cache: { type: 'string', default: DEFAULT_FOLDERS.cache },
    help: { type: 'boolean', default: false },
  },
  0,
);

const removed: string[] = [];
try {
  if (folderIdentity(values.output) !== null) {
    rmSync(values.output, { recursive: true });
    removed.push(values.output);
  }
} catch (error) {
  if (!(error instanceof ForeignFolder)) throw error;
  wrongUsage('clean', cliWords.foreignFolder(values.output));
}
// Of the cache only what builds put there: the folder may be somebody's who keeps more in it.
const ours = ['memory.sqlite', 'memory.sqlite-journal', 'eleventy', 'code', 'assets', 'images'];
for (const name of ours.map(name => join(values.cache, name)).filter(existsSync)) {
  rmSync(name, { recursive: true });
  removed.push(name);
}
if (existsSync(values.cache) && readdirSync(values.cache).length === 0)
  rmSync(values.cache, { recursive: true });
console.log(cliWords.cleaned(removed));
