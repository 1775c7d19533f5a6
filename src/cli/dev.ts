// `npm run dev`: the site served on this machine, built again and reloaded at each change.
import './code-cache.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { outputPath } from '../address/addresses.ts';
import { BUILD_OPTIONS, buildCommandOptions, readCommandLine, wrongUsage } from './command-line.ts';

const { values } = readCommandLine('dev', { ...BUILD_OPTIONS, port: { type: 'string', default: '8080' } }, 0);
const options = buildCommandOptions('dev', values);
const { cliWords } = await import('../locale/cli-words.ts');
if (!/^\d{1,5}$/.test(values.port) || Number(values.port) < 1 || Number(values.port) > 65_535) {
  wrongUsage('dev', cliWords.usage.badPort(values.port));
}

const { THEME_DIR } = await import('../engine/rendering/templates.ts');
const { imagesWhenAsked } = await import('../engine/images/images-when-asked.ts');
const { watchFolders } = await import('./watch-folders.ts');
const { startServer } = await import('./dev-server.ts');
const { runBuild } = await import('./run-build.ts');

const port = Number(values.port);
const forDevelopment = { images: 'when-asked', stylePage: true } as const;
let { files } = await runBuild('dev', options, forDevelopment);
const images = imagesWhenAsked(
  options,
  () => files,
  url => existsSync(join(options.outputDir, outputPath(url))),
);
const server = await startServer(options.outputDir, port, images, () =>
  wrongUsage('dev', cliWords.portTaken(port)),
);
console.log(cliWords.serving(`http://localhost:${port}/`));

let building = false;
let changedMeanwhile = false;
watchFolders([options.contentDir, options.dataDir, THEME_DIR], rebuild);

async function rebuild(): Promise<void> {
  changedMeanwhile = building;
  if (building) return;
  building = true;
  const { report, files: newFiles } = await runBuild('dev', options, forDevelopment);
  files = newFiles ?? files;
  building = false;
  if (report !== null && report.pages.written + report.pages.removed > 0) server.reload();
  if (changedMeanwhile) await rebuild();
}
