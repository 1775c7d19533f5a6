// What every network of caches is asked for, and what it answers: the addresses whose pages a publication changed are to be forgotten there.

/** As `--purge` takes them. */
export const CDNS = ['cloudflare', 'fastly', 'cloudfront', 'varnish', 'nginx', 'webhook'] as const;
export type Cdn = (typeof CDNS)[number];

/**
 * Addresses within the site as the engine knows them, `/chine/`: of what was put anew, of what is new (it may be kept as « not found ») and of what was
 * removed; files with a hash in their name never change. Or all that the site ever had.
 */
export type ToPurge = { readonly urls: readonly string[] } | 'all';

/** Why something was not purged, after all tries. */
export type RefusalReason =
  /** No credentials, wrong ones, or such as may not purge. */
  | 'credentials'
  /** It knows no such zone, service, distribution, host or address of a hook. */
  | 'unknown-zone'
  /** More than it takes in one request, or in this time. */
  | 'limit'
  /** It does not answer, not in time, or with a failure of its own. */
  | 'unreachable'
  /** The time that one purge may take was over before it was asked. */
  | 'late'
  /** It has no way to do this. */
  | 'not-offered'
  | 'other';

export interface Refusal {
  readonly reason: RefusalReason;
  /** What it said, in a few words of its own and without secrets. */
  readonly detail: string;
  /** Addresses within the site; none where all of it was to be purged. */
  readonly urls: readonly string[];
}

/** @typeParam Name of whoever was told: a network of caches, or another service that hears of addresses (`ping`). */
export interface PurgeOutcome<Name extends string = Cdn> {
  readonly cdn: Name;
  /**
   * `site`: the site was purged as one, since that was asked for or since the addresses were many. `folders`: they were many, and most of them in some
   * folders, which were purged with all that is in them.
   */
  readonly scope: 'addresses' | 'folders' | 'site';
  /** Within the site, with a slash at the end. */
  readonly folders: readonly string[];
  /** Of the addresses that were to be purged, those that are; every other one is in one refusal. */
  readonly purged: readonly string[];
  readonly refusals: readonly Refusal[];
}

export interface Purger<Name extends string = Cdn> {
  readonly cdn: Name;
  /** Never throws: what went wrong is in the outcome, as what was published stands in any case. */
  purge(toPurge: ToPurge): Promise<PurgeOutcome<Name>>;
}

/** The answer to one request. */
export type Answer =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: RefusalReason;
      readonly detail: string;
      /** Whether the same request may succeed later. */
      readonly again: boolean;
      /** In ms: it was said to come back no sooner. */
      readonly notBefore?: number;
      /** Where only these addresses of the request were refused. */
      readonly only?: readonly string[];
    };
