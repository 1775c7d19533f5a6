// A mini-site with a copy of the project around it, as an owner has it who changes theme and code.
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type MiniSite, miniSite } from './mini-site.ts';

const ROOT = join(import.meta.dirname, '..');

/** The files of the project are below `dir` too: `src/theme/partials/card.njk`. */
export function ownProject(files: Readonly<Record<string, string>>): MiniSite {
  const site = miniSite(files);
  for (const name of ['src', 'package.json', '.eleventy.js'])
    cpSync(join(ROOT, name), join(site.dir, name), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(site.dir, 'node_modules'));
  return site;
}
