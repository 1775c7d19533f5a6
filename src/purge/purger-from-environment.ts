// The name of a network of caches and the environment become a purger, or sentences that say what is missing. Secrets come from nowhere else.
import type { Pace } from '../asking/pace.ts';
import { censor } from '../asking/without-secrets.ts';
import { purgeWords } from '../locale/purge-words.ts';
import { cloudflare } from './cloudflare.ts';
import { cloudfront } from './cloudfront.ts';
import { type Exchange, exchange } from './exchange.ts';
import { fastly } from './fastly.ts';
import { httpPurge } from './http-purge.ts';
import type { Surroundings } from './make-purger.ts';
import { CDNS, type Cdn, type Purger } from './purger.ts';
import { webhook } from './webhook.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface PurgerSetting {
  /** As it was typed. */
  readonly cdn: string;
  readonly environment: Environment;
  /** The site's address without a final slash. */
  readonly baseUrl: string;
  readonly pace: Pace;
  /** How requests are made, but those to CloudFront; ours unless a test has others. */
  readonly exchange?: Exchange;
}

export type PurgerOrMistakes =
  | { readonly ok: true; readonly purger: Purger }
  /** French sentences, which quote no value of a variable. */
  | { readonly ok: false; readonly mistakes: readonly string[] };

/** Every variable whose value is told to nobody but the network that it is for. */
const SECRETS = [
  'CLOUDFLARE_API_TOKEN',
  'FASTLY_API_TOKEN',
  'PURGE_TOKEN',
  'PURGE_WEBHOOK_URL',
  'PURGE_WEBHOOK_SECRET',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
] as const;

/** Reads nothing but its arguments; only CloudFront's credentials are found by its own client, when something is purged. */
export function purgerFrom({
  cdn,
  environment,
  baseUrl,
  pace,
  exchange: ask = exchange,
}: PurgerSetting): PurgerOrMistakes {
  const known = CDNS.find(name => name === cdn);
  if (known === undefined) return { ok: false, mistakes: [purgeWords.unknownCdn(cdn, CDNS)] };
  const clean = censor(secretsIn(environment));
  const variables = new Variables(known, environment);
  const purger = MAKERS[known](variables, { baseUrl, exchange: ask, clean, pace });
  return purger === null || variables.mistakes.length > 0
    ? { ok: false, mistakes: variables.mistakes }
    : { ok: true, purger };
}

/** A server may quote a part: a key without what marks it as one, or the path of a hook, which is often all that keeps others out. */
function secretsIn(environment: Environment): readonly string[] {
  const values = SECRETS.map(name => valueIn(environment, name)).filter(value => value !== null);
  return values.flatMap(value => {
    const { pathname, search } = URL.canParse(value) ? new URL(value) : { pathname: '', search: '' };
    const longParts = `${pathname}${search}`.split(/[/?&=]/).filter(({ length }) => length >= 8);
    return [value, value.replace(/^whsec_/, ''), ...longParts];
  });
}

type Maker = (variables: Variables, surroundings: Surroundings) => Purger | null;

const MAKERS: Readonly<Record<Cdn, Maker>> = {
  cloudflare(variables, surroundings) {
    const zone = variables.required('CLOUDFLARE_ZONE_ID');
    const token = variables.required('CLOUDFLARE_API_TOKEN');
    const api = variables.server('CLOUDFLARE_API_BASE_URL', 'https://api.cloudflare.com/client/v4');
    if (zone === null || token === null || api === null) return null;
    return cloudflare({ zone, token, api }, surroundings);
  },
  fastly(variables, surroundings) {
    const token = variables.required('FASTLY_API_TOKEN');
    const service = variables.optional('FASTLY_SERVICE_ID');
    const api = variables.server('FASTLY_API_ENDPOINT', 'https://api.fastly.com');
    if (token === null || api === null) return null;
    return fastly({ token, service, api }, surroundings);
  },
  cloudfront(variables, surroundings) {
    const distribution = variables.required('CLOUDFRONT_DISTRIBUTION_ID');
    const mostPaths = variables.count('CLOUDFRONT_MOST_PATHS', 100);
    if (distribution === null || mostPaths === null) return null;
    return cloudfront({ distribution, mostPaths }, surroundings);
  },
  varnish: (variables, surroundings) => ownCaches('varnish', variables, surroundings),
  nginx: (variables, surroundings) => ownCaches('nginx', variables, surroundings),
  webhook(variables, surroundings) {
    const hook = variables.hook('PURGE_WEBHOOK_URL');
    const key = variables.key('PURGE_WEBHOOK_SECRET');
    return hook === null || key === null ? null : webhook({ hook, key }, surroundings);
  },
};

