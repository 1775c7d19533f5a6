// How an editor gets in: by a link from the console, which counts once, or by a passkey that was added in a session which a link opened.
import { Hono } from 'hono';
import { refuse } from './answer.ts';
import { giveChallenge, useChallenge } from './challenge.ts';
import { type Connection, type Context, LIMITS, networkKey, type ServiceInput } from './context.ts';
import { entrancePage, type SignedOut, signedOutPage } from './entrance-page.ts';
import { ENTRANCE_PATH, KEY_ENTRANCE_PATH, LINK_FIELD, MODERATION_PATH } from './moderation-address.ts';
import { usePass } from './moderation-pass.ts';
import { MODERATION_HEADERS as headers, openSession } from './moderation-session.ts';
import { pageScript } from './page-script.ts';
import { hasPasskeys, isSignedBy, keyIdOf } from './passkey.ts';
import { readForm } from './read-form.ts';
import { isSentByOtherService } from './senders.ts';

/** What a challenge is for, and how long somebody may take to show a key, in ms. */
const ENTER = 'enter';
const KEY_TIME = 5 * 60_000;

/** The page for whoever has no session, or wants another one. */
export async function signedOut(c: Context, service: ServiceInput, reason: SignedOut): Promise<Response> {
  const { settings, store, now } = service;
  const isByKey = hasPasskeys(settings.origin) && (await store.passkeys()).length > 0;
  const challenge = isByKey ? await giveChallenge(store, ENTER, now()) : null;
  return await c.html(
    signedOutPage(reason, challenge, new URL(settings.origin).hostname),
    reason === 'left' ? 200 : 403,
    headers,
  );
}

export function entranceRoutes(service: ServiceInput): Hono<{ Bindings: Connection }> {
  const { settings, store, now } = service;
  const routes = new Hono<{ Bindings: Connection }>();

  /** The fields of a form of ours, of which one network may send few. */
  const triedForm = async (c: Context): Promise<ReadonlyMap<string, string> | Response> => {
    if (isSentByOtherService(c, settings)) return await refuse(c, settings, 'origin');
    const network = await networkKey(c, service, 'links');
    if (!(await store.take(`l:${network}`, LIMITS.links, now())))
      return await refuse(c, settings, 'too-many');
    const form = await readForm(c.req.raw);
    return form.ok ? form.fields : await refuse(c, settings, form.reason);
  };

  routes.get(`${MODERATION_PATH}/cle.js`, async c =>
    c.body(await pageScript('passkey'), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'max-age=3600',
    }),
  );

  // The link itself changes nothing: programs that look into messages follow links, too.
  routes.get(ENTRANCE_PATH, c => c.html(entrancePage(c.req.query(LINK_FIELD) ?? ''), 200, headers));

  routes.post(ENTRANCE_PATH, async c => {
    const fields = await triedForm(c);
    if (fields instanceof Response) return fields;
    if (!(await usePass(store, 'link', fields.get(LINK_FIELD) ?? '', now())))
      return await signedOut(c, service, 'used');
    await openSession(c, service, null);
    return c.redirect(MODERATION_PATH, 303);
  });

  routes.post(KEY_ENTRANCE_PATH, async c => {
    const fields = await triedForm(c);
    if (fields instanceof Response) return fields;
    const answer = fields.get('answer') ?? '';
    const id = keyIdOf(answer);
    const key = id === null ? null : await store.passkey(id);
    const party = {
      origin: settings.origin,
      useChallenge: (challenge: string) =>
        useChallenge(store, ENTER, challenge, { time: KEY_TIME, now: now() }),
    };
    if (key === null || !(await isSignedBy(key.publicKey, answer, party)))
      return await signedOut(c, service, 'key');
    await store.usedPasskey(key.id, now());
    await openSession(c, service, key.id);
    return c.redirect(MODERATION_PATH, 303);
  });
  return routes;
}
