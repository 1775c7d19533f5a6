// What a publication changed, to those who asked to hear of it at once: search engines and hubs of feeds. They hear it from `pinger.ts`.
import type { RefusalReason } from '../purge/purger.ts';

/** Who is told, by the protocol. */
export type PingService = 'index-now' | 'web-sub';

/** What there is to tell; addresses are within the site. */
export interface ToTell {
  /** Of pages that search engines may show, and whose own matter changed or is gone. */
  readonly pages: readonly string[];
  /** Of feeds that changed. */
  readonly feeds: readonly string[];
}

/** Whom the site's settings name. */
export interface PingSettings {
  /** Without a final slash. */
  readonly baseUrl: string;
  /** See `Site`. */
  readonly indexNow: string | null;
  readonly hub: string | null;
}

export interface PingOutcome {
  readonly service: PingService;
  readonly told: readonly string[];
  readonly refusals: readonly {
    readonly reason: RefusalReason;
    /** In a few words of its own. */
    readonly detail: string;
    readonly urls: readonly string[];
  }[];
}

/** Those who are told, each with the addresses that are for them; nobody who would be told of none. */
export function pingsOf(
  { indexNow, hub }: Pick<PingSettings, 'indexNow' | 'hub'>,
  { pages, feeds }: ToTell,
): readonly { readonly service: PingService; readonly urls: readonly string[] }[] {
  return [
    ...(indexNow !== null && pages.length > 0 ? [{ service: 'index-now' as const, urls: pages }] : []),
    ...(hub !== null && feeds.length > 0 ? [{ service: 'web-sub' as const, urls: feeds }] : []),
  ];
}
