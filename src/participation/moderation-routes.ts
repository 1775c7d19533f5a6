// `/moderation`: editors sign in by a link from the console, read what waits, and decide.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { pageHeaders, refuse } from './answer.ts';
import { answeredBy } from './answered-comments.ts';
import { type Connection, type Context, LIMITS, networkKey, type ServiceInput } from './context.ts';
import { ENTRANCE_PATH, LINK_FIELD, MODERATION_PATH } from './moderation-address.ts';
import { auditPage, entrancePage, queuePage, signedOutPage } from './moderation-page.ts';
import { givePass, isSame, sessionToken, usePass } from './moderation-pass.ts';
import { readForm } from './read-form.ts';
import { isSentByOtherService } from './senders.ts';
import { ULID } from './ulid.ts';

const KEYS = readFileSync(join(import.meta.dirname, 'moderation-keys.js'), 'utf8');
const STATUS_OF_ACT = { approve: 'approved', refuse: 'refused', undo: 'pending' } as const;
/** Comments on one page: more than an editor reads at once. */
const MOST_SHOWN = 50;

export function moderationRoutes(service: ServiceInput): Hono<{ Bindings: Connection }> {
  const { settings, store, now } = service;
  const isSecure = settings.origin.startsWith('https://');
  // With this prefix browsers take it from this very host alone, over TLS (RFC 6265 bis, § 4.1.3.2).
  const cookie = isSecure ? '__Host-moderation' : 'moderation';
  const cookieOf = (value: string, seconds: number): string =>
    `${cookie}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${isSecure ? '; Secure' : ''}`;
  const tokenOf = async (c: Context): Promise<string | null> => {
    const secret = getCookie(c, cookie);
    return secret === undefined ? null : await sessionToken(store, secret, now());
  };
  const headers = {
    ...pageHeaders("'self'"),
    'Content-Security-Policy': `${pageHeaders("'self'")['Content-Security-Policy']}; script-src 'self'`,
  };
  const routes = new Hono<{ Bindings: Connection }>();

  routes.get(`${MODERATION_PATH}/clavier.js`, c =>
    c.body(KEYS, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'max-age=3600' }),
  );

  // The link itself changes nothing: programs that look into messages follow links, too.
  routes.get(ENTRANCE_PATH, c => c.html(entrancePage(c.req.query(LINK_FIELD) ?? ''), 200, headers));

  routes.post(ENTRANCE_PATH, async c => {
    if (isSentByOtherService(c, settings)) return refuse(c, settings, 'origin');
    const network = await networkKey(c, service, 'links');
    if (!(await store.take(`l:${network}`, LIMITS.links, now()))) return refuse(c, settings, 'too-many');
    const form = await readForm(c.req.raw);
    if (!form.ok) return refuse(c, settings, form.reason);
    if (!(await usePass(store, 'link', form.fields.get(LINK_FIELD) ?? '', now())))
      return c.html(signedOutPage('used'), 403, headers);
    c.header('Set-Cookie', cookieOf(await givePass(store, 'session', now()), 12 * 60 * 60));
    return c.redirect(MODERATION_PATH, 303);
  });

  routes.get(MODERATION_PATH, async c => {
    const token = await tokenOf(c);
    if (token === null) return c.html(signedOutPage('none'), 403, headers);
    const article = c.req.query('article');
    const status = c.req.query('statut') === 'refuses' ? 'refused' : 'pending';
    const comments = await store.comments(status, article);
    const shown = comments.slice(0, MOST_SHOWN);
    const last = c.req.query('fait') ?? '';
    const undo = ULID.test(last) ? await store.comment(last) : null;
    return c.html(
      queuePage({
        comments: shown,
        answered: await answeredBy(store, shown),
        total: comments.length,
        status,
        article: article ?? null,
        undo: undo === null || undo.status === 'pending' || undo.status === 'erased' ? null : undo,
        token,
        site: settings.site,
        watchedWords: settings.watchedWords,
      }),
      200,
      headers,
    );
  });

  routes.get(`${MODERATION_PATH}/journal`, async c => {
    if ((await tokenOf(c)) === null) return c.html(signedOutPage('none'), 403, headers);
    return c.html(auditPage(await store.audit(200)), 200, headers);
  });

  routes.post(MODERATION_PATH, async c => {
    if (isSentByOtherService(c, settings)) return refuse(c, settings, 'origin');
    const token = await tokenOf(c);
    if (token === null) return c.html(signedOutPage('none'), 403, headers);
    const form = await readForm(c.req.raw);
    if (!form.ok) return refuse(c, settings, form.reason);
    const { fields } = form;
    if (!isSame(fields.get('token') ?? '', token)) return refuse(c, settings, 'origin');
    const act = fields.get('act') ?? '';
    if (act === 'leave') {
      await usePass(store, 'session', getCookie(c, cookie)!, now());
      c.header('Set-Cookie', cookieOf('', 0));
      return c.html(signedOutPage('left'), 200, headers);
    }
    const id = fields.get('id') ?? '';
    if (!Object.hasOwn(STATUS_OF_ACT, act) || !ULID.test(id)) return refuse(c, settings, 'form');
    const status = STATUS_OF_ACT[act as keyof typeof STATUS_OF_ACT];
    if ((await store.decide(id, { status, who: 'moderation', at: now() })) === null)
      return refuse(c, settings, 'form');
    const article = fields.get('article') ?? '';
    const more = new URLSearchParams({ fait: id, ...(article !== '' && { article }) });
    return c.redirect(`${MODERATION_PATH}?${more}#suite`, 303);
  });
  return routes;
}
