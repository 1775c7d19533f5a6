// Settings and a database become a service that answers, tidies up, and can be stopped.
import { HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { LogLine } from './context.ts';
import { forgetVoters } from './forget-voters.ts';
import { serveService } from './serve.ts';
import { participationService } from './service.ts';
import type { Settings } from './settings.ts';
import { siteLists } from './site-lists.ts';
import type { Store } from './store/store.ts';

export interface RunningService {
  readonly port: number;
  /** Answers what was asked, and closes the database. */
  stop(): Promise<void>;
}

const TIDY_EACH = HOUR;

export async function runService(
  settings: Settings,
  store: Store,
  now: () => Instant,
  log: (line: LogLine) => void,
): Promise<RunningService> {
  const lists = siteLists(settings.listsFrom, now);
  const tidy = async (): Promise<void> => {
    try {
      await store.tidy(now());
      await forgetVoters(store, lists, now());
      log({ event: 'tidy' });
    } catch (error) {
      log({ event: 'failure', what: 'tidy', reason: (error as Error).name });
    }
  };
  await tidy();
  const served = await serveService(participationService({ settings, store, lists, now, log }), settings);
  const timer = setInterval(tidy, TIDY_EACH);
  log({ event: 'start', port: served.port });
  return {
    port: served.port,
    async stop() {
      clearInterval(timer);
      log({ event: 'stop' });
      await served.close();
      await store.close();
    },
  };
}
