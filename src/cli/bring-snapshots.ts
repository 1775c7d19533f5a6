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
  readonly cacheDir: string;
  /** Where they write. */
  readonly stateTarget: string;
  /** Of the server, in which readers are counted; or the service that counted them. Where neither is named, the settings' count. */
  readonly logs: readonly string[];
  readonly service: string | null;
  readonly quiet: boolean;
}

interface Filling {
  readonly command: 'weather' | 'votes' | 'most-read';
  readonly words: readonly string[];
}

/** What they say is on the terminal; what fails is told, and is all the same. */
export async function bringSnapshots(settings: SiteSettings, bringing: Bringing): Promise<void> {
  for (const { command, words } of fillings(settings, bringing)) {
    const status = await run(command, words, bringing.quiet);
    if (status !== STATUS.fine) console.error(publishWords.notBrought(command));
  }
}

function* fillings(
  { clock, weatherCities, participation, logs: usualLogs, mostReadService }: SiteSettings,
  { dataDir, cacheDir, stateTarget, logs, service, quiet }: Bringing,
): Generator<Filling, void> {
  const shared = ['--data', dataDir, '--snapshots', stateTarget];
  // A demonstration's clock stands still, and so do its weather and its votes.
  if (clock === null && weatherCities.length > 0) yield { command: 'weather', words: shared };
  if (clock === null && participation !== null) yield { command: 'votes', words: shared };
  if (logs.length === 0 && service === null && usualLogs.length === 0 && mostReadService === null) return;
  const counted = service !== null ? ['--service', service] : logs.length === 0 ? [] : ['--', ...logs];
  yield {
    command: 'most-read',
    words: [...shared, '--cache', cacheDir, ...(quiet ? ['--quiet'] : []), ...counted],
  };
}

/** null: it was ended. */
async function run(command: string, words: readonly string[], quiet: boolean): Promise<number | null> {
  const child = spawn(process.execPath, [join(import.meta.dirname, `${command}.ts`), ...words], {
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', 'inherit'],
    timeout: PATIENCE,
  });
  return await new Promise(resolve => {
    child.once('error', () => resolve(null));
    child.once('close', status => resolve(status));
  });
}
