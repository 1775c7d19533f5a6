// A request becomes a response: the service as a standard fetch handler.
import { Hono } from 'hono';
import { html } from 'hono/html';
import { servicePageWords as words } from '../locale/participation-words.ts';
import { page, pageHeaders, refuse, wantsJson } from './answer.ts';
import { commentRoutes } from './comment-routes.ts';
import type { Connection, ServiceInput } from './context.ts';
import { entranceRoutes } from './entrance-routes.ts';
import { moderationRoutes } from './moderation-routes.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { isForOtherHost } from './senders.ts';
import { SERVICE_STYLES } from './service-styles.ts';
import { voteRoutes } from './vote-routes.ts';

/** By which whoever watches over machines asks whether the service is alive; under any name of the host. */
export const HEALTH_PATH = '/sante';

export type FetchHandler = (request: Request, connection: Connection) => Response | Promise<Response>;

export function participationService(service: ServiceInput): FetchHandler {
  const { settings, store, log } = service;
  const app = new Hono<{ Bindings: Connection }>();

  app.use(async (c, next) => {
    const begun = performance.now();
    await next();
    c.header('X-Content-Type-Options', 'nosniff');
    // With `no-referrer` browsers would say of our own forms that they come from nowhere (Fetch, « append a request `Origin` header »).
    c.header('Referrer-Policy', 'same-origin');
    if (settings.origin.startsWith('https://')) c.header('Strict-Transport-Security', 'max-age=31536000');
    log({
      event: 'request',
      method: c.req.method,
      route: knownRoute(c.req.path),
      status: c.res.status,
      ms: Math.round(performance.now() - begun),
    });
  });
  app.get(HEALTH_PATH, async c => {
    await store.check();
    return c.text('ok', 200, { 'Cache-Control': 'no-store' });
  });
  app.use(async (c, next) => (isForOtherHost(c, settings) ? refuse(c, settings, 'host') : next()));
  app.get('/pages.css', c =>
    c.body(SERVICE_STYLES, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'max-age=3600',
    }),
  );
  app.route('/', commentRoutes(service));
  app.route('/', reportRoutes(service));
  app.route('/', voteRoutes(service));
  app.route('/', entranceRoutes(service));
  app.route('/', passkeyRoutes(service));
  app.route('/', moderationRoutes(service));

  const failed = (message: string) =>
    page(message, html`<p><a href="${settings.site}/">${words.backToPortal}</a></p>`);
  app.notFound(c => c.html(failed(words.notFound), 404, pageHeaders()));
  app.onError((error, c) => {
    log({ event: 'failure', what: knownRoute(c.req.path), reason: error.name, code: codeOf(error) });
    if (wantsJson(c)) return refuse(c, settings, 'later');
    return c.html(failed(words.failed), 500, pageHeaders());
  });
  return app.fetch;
}

/** The first part of a path if it is one of ours: the rest may be anything that somebody put there. */
function knownRoute(path: string): string {
  return (
    /^\/(?:commentaires|signaler|sondages|moderation|sante|pages\.css)(?=\/|$)/.exec(path)?.[0] ?? 'other'
  );
}

function codeOf(error: Error): string | null {
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  return typeof code === 'string' ? `${code}${typeof errcode === 'number' ? ` ${errcode}` : ''}` : null;
}
