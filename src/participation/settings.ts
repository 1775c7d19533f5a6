// The environment of a process becomes the settings of the service, or every mistake in it, in French.
import { isIP } from 'node:net';
import { settingsWords } from '../locale/participation-words.ts';
import { type TrustedProxies, trustedProxies } from './network.ts';

export interface Settings {
  /** The site's address as readers know it, without a final slash: `https://exemple.fr/journal`. */
  readonly site: string;
  /** Where the site's lists are fetched, if not there: as `site`. */
  readonly listsFrom: string;
  /** The service's own address as readers know it: an origin. */
  readonly origin: string;
  readonly host: string;
  readonly port: number;
  /** The file of SQLite, unless `databaseUrl` names a PostgreSQL. */
  readonly file: string;
  readonly databaseUrl: string | null;
  readonly proxies: TrustedProxies;
  /** How often a browser calculates a hash before it sends a comment, as a power of two; null: it need not. */
  readonly work: number | null;
  /** Words by which editors see at once what to look at. */
  readonly watchedWords: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

export type SettingsRead =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly mistakes: readonly string[] };

export const DEFAULT_PORT = 8081;
const DEFAULT_FILE = 'participation.sqlite';

const LOOPBACK = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/** An empty variable counts as one that is not there, as systemd and shells write « none ». */
export function readSettings(environment: Environment): SettingsRead {
  const mistakes: string[] = [];
  const setTo = (name: string): string | null => environment[name]?.trim() || null;
  const checked = <Value>(
    name: string,
    usual: Value,
    read: (text: string) => Value | null,
    words: string,
  ): Value => {
    const text = setTo(name);
    if (text === null) return usual;
    const value = read(text);
    if (value === null) mistakes.push(settingsWords.wrong(name, text, words));
    return value ?? usual;
  };
  for (const name of ['PARTICIPATION_SITE', 'PARTICIPATION_URL'])
    if (setTo(name) === null) mistakes.push(settingsWords.missing(name));

  const site = checked('PARTICIPATION_SITE', '', siteAddress, settingsWords.site);
  const settings: Settings = {
    site,
    listsFrom: checked('PARTICIPATION_LISTS', site, anyAddress, settingsWords.lists),
    origin: checked('PARTICIPATION_URL', '', ownOrigin, settingsWords.origin),
    host: checked('PARTICIPATION_HOST', '127.0.0.1', hostName, settingsWords.host),
    port: checked('PARTICIPATION_PORT', DEFAULT_PORT, wholeNumber(1, 65_535), settingsWords.port),
    file: setTo('PARTICIPATION_FILE') ?? DEFAULT_FILE,
    databaseUrl: checked('DATABASE_URL', null, databaseAddress, settingsWords.database),
    proxies: checked(
      'PARTICIPATION_PROXIES',
      trustedProxies([])!,
      text => trustedProxies(text.split(/[\s,]+/).filter(item => item !== '')),
      settingsWords.proxies,
    ),
    work: checked('PARTICIPATION_WORK', null, wholeNumber(10, 24), settingsWords.work),
    watchedWords: (setTo('PARTICIPATION_WORDS') ?? '')
      .split(/[,\n]/)
      .map(word => word.trim())
      .filter(word => word !== ''),
  };
  return mistakes.length === 0 ? { ok: true, settings } : { ok: false, mistakes };
}

/** As `baseUrl` of `_data/site`. */
function siteAddress(text: string): string | null {
  const address = anyAddress(text);
  return address !== null && isPrivateEnough(new URL(address).origin) ? address : null;
}

/** http is enough between machines of the owner's own. */
function anyAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, username, password, search, hash, href } = new URL(text);
  if (!/^https?:$/.test(protocol) || username + password + search + hash !== '') return null;
  return href.replace(/\/+$/, '');
}

/** As `participation` of `_data/site`: these very letters. */
function ownOrigin(text: string): string | null {
  return URL.canParse(text) && new URL(text).origin === text && isPrivateEnough(text) ? text : null;
}

/** Readers' words travel there. */
function isPrivateEnough(origin: string): boolean {
  return origin.startsWith('https://') || LOOPBACK.test(origin);
}

function hostName(text: string): string | null {
  return isIP(text) !== 0 || /^[a-z0-9.-]+$/i.test(text) ? text : null;
}

function databaseAddress(text: string): string | null {
  return /^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text) ? text : null;
}

function wholeNumber(least: number, most: number): (text: string) => number | null {
  return text => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    return number >= least && number <= most ? number : null;
  };
}