function ownCaches(
  cdn: 'varnish' | 'nginx',
  variables: Variables,
  surroundings: Surroundings,
): Purger | null {
  const caches = variables.caches('PURGE_URLS');
  const token = variables.optional('PURGE_TOKEN');
  return caches && httpPurge({ cdn, caches, token }, surroundings);
}

function valueIn(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim() ?? '';
  return value === '' ? null : value;
}

/** Of a Standard Webhook's secret: 24 to 64 bytes. */
const KEY_BYTES = { least: 24, most: 64 };

/** Reads variables, and collects what is wrong with them; null: wrong, or missing. */
class Variables {
  readonly mistakes: string[] = [];
  readonly cdn: Cdn;
  readonly environment: Environment;

  constructor(cdn: Cdn, environment: Environment) {
    this.cdn = cdn;
    this.environment = environment;
  }

  required(name: string): string | null {
    const value = this.optional(name);
    if (value !== null || this.mistakes.some(mistake => mistake.includes(name))) return value;
    return this.wrong(purgeWords.missing(this.cdn, name));
  }

  /** Goes into a header or an address: no space, and nothing that ends a line. */
  optional(name: string): string | null {
    const value = valueIn(this.environment, name);
    return value === null || /^[\x21-\x7e]+$/.test(value) ? value : this.wrong(purgeWords.notOneWord(name));
  }

  /** An address that a secret is sent to. */
  server(name: string, usual: string): string | null {
    const value = valueIn(this.environment, name);
    if (value === null) return usual;
    return isServer(value) && isSafe(value)
      ? value.replace(/\/+$/, '')
      : this.wrong(purgeWords.notServer(name));
  }

  caches(name: string): readonly string[] | null {
    const value = valueIn(this.environment, name);
    if (value === null) return this.wrong(purgeWords.missing(this.cdn, name));
    const caches = value.split(/[\s,]+/).filter(word => word !== '');
    if (caches.length === 0 || !caches.every(cache => isServer(cache) && new URL(cache).pathname === '/'))
      return this.wrong(purgeWords.notCaches(name));
    return caches.map(cache => new URL(cache).origin);
  }

  hook(name: string): string | null {
    const value = this.required(name);
    if (value === null) return null;
    const isHook = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && isSafe(value);
    return isHook && new URL(value).username === '' ? value : this.wrong(purgeWords.notServer(name));
  }

  key(name: string): Uint8Array | null {
    const value = this.required(name);
    if (value === null) return null;
    const base64 = value.replace(/^whsec_/, '');
    const bytes = Buffer.from(base64, 'base64');
    const isKey = /^[A-Za-z0-9+/]+={0,2}$/.test(base64);
    return isKey && bytes.length >= KEY_BYTES.least && bytes.length <= KEY_BYTES.most
      ? bytes
      : this.wrong(purgeWords.notKey(name));
  }

  count(name: string, usual: number): number | null {
    const value = valueIn(this.environment, name);
    if (value === null) return usual;
    return /^\d{1,6}$/.test(value) ? Number(value) : this.wrong(purgeWords.notCount(name));
  }

  private wrong(mistake: string): null {
    this.mistakes.push(mistake);
    return null;
  }
}

/** A host, perhaps a path, and no name or password, which would be printed with it. */
function isServer(text: string): boolean {
  if (!/^https?:\/\/[^\s?#]+$/.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** Whether nobody on the way reads what is sent there. */
function isSafe(text: string): boolean {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);
}
