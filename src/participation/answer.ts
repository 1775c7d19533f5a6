// What became of a form, as the page's own code reads it (JSON) or as a reader does: a page, or the way on.
import { html, raw } from 'hono/html';
import { articleAddress } from '../address/addresses.ts';
import { refusalWords, servicePageWords as words } from '../locale/participation-words.ts';
import type { Context } from './context.ts';
import type { Settings } from './settings.ts';
import type { Refusal } from './submission.ts';

const STATUS_OF: Readonly<Record<Refusal, 400 | 403 | 404 | 409 | 410 | 413 | 421 | 422 | 429 | 503>> = {
  'no-text': 422,
  'long-text': 422,
  'long-name': 422,
  'many-links': 422,
  'too-fast': 422,
  trap: 422,
  'no-article': 404,
  closed: 410,
  'no-comment': 410,
  full: 429,
  'not-there': 410,
  'no-reason': 422,
  'key-name': 422,
  work: 422,
  'long-remark': 422,
  'no-poll': 404,
  'no-choice': 422,
  'poll-closed': 410,
  'known-vote': 409,
  'too-many': 429,
  'too-many-by-far': 429,
  origin: 403,
  host: 421,
  form: 400,
  large: 413,
  later: 503,
};

/** After how many seconds the same may be sent again. */
const WAIT_OF: Readonly<Partial<Record<Refusal, string>>> = {
  'too-many': '60',
  later: '60',
  'too-many-by-far': '600',
  full: '86400',
};

/** Pages of the service load nothing and send nothing, but for what `more` allows. */
export function pageHeaders(more = ''): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': `default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action ${more === '' ? "'none'" : more}`,
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
  };
}

export function wantsJson(c: Context): boolean {
  return (c.req.header('accept') ?? '').startsWith('application/json');
}

export function siteOrigin({ site }: Pick<Settings, 'site'>): string {
  return new URL(site).origin;
}

/** Of all sites in the world one may read our answers (Fetch, « CORS protocol »). */
export function readableBySite(settings: Settings): Readonly<Record<string, string>> {
  return { 'Access-Control-Allow-Origin': siteOrigin(settings), Vary: 'Origin, Accept' };
}

/** @param back the address within the site of the page from which it was sent. */
export function refuse(
  c: Context,
  settings: Settings,
  reason: Refusal,
  back = '',
): Response | Promise<Response> {
  const status = STATUS_OF[reason];
  const message = refusalWords[reason]!;
  const wait = WAIT_OF[reason];
  if (wait !== undefined) c.header('Retry-After', wait);
  if (wantsJson(c)) return c.json({ ok: false, reason, message }, status, readableBySite(settings));
  const isArticle = articleAddress(back) !== null;
  const backTo = isArticle ? words.backToArticle : back === '' ? words.backToPortal : words.backToPoll;
  const body = html`<p>${message}</p>
${isArticle && reason !== 'not-there' ? html`<p>${words.keepText}</p>` : ''}
<p><a href="${settings.site}${back === '' ? '/' : back}">${backTo}</a></p>`;
  return c.html(page(words.refusedTitle, body), status, pageHeaders());
}

/** A whole page of the service; `body` is markup in which all that came from outside is escaped already. */
export function page(title: string, body: ReturnType<typeof html>, head: ReturnType<typeof html> | '' = '') {
  return html`${raw('<!DOCTYPE html>')}
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="/pages.css">
${head}</head>
<body>
<main>
<h1>${title}</h1>
${body}
</main>
</body>
</html>`;
}
