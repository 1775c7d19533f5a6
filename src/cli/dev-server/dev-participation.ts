// The service of comments and votes beside the development server: its own small database, and the clock of the site.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readSiteData } from '../../engine/reading/read-content.ts';
import { SITE_RULES } from '../../pages/site-rules.ts';
import { linkAddress } from '../../participation/moderation-address.ts';
import { givePass } from '../../participation/moderation-pass.ts';
import { type RunningService, runService } from '../../participation/run-service.ts';
import { readSettings } from '../../participation/settings.ts';
import { openSqlite } from '../../participation/store/sqlite-database.ts';
import { openStore } from '../../participation/store/store.ts';
import type { Instant } from '../../time/instant.ts';

export interface DevParticipationOptions {
  /** As a browser here knows the site, its folder included. */
  readonly site: string;
  /** As it knows the service. */
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** Where its database is. */
  readonly dir: string;
  /** The instant that was asked for; null: that of the site's data, or the real one. */
  readonly now: Instant | null;
}

export interface DevParticipation extends RunningService {
  /** Opens the page of moderation, once. */
  readonly moderation: string;
  /** Where `npm run participation` finds what came. */
  readonly file: string;
}

/** Rejects when it can't listen. */
export async function startParticipation(options: DevParticipationOptions): Promise<DevParticipation> {
  const { site, origin, host, port, dataDir, dir } = options;
  await mkdir(dir, { recursive: true });
  const file = join(dir, 'participation.sqlite');
  const read = readSettings({
    PARTICIPATION_SITE: site,
    PARTICIPATION_URL: origin,
    PARTICIPATION_HOST: host,
    PARTICIPATION_PORT: String(port),
    PARTICIPATION_FILE: file,
    // What somebody may want to try.
    PARTICIPATION_WORK: process.env.PARTICIPATION_WORK,
    PARTICIPATION_WORDS: process.env.PARTICIPATION_WORDS,
  });
  if (!read.ok) throw new Error(read.mistakes.join('\n'));
  const data = readSiteData({ dataDir }, SITE_RULES);
  const began = Date.now();
  const start = options.now ?? (data.ok ? data.value.clock : null) ?? began;
  // A frozen clock would never end a limit: it goes on from where it stands.
  const now = (): Instant => start + Date.now() - began;
  const store = await openStore(openSqlite(file));
  try {
    const service = await runService(read.settings, store, now, () => {});
    return { ...service, file, moderation: linkAddress(origin, await givePass(store, 'link', now())) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
