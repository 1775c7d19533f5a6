// The commands that fill snapshots, as the site's settings ask for them, each in a process of its own: one that fails, or never ends, keeps nobody
// from publishing what there is.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { publishWords } from '../locale/publish-words.ts';
import type { SiteSettings } from '../site/read-site.ts';
import { STATUS } from './command-line.ts';

/** Longer than any of them waits for whom it asks, in ms. */
const PATIENCE = 5 * 60_000;

export interface Bringing {
  readonly dataDir: string;
  /** Where they write. */
  readonly stateTarget: string;
  readonly quiet: boolean;
}

/** What they say is on the terminal; what fails is told, and is all the same. */
export async function bringSnapshots(settings: SiteSettings, bringing: Bringing): Promise<void> {
  for (const command of commandsFor(settings)) {
    const status = await run(command, bringing);
    if (status !== STATUS.fine) console.error(publishWords.notBrought(command));
  }
}

/** A demonstration's clock stands still, and so does what is measured. */
function commandsFor({ clock, weatherCities }: SiteSettings): readonly 'weather'[] {
  return clock === null && weatherCities.length > 0 ? ['weather'] : [];
}

/** null: it was ended. */
async function run(command: string, { dataDir, stateTarget, quiet }: Bringing): Promise<number | null> {
  const words = ['--data', dataDir, '--snapshots', stateTarget];
  const child = spawn(process.execPath, [join(import.meta.dirname, `${command}.ts`), ...words], {
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    timeout: PATIENCE,
  });
  return await new Promise(resolve => {
    child.once('error', () => resolve(null));
    child.once('close', status => resolve(status));
  });
}
