// The service over a database of its own, with a site and a clock that a test sets: what it answers, without a network.
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from '../../src/participation/context.ts';
import { participationService } from '../../src/participation/service.ts';
import { readSettings, type Settings } from '../../src/participation/settings.ts';
import type { ListedArticle, ListedPoll, SiteLists } from '../../src/participation/site-lists.ts';
import { openSqlite } from '../../src/participation/store/sqlite-database.ts';
import { openStore, type Store } from '../../src/participation/store/store.ts';
import { quickestFolder } from '../quickest-folder.ts';

export const SITE = 'https://portail.example/journal';
export const SITE_ORIGIN = 'https://portail.example';
export const SERVICE = 'https://avis.example';
export const ARTICLE = '/chine/2014/05/20/port.html';

/** The afternoon of the mini-sites. */
export const AFTERNOON = Date.parse('2014-05-20T15:30:00+08:00');

export const BULLET: ListedPoll = {
  slug: 'train',
  question: 'Prenez-vous le train ?',
  opens: AFTERNOON - 3_600_000,
  closes: AFTERNOON + 48 * 3_600_000,
  results: 'always',
  choices: [
    { slug: 'oui', text: 'Oui' },
    { slug: 'non', text: 'Non' },
  ],
};

export interface ServiceUnderTest extends AsyncDisposable {
  /** A folder for the test's own files. */
  readonly dir: string;
  readonly store: Store;
  readonly settings: Settings;
  readonly log: readonly LogLine[];
  /** What the site's lists hold; a test may change it. */
  readonly articles: Map<string, ListedArticle>;
  readonly polls: Map<string, ListedPoll>;
  /** Whether the site answers. */
  siteIsThere: boolean;
  now: number;
  /** Sends a request as a proxy-less server gets it. */
  send(path: string, init?: RequestInit & { readonly from?: string }): Promise<Response>;
  /** Sends a form as a browser does from a page of the site. */
  form(path: string, fields: Readonly<Record<string, string>>, more?: FormMore): Promise<Response>;
  comment(fields?: Readonly<Record<string, string>>, more?: FormMore): Promise<Response>;
}

export interface FormMore {
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const NETWORK = '192.0.2.17';

export async function serviceUnderTest(
  environment: Readonly<Record<string, string>> = {},
  open: (() => Promise<Store>) | null = null,
): Promise<ServiceUnderTest> {
  const dir = mkdtempSync(join(quickestFolder(), 'quotidien-participation-'));
  const read = readSettings({ PARTICIPATION_SITE: SITE, PARTICIPATION_URL: SERVICE, ...environment });
  if (!read.ok) throw new Error(read.mistakes.join('\n'));
  const store = open === null ? await openStore(openSqlite(join(dir, 'avis.sqlite'))) : await open();
  const log: LogLine[] = [];
  const articles = new Map([[ARTICLE, { file: '2014/05/port', title: 'Le port', closes: null }]]);
  const polls = new Map([[BULLET.slug, BULLET]]);
  const answer = <Value>(value: Value): Promise<Value> =>
    test.siteIsThere ? Promise.resolve(value) : Promise.reject(new TypeError('fetch failed'));
  const lists: SiteLists = {
    article: address => answer(articles.get(address) ?? null),
    poll: slug => answer(polls.get(slug) ?? null),
    polls: () => answer([...polls.values()]),
  };
  const { settings } = read;
  const handle = participationService({
    settings,
    store,
    lists,
    now: () => test.now,
    log: line => log.push(line),
  });

  const test: ServiceUnderTest = {
    dir,
    store,
    settings,
    log,
    articles,
    polls,
    siteIsThere: true,
    now: AFTERNOON,
    async send(path, { from = NETWORK, headers, ...init } = {}) {
      const request = new Request(SERVICE + path, {
        ...init,
        headers: { host: 'avis.example', ...(headers as Record<string, string>) },
        redirect: 'manual',
      });
      return await handle(request, { address: from });
    },
    form(path, fields, { from = NETWORK, headers = {} } = {}) {
      return test.send(path, {
        method: 'POST',
        from,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          origin: SITE_ORIGIN,
          'user-agent': 'Navigateur/1.0',
          ...headers,
        },
        body: new URLSearchParams(fields).toString(),
      });
    },
    comment: (fields = {}, more = {}) =>
      test.form(
        '/commentaires',
        { article: ARTICLE, name: 'Jeanne', text: 'Le port est beau.', ...fields },
        more,
      ),
    async [Symbol.asyncDispose]() {
      await store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
  return test;
}
