// The hosts that a site's owner may name: those for which the build, or `npm run host`, writes what they have to be told.

/** The values of `host` in `_data/site`; the first is that of a portal that says nothing. */
export const HOSTS = ['none', 'netlify', 'cloudflare', 'gitlab', 'nginx', 'caddy'] as const;

export type Host = (typeof HOSTS)[number];
