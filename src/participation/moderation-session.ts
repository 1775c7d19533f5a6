// A request becomes the session of an editor, by the cookie that their browser sends; and a session becomes that cookie.
import { getCookie } from 'hono/cookie';
import { pageHeaders, refuse } from './answer.ts';
import type { Context, ServiceInput } from './context.ts';
import { givePass, isSame, sessionOf, usePass } from './moderation-pass.ts';
import { readForm } from './read-form.ts';
import { isSentByOtherService } from './senders.ts';

export interface EditorSession {
  /** Every form of the session carries it. */
  readonly token: string;
  /** As the audit log names the editor. */
  readonly who: string;
  /** Whether a link from the console opened it, and no key. */
  readonly isByLink: boolean;
}

/** In seconds, as `moderation-pass.ts` says. */
const SESSION_TIME = 12 * 60 * 60;

/** Headers of pages with scripts and forms of their own. */
export const MODERATION_HEADERS = {
  ...pageHeaders("'self'"),
  'Content-Security-Policy': `${pageHeaders("'self'")['Content-Security-Policy']}; script-src 'self'`,
};

function cookieName({ origin }: ServiceInput['settings']): string {
  // With this prefix browsers take it from this very host alone, over TLS (RFC 6265 bis, § 4.1.3.2).
  return origin.startsWith('https://') ? '__Host-moderation' : 'moderation';
}

function cookieOf(settings: ServiceInput['settings'], value: string, seconds: number): string {
  const secure = settings.origin.startsWith('https://') ? '; Secure' : '';
  return `${cookieName(settings)}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`;
}

/** null: nobody has signed in, or too long ago, or the key by which somebody did was taken away. */
export async function editorOf(
  c: Context,
  { settings, store, now }: ServiceInput,
): Promise<EditorSession | null> {
  const secret = getCookie(c, cookieName(settings));
  const pass = secret === undefined ? null : await sessionOf(store, secret, now());
  if (pass === null) return null;
  if (pass.passkey === null) return { token: pass.token, who: 'moderation', isByLink: true };
  const key = await store.passkey(pass.passkey);
  return key === null ? null : { token: pass.token, who: key.name, isByLink: false };
}

export async function openSession(
  c: Context,
  { settings, store, now }: ServiceInput,
  passkey: string | null,
): Promise<void> {
  const secret = await givePass(store, 'session', now(), passkey);
  c.header('Set-Cookie', cookieOf(settings, secret, SESSION_TIME));
}

export async function closeSession(c: Context, { settings, store, now }: ServiceInput): Promise<void> {
  await usePass(store, 'session', getCookie(c, cookieName(settings)) ?? '', now());
  c.header('Set-Cookie', cookieOf(settings, '', 0));
}

export type EditorForm =
  | { readonly ok: true; readonly editor: EditorSession; readonly fields: ReadonlyMap<string, string> }
  | { readonly ok: false; readonly answer: Response };

/** A form that a page of the session sent. @param signedOut answers whoever has none. */
export async function editorForm(
  c: Context,
  service: ServiceInput,
  signedOut: () => Response | Promise<Response>,
): Promise<EditorForm> {
  const refused = async (reason: 'origin' | 'form' | 'large'): Promise<EditorForm> => ({
    ok: false,
    answer: await refuse(c, service.settings, reason),
  });
  if (isSentByOtherService(c, service.settings)) return await refused('origin');
  const editor = await editorOf(c, service);
  if (editor === null) return { ok: false, answer: await signedOut() };
  const form = await readForm(c.req.raw);
  if (!form.ok) return await refused(form.reason);
  if (!isSame(form.fields.get('token') ?? '', editor.token)) return await refused('origin');
  return { ok: true, editor, fields: form.fields };
}
